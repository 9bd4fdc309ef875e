package dandori.trace.csv;

import dandori.trace.Findings;
import dandori.trace.LogClock;
import dandori.trace.LoggedJob;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** What the fields of a row say of a job: numbers, times, names. */
final class CsvValues {

    /** Seconds since 1970 from which a moment can only count from then: 5 November 1985. */
    private static final long EPOCH_MILLIS = 500_000_000_000L;

    private static final long UNKNOWN = Long.MIN_VALUE; // a moment that the row does not say
    private static final long THOUSAND = 1_000;

    private final MappedRow row;
    private final CsvMapping mapping;
    private final int[][] columns; // by field
    private final Findings findings;
    private final LogClock clock;
    private boolean since1970;
    private boolean beyondDates;

    CsvValues(
            MappedRow row,
            CsvMapping mapping,
            int[][] columns,
            @Nullable ZoneId zone,
            Findings findings) {
        this.row = row;
        this.mapping = mapping;
        this.columns = columns;
        this.findings = findings;
        this.clock = new LogClock(zone == null ? mapping.times().zone() : zone, findings);
        this.since1970 = mapping.times().since() != CsvTimes.Since.START;
    }

    /** Looks at the first row to see from when moments count. */
    void seeTimes() {
        if (mapping.times().since() != CsvTimes.Since.SEEN || mapping.times().pattern() != null) {
            return;
        }
        for (CsvField field : new CsvField[] {CsvField.SUBMIT, CsvField.START, CsvField.END}) {
            int column = column(field);
            long number = column < 0 || row.isUnknown(column) ? -1 : row.thousandths(column);
            if (number > 0 || number == CsvNumbers.NONE) {
                since1970 = number == CsvNumbers.NONE || unitMillis(number) >= EPOCH_MILLIS;
                long counted = unitMillis(number);
                beyondDates =
                        counted >= THOUSAND * EPOCH_MILLIS
                                && counted < 20 * THOUSAND * EPOCH_MILLIS;
                return;
            }
            since1970 &= number != 0; // 0 is either 1970 or nothing said or time 0
        }
    }

    private long unitMillis(long thousandths) {
        return CsvNumbers.scaled(thousandths, mapping.times().unitMillis());
    }

    /** Whether the first moment would be a date of 1985 to 2286 if it counted milliseconds. */
    boolean isBeyondDates() {
        return beyondDates && mapping.times().unitMillis() == THOUSAND;
    }

    /** Whether moments count from 1970. */
    boolean isSince1970() {
        return since1970;
    }

    /**
     * Fills in all but names.
     *
     * @param rowNumber the number of the row
     * @return whether it can be a job; counts why not
     */
    boolean fill(LoggedJob job, long rowNumber) {
        job.id = id(rowNumber);
        if (!times(job)) {
            return false;
        }
        job.walltimeMillis = duration(CsvField.WALLTIME);
        job.cpuMillis = duration(CsvField.CPU);
        job.requestedNodes = size(CsvField.NODES);
        job.allocatedNodes = size(CsvField.ALLOCATED_NODES);
        job.requestedProcessors = size(CsvField.PROCESSORS);
        job.allocatedProcessors = size(CsvField.ALLOCATED_PROCESSORS);
        job.requestedAccelerators = size(CsvField.ACCELERATORS);
        job.allocatedAccelerators = size(CsvField.ALLOCATED_ACCELERATORS);
        return true;
    }

    private boolean times(LoggedJob job) {
        long submit = moment(CsvField.SUBMIT);
        long start = moment(CsvField.START);
        long end = moment(CsvField.END);
        long wait = duration(CsvField.WAIT);
        long run = duration(CsvField.RUN);
        if (submit == UNKNOWN && start != UNKNOWN && wait >= 0) {
            submit = start - wait;
        } else if (wait < 0 && start != UNKNOWN && submit != UNKNOWN && isOtherThanSubmit()) {
            wait = start - submit;
            if (wait < 0) {
                findings.add(CsvOddity.START_EARLY);
                wait = -1;
            }
        }
        if (submit == UNKNOWN) {
            findings.add(CsvOddity.NO_SUBMIT);
            return false;
        }
        if (start == UNKNOWN && wait >= 0) {
            start = submit + wait;
        }
        if (run < 0 && start != UNKNOWN && end != UNKNOWN) {
            run = end - start;
            if (run < 0) {
                findings.add(CsvOddity.END_EARLY);
                return false;
            }
        }
        job.submitMillis = submit;
        job.waitMillis = wait;
        job.runMillis = run;
        return true;
    }

