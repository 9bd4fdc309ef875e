package dandori.trace.sacct;

/**
 * What a string of trackable resources says: {@code cpu=8,gres/gpu:a100=2,gres/gpu=2,mem=64G}. A
 * carrier that is filled anew for each; −1 is what it does not say.
 */
final class Resources {

    long cpus;
    long nodes;
    long gpus; // 0: none, where other resources are named
    long memoryKilobytes;

    void clear() {
        cpus = -1;
        nodes = -1;
        gpus = -1;
        memoryKilobytes = -1;
    }

    /** Takes what another one says. */
    void copy(Resources other) {
        cpus = other.cpus;
        nodes = other.nodes;
        gpus = other.gpus;
        memoryKilobytes = other.memoryKilobytes;
    }

    /** Reads such a string. */
    void read(byte[] bytes, int from, int to) {
        clear();
        long typed = 0;
        long total = -1;
        int p = from;
        while (p < to) {
            int equals = indexOf('=', bytes, p, to);
            int end = indexOf(',', bytes, equals, to);
            int first = Math.min(equals + 1, end);
            if (is("cpu", bytes, p, equals)) {
                cpus = Numbers.count(bytes, first, end);
            } else if (is("node", bytes, p, equals)) {
                nodes = Numbers.count(bytes, first, end);
            } else if (is("mem", bytes, p, equals)) {
                memoryKilobytes = kilobytes(bytes, first, end);
            } else if (is("gres/gpu", bytes, p, equals)) {
                total = Numbers.count(bytes, first, end);
            } else if (begins("gres/gpu:", bytes, p, equals)) {
                typed += Math.max(0, Numbers.count(bytes, first, end));
            }
            p = end + 1;
        }
        gpus = total > 0 ? total : from < to ? typed : -1;
    }

    /**
     * Reads generic resources as Slurm before 21.08 writes them: {@code gpu:2}, {@code
     * gres:gpu:v100:4(IDX:0-3)}; each such count times the given number.
     */
    void readGeneric(byte[] bytes, int from, int to, long times) {
        clear();
        gpus = from < to ? 0 : -1;
        int p = from;
        while (p < to) {
            int end = indexOf(',', bytes, p, to);
            int first = begins("gres:", bytes, p, end) ? p + 5 : p;
            int last = indexOf('(', bytes, first, end);
            if (is("gpu", bytes, first, last)) {
                gpus += times;
            } else if (begins("gpu:", bytes, first, last)) {
                int colon = last;
                while (bytes[colon - 1] != ':') {
                    colon--;
                }
                long count = Numbers.count(bytes, colon, last);
                gpus += times * (count < 0 ? 1 : count);
            }
            p = end + 1;
        }
    }

    /** Memory, in megabytes where it has no unit. */
    static long kilobytes(byte[] bytes, int from, int to) {
        long count = Numbers.count(bytes, from, to);
        int last = to - 1;
        while (last > from && (bytes[last] == 'n' || bytes[last] == 'c')) {
            last--;
        }
        boolean unit = last >= from && bytes[last] >= 'A' && bytes[last] <= 'Z';
        return count < 0 ? -1 : unit ? count / 1_024 : 1_024 * count;
    }

    private static int indexOf(int wanted, byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && bytes[p] != wanted) {
            p++;
        }
        return p;
    }

    private static boolean is(String word, byte[] bytes, int from, int to) {
        return to - from == word.length() && begins(word, bytes, from, to);
    }

    private static boolean begins(String word, byte[] bytes, int from, int to) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
