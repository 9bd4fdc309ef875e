package dandori.trace.csv;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What times look like.
 *
 * @param unitMillis how many milliseconds make 1 of a moment that is a number
 * @param durationMillis how many milliseconds make 1 of a duration that is a number
 * @param since from when moments that are numbers count
 * @param sinceMillis the date of that in milliseconds since 1970, for {@link Since#DATE}
 * @param pattern how dates are written; null: as {@link dandori.trace.LogClock} reads them
 * @param zone where dates without a zone were written; null: UTC
 */
record CsvTimes(
        long unitMillis,
        long durationMillis,
        Since since,
        long sinceMillis,
        @Nullable DateTimeFormatter pattern,
        @Nullable ZoneId zone) {

    /** From when numbers count. */
    enum Since {
        /** From 1970 if the first job's number says 1985 or later, else from the log's own 0. */
        SEEN,
        /** From the log's own time 0. */
        START,
        /** From a date, such as that of 1970. */
        DATE
    }
}
