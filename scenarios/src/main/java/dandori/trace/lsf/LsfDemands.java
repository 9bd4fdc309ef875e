package dandori.trace.lsf;

import dandori.trace.lines.LogNumbers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What versions 9.1 and later say at the end of a record: the limit of the run time, and what
 * resources the job was given, as {@code rusage[mem=6000,ngpus_physical=2.00/host]} has it. Two
 * lists of any length stand before: further options, and what each host used.
 *
 * @param limitMillis −1: none
 * @param accelerators of the whole job; −1 if unknown
 */
record LsfDemands(long limitMillis, long accelerators) {

    static final LsfDemands NONE = new LsfDemands(-1, -1);

    private static final int FIELDS_OF_OPTION = 2;
    private static final int FIELDS_OF_HOST = 6;
    private static final int RESOURCES = 3; // counted from the limit
    private static final int[] NUMBERS = {1, 2, 5, 7, 8, 10, 11, 13};
    private static final Pattern RUSAGE = Pattern.compile("rusage\\[([^\\]]*)]");
    private static final Pattern ACCELERATORS =
            Pattern.compile(
                    "(?<![a-z_])ngpus(?:_physical|_excl_p|_excl_t)?=(\\d{1,9})(?:\\.\\d*)?"
                            + "(/task|/job)?");

    /**
     * Reads them.
     *
     * @param options where the number of further options stands
     */
    static LsfDemands of(List<String> fields, int options, long slots, long hosts) {
        int used = behind(fields, options, FIELDS_OF_OPTION);
        int limit = used < 0 ? -1 : behind(fields, used, FIELDS_OF_HOST);
        if (limit < 0 || !isLimit(fields, limit)) {
            return NONE;
        }
        long limitMillis = LogNumbers.secondsInMillis(fields.get(limit));
        return new LsfDemands(
                limitMillis > 0 ? limitMillis : -1,
                accelerators(fields.get(limit + RESOURCES), slots, hosts));
    }

    private static int behind(List<String> fields, int count, int width) {
        long length = count < fields.size() ? LogNumbers.whole(fields.get(count)) : -1;
        boolean fits = length >= 0 && length <= (fields.size() - count) / width;
        return fits ? count + 1 + width * (int) length : -1;
    }

    /** Whether numbers stand where they should, so that no list was longer or shorter. */
    private static boolean isLimit(List<String> fields, int limit) {
        for (int number : NUMBERS) {
            if (limit + number >= fields.size() || !isNumber(fields.get(limit + number))) {
                return false;
            }
        }
        return isNumber(fields.get(limit));
    }

    private static boolean isNumber(String field) {
        return field.equals("-1") || LogNumbers.whole(field) >= 0;
    }

    private static long accelerators(String resources, long slots, long hosts) {
        long sum = 0;
        Matcher rusage = RUSAGE.matcher(resources);
        while (rusage.find()) {
            Matcher each = ACCELERATORS.matcher(rusage.group(1));
            if (each.find()) {
                String per = String.valueOf(each.group(2));
                long times = per.equals("/task") ? slots : per.equals("/job") ? 1 : hosts;
                sum += Long.parseLong(each.group(1)) * Math.max(times, 1);
            }
        }
        return sum;
    }
}
