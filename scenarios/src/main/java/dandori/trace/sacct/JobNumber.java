package dandori.trace.sacct;

/**
 * A job's number as sacct writes it: {@code 12}, an element of an array {@code 12_3}, those of it
 * that wait {@code 12_[4-9%2]}, a component of a heterogeneous job {@code 12+1}, and a step of any
 * of them, {@code 12_3.batch}. A carrier that is filled anew for each line.
 */
final class JobNumber {

    /** What stands before all signs; −1: it is no number of a job. */
    long number;

    /** The index in the array; −1: none. */
    long element;

    /** The place in the heterogeneous job; −1: none. */
    long component;

    /** Whether it is a step of the job. */
    boolean step;

    private int at;

    static boolean fits(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        boolean plain = p == to && p > from && p - from <= 18; // nearly always
        return plain || new JobNumber().read(bytes, from, to);
    }

    /** Whether a number of a job stands there. */
    boolean read(byte[] bytes, int from, int to) {
        element = -1;
        component = -1;
        step = false;
        at = from;
        number = digits(bytes, to);
        if (number >= 0 && at < to && bytes[at] == '_') {
            at++;
            if (at < to && bytes[at] == '[') {
                while (at < to && bytes[at] != ']') {
                    at++;
                }
                at++;
            } else {
                element = digits(bytes, to);
                number = element < 0 ? -1 : number;
            }
        }
        if (number >= 0 && at < to && bytes[at] == '+') {
            at++;
            component = digits(bytes, to);
            number = component < 0 ? -1 : number;
        }
        if (number >= 0 && at < to && bytes[at] == '.') {
            step = isStep(bytes, at + 1, to);
            number = step ? number : -1;
        } else if (at != to) {
            number = -1;
        }
        return number >= 0;
    }

    /** At most 18 digits; −1 if there is none. */
    private long digits(byte[] bytes, int to) {
        int first = at;
        long value = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - first < 18) {
            value = 10 * value + (bytes[at++] - '0');
        }
        return at > first ? value : -1;
    }

    private static boolean isStep(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p++) {
            int c = bytes[p];
            boolean sign = c == '+' || c == '_' || c == '-' || c >= '0' && c <= '9';
            if (!sign && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return from < to;
    }
}