    private boolean isOtherThanSubmit() {
        return column(CsvField.START) != column(CsvField.SUBMIT);
    }

    private int column(CsvField field) {
        int[] of = columns[field.ordinal()];
        return of.length == 0 ? -1 : of[0];
    }

    private long id(long rowNumber) {
        int column = column(CsvField.ID);
        if (column < 0 || row.isUnknown(column)) {
            return rowNumber;
        }
        long thousandths = row.thousandths(column);
        boolean isNumber = thousandths >= 0 && thousandths % THOUSAND == 0;
        if (!isNumber || thousandths == LoggedJob.BEYOND) {
            findings.add(CsvOddity.ID_TEXT);
            return rowNumber;
        }
        return thousandths / THOUSAND;
    }

    /** A span of time in milliseconds; −1 if it is not said. */
    private long duration(CsvField field) {
        int column = column(field);
        if (column < 0 || row.isUnknown(column)) {
            return -1;
        }
        long millis = row.duration(column, mapping.times().durationMillis());
        if (millis == CsvNumbers.NONE) {
            findings.add(CsvOddity.NO_TIME);
        }
        return Math.max(Math.min(millis, LoggedJob.BEYOND / 4), -1);
    }

    /** A moment in milliseconds since time 0 or 1970. */
    private long moment(CsvField field) {
        int column = column(field);
        if (column < 0 || row.isUnknown(column)) {
            return UNKNOWN;
        }
        DateTimeFormatter pattern = mapping.times().pattern();
        long millis;
        if (pattern != null && !row.isDate(column)) {
            millis = date(pattern, row.text(column));
        } else {
            long number = row.thousandths(column);
            if (number != CsvNumbers.NONE) {
                return within(unitMillis(number), mapping.times().sinceMillis());
            }
            millis = since1970 ? row.dateMillis(column, clock) : LogClock.NO_DATE;
        }
        if (millis == LogClock.NO_DATE) {
            findings.add(CsvOddity.NO_TIME);
            return UNKNOWN;
        }
        return within(millis, 0);
    }

    /**
     * A moment since 1970 or time 0; for one that no job can have, one so far away that a job can
     * have no wait from or to it either, and that differences to others still fit.
     */
    private static long within(long millis, long since) {
        if (millis > LoggedJob.BEYOND / 4 || millis < -LoggedJob.BEYOND / 4) {
            return Long.signum(millis) * (LoggedJob.BEYOND / 2);
        }
        return millis + since;
    }

    private long date(DateTimeFormatter pattern, String text) {
        try {
            TemporalAccessor read =
                    pattern.parseBest(
                            text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof ZonedDateTime zoned) {
                return zoned.toInstant().toEpochMilli();
            }
            LocalDateTime local =
                    read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
            return clock.millis(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
        } catch (DateTimeException none) {
            return LogClock.NO_DATE;
        }
    }

    /** A number of things, parts rounded up; −1 if it is not said. */
    private long size(CsvField field) {
        int[] of = columns[field.ordinal()];
        CsvColumn column = mapping.column(field);
        if (of.length == 0 || column == null) {
            return -1;
        }
        long product = 1;
        long parts = column.per(); // in how many parts 1 is cut
        for (int one : of) {
            long thousandths = row.isUnknown(one) ? -1 : row.thousandths(one);
            if (thousandths == CsvNumbers.NONE) {
                findings.add(CsvOddity.NO_NUMBER);
            }
            if (thousandths < 0) {
                return -1;
            }
            boolean isWhole = thousandths % THOUSAND == 0;
            long factor = isWhole ? thousandths / THOUSAND : thousandths;
            parts *= isWhole ? 1 : THOUSAND;
            if (factor != 0 && product > LoggedJob.BEYOND / factor) {
                return LoggedJob.BEYOND;
            }
            product *= factor;
        }
        if (product % parts == 0) {
            return product / parts;
        }
        findings.add(CsvOddity.ROUNDED_UP);
        return product / parts + 1;
    }

    /** A name, or null. */
    @Nullable String name(CsvField field) {
        int column = column(field);
        return column < 0 || row.isUnknown(column) ? null : row.name(column);
    }
}
