package dandori.trace.csv;

import dandori.trace.LogClock;

/** What the row that is read has in its columns, which count from 0. */
interface MappedRow {

    /** Whether it says nothing there. */
    boolean isUnknown(int column);

    /** A number in thousandths; {@link CsvNumbers#NONE} if it is none. */
    long thousandths(int column);

    /**
     * A span of time in milliseconds; {@link CsvNumbers#NONE} if it is none.
     *
     * @param unitMillis of a number
     */
    long duration(int column, long unitMillis);

    /** Whether it is a date by its type, however dates are written elsewhere. */
    boolean isDate(int column);

    /** A date in milliseconds since 1970; {@link LogClock#NO_DATE} if it is none. */
    long dateMillis(int column, LogClock clock);

    /** As text. */
    String text(int column);

    /** As text that is likely to come again. */
    String name(int column);
}
