package dandori.trace.sacct;

import dandori.trace.Findings;
import dandori.trace.LogClock;
import dandori.trace.Names;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of the line last read, by column; −1 (or null) where there is none. */
final class Values {

    private static final int DATE_TO_THE_MINUTE = "2024-05-01T09:30".length();

    private final Records records;
    private final LogClock[] clocks; // one for each column: a clock is quick on the day it saw last
    private final Findings findings;
    private Layout layout;

    Values(Records records, Layout layout, @Nullable ZoneId zone, Findings findings) {
        this.records = records;
        this.layout = layout;
        this.clocks = new LogClock[Column.values().length];
        Arrays.setAll(clocks, column -> new LogClock(zone, findings));
        this.findings = findings;
    }

    void change(Layout layout) {
        this.layout = layout;
    }

    boolean has(Column column) {
        return layout.has(column);
    }

    byte[] bytes() {
        return records.bytes();
    }

    /** Where the value of a column that there is begins. */
    int from(Column column) {
        return records.from(layout.place(column));
    }

    /** Where it ends. */
    int to(Column column) {
        return records.to(layout.place(column));
    }

    /** Whether there is such a column, and something else in it than a word for nothing. */
    boolean isSaid(Column column) {
        return has(column) && !Numbers.isUnknown(bytes(), from(column), to(column));
    }

    /** Whether there are both columns, with the same value. */
    boolean areEqual(Column one, Column other) {
        return has(one)
                && has(other)
                && Arrays.equals(bytes(), from(one), to(one), bytes(), from(other), to(other));
    }

    @Nullable JobState state() {
        return has(Column.STATE)
                ? JobState.of(bytes(), from(Column.STATE), to(Column.STATE))
                : null;
    }

    /** Milliseconds since 1970, or {@link LogClock#NO_DATE}. */
    long date(Column column) {
        if (!has(column)) {
            return LogClock.NO_DATE;
        }
        int from = from(column);
        int to = to(column);
        if (Numbers.isUnknown(bytes(), from, to)) {
            return LogClock.NO_DATE;
        }
        long seconds = Numbers.whole(bytes(), from, to); // soon ends at a hyphen
        if (seconds > 0 && to - from >= 9) {
            return 1_000 * seconds;
        }
        long millis =
                seconds == 0
                        ? LogClock.NO_DATE
                        : clocks[column.ordinal()].millis(bytes(), from, to);
        if (millis == LogClock.NO_DATE && seconds != 0) {
            findings.add(SacctOddity.DATE_UNREADABLE);
        }
        return millis;
    }

    long whole(Column column) {
        return has(column) ? Numbers.whole(bytes(), from(column), to(column)) : -1;
    }

    long count(Column column) {
        if (!has(column)) {
            return -1;
        }
        int from = from(column);
        int to = to(column);
        long whole = Numbers.whole(bytes(), from, to);
        if (whole < 0 && Numbers.isRounded(bytes(), from, to)) {
            findings.add(SacctOddity.ROUNDED_COUNT);
        }
        return whole < 0 ? Numbers.count(bytes(), from, to) : whole;
    }

    /** A duration. */
    long millis(Column column) {
        return has(column)
                ? Numbers.millis(bytes(), from(column), to(column), isToTheMinute())
                : -1;
    }

    /**
     * Whether dates have no seconds ({@code 2024-05-01T09:30}); then durations have none either.
     */
    boolean isToTheMinute() {
        Column column = has(Column.SUBMIT) ? Column.SUBMIT : Column.ELIGIBLE;
        if (!has(column)) {
            return false;
        }
        int from = from(column);
        return to(column) - from == DATE_TO_THE_MINUTE && bytes()[from + 13] == ':';
    }

    boolean isUnlimited(Column column) {
        return has(column) && Numbers.isUnlimited(bytes(), from(column), to(column));
    }

    boolean hasElapsed() {
        return elapsedMillis() >= 0;
    }

    long elapsedMillis() {
        long seconds = whole(Column.ELAPSED_RAW);
        return seconds >= 0 ? 1_000 * seconds : millis(Column.ELAPSED);
    }

    /** Whether something stands where the run time should. */
    boolean isElapsedWritten() {
        return isWritten(Column.ELAPSED_RAW) || isWritten(Column.ELAPSED);
    }

    private boolean isWritten(Column column) {
        return has(column) && from(column) < to(column);
    }

    String name(Column column, Names names) {
        return names.text(bytes(), from(column), to(column));
    }

    @Nullable String nameOrNull(Column column, Names names) {
        return has(column) && from(column) < to(column) ? name(column, names) : null;
    }

    /** The first name of a list. */
    @Nullable String firstNameOrNull(Column column, Names names) {
        if (!has(column)) {
            return null;
        }
        int from = from(column);
        int to = to(column);
        int comma = from;
        while (comma < to && bytes()[comma] != ',') {
            comma++;
        }
        if (comma < to) {
            findings.add(SacctOddity.SEVERAL_PARTITIONS);
        }
        return from < comma ? names.text(bytes(), from, comma) : null;
    }
}
