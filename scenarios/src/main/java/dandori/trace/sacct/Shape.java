package dandori.trace.sacct;

/** What the values of a column look like, by which columns are found again. */
enum Shape {
    /** Anything, the delimiter and line ends included. */
    TEXT,
    /** Anything, of which nothing can be told. */
    ANY,
    /** A name without blanks. */
    WORD,
    /** {@code 12_3}, {@code 12+1}, {@code 12.batch}; never empty. */
    JOB,
    /** {@code COMPLETED}, {@code CANCELLED by 7}; never empty. */
    STATE,
    /** A date, seconds since 1970, {@code Unknown} or {@code None}. */
    DATE,
    /** {@code 1-02:03:04}, {@code 03:04.567}, {@code UNLIMITED}. */
    DURATION,
    /** {@code 12}, {@code 0.5M}, {@code 4Gn}. */
    COUNT,
    /** {@code cpu=2,mem=4G}. */
    TRES;

    /** Whether a wrong value speaks against an alignment. */
    boolean isTelling() {
        return this != TEXT && this != ANY && this != WORD;
    }

    boolean mayBeEmpty() {
        return this != JOB && this != STATE;
    }

    /** Whether a value looks like this. */
    boolean fits(byte[] bytes, int from, int to) {
        if (from >= to) {
            return mayBeEmpty();
        }
        return switch (this) {
            case TEXT, ANY -> true;
            case WORD -> isWord(bytes, from, to);
            case JOB -> JobNumber.fits(bytes, from, to);
            case STATE -> JobState.of(bytes, from, to) != null;
            case DATE -> isDate(bytes, from, to);
            case DURATION -> isDuration(bytes, from, to);
            case COUNT -> isCount(bytes, from, to);
            case TRES -> isResources(bytes, from, to);
        };
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p++) {
            if (bytes[p] >= 0 && bytes[p] <= ' ' || bytes[p] == '"' || bytes[p] == '=') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(byte[] bytes, int from, int to) {
        if (!isDigit(bytes[from])) {
            return Numbers.isUnknown(bytes, from, to);
        }
        boolean dashed = to - from >= 10 && (bytes[from + 4] == '-' || bytes[from + 4] == '/');
        return dashed || to - from >= 9 && isAllDigits(bytes, from, to);
    }

    private static boolean isAllDigits(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p++) {
            if (!isDigit(bytes[p])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDuration(byte[] bytes, int from, int to) {
        if (!isDigit(bytes[from])) {
            return Numbers.isWordOfLimits(bytes, from, to);
        }
        boolean colon = false;
        for (int p = from; p < to; p++) {
            int c = bytes[p];
            if (!isDigit(c) && c != ':' && c != '-' && c != '.') {
                return false;
            }
            colon |= c == ':';
        }
        return colon;
    }

    private static boolean isCount(byte[] bytes, int from, int to) {
        if (!isDigit(bytes[from])) {
            return Numbers.isWordOfLimits(bytes, from, to);
        }
        for (int p = from; p < to; p++) {
            int c = bytes[p];
            boolean unit = p >= to - 2 && (c >= 'A' && c <= 'Z' || c == 'n' || c == 'c');
            if (!isDigit(c) && c != '.' && !unit) {
                return false;
            }
        }
        return true;
    }

    private static boolean isResources(byte[] bytes, int from, int to) {
        boolean equals = false;
        for (int p = from; p < to; p++) {
            if (bytes[p] >= 0 && bytes[p] <= ' ') {
                return false;
            }
            equals |= bytes[p] == '=';
        }
        return equals && bytes[from] >= 'a' && bytes[from] <= 'z';
    }
}
