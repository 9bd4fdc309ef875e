package dandori.parquet.trace;

import dandori.parquet.read.Column;
import org.jspecify.annotations.Nullable;

/** What columns say, in the form in which a job has it. */
final class RowNumbers {

    private static final int DIGITS = 18;

    private RowNumbers() {}

    /** A count; −1 if there is none. */
    static long count(Column column) {
        return Math.max(column.whole(), -1);
    }

    /** A limit of time in milliseconds; −1 if there is none. */
    static long limit(Column column, long unitMillis) {
        long millis = column.duration(unitMillis);
        return millis <= 0 ? -1 : millis;
    }

    /** A name; null if there is none. */
    static @Nullable String name(Column column) {
        String name = column.text();
        return name == null || name.isBlank() ? null : name;
    }

    /** The number at the end of a name ({@code jid_17}); −1 if there is none. */
    static long atEnd(@Nullable String name) {
        if (name == null) {
            return -1;
        }
        int from = name.length();
        while (from > 0 && name.charAt(from - 1) >= '0' && name.charAt(from - 1) <= '9') {
            from--;
        }
        int digits = name.length() - from;
        return digits == 0 || digits > DIGITS ? -1 : Long.parseLong(name, from, name.length(), 10);
    }
}
