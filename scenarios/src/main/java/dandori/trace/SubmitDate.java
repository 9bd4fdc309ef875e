package dandori.trace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * A date that limits submissions, as a user writes it: {@code 2026-04-01}, or with a time, {@code
 * 2026-04-01T12:00}, and a zone if need be; without one it is in that of the trace.
 */
public final class SubmitDate {

    private SubmitDate() {}

    /**
     * The date in milliseconds since the time 0 of a trace.
     *
     * @param origin the date of time 0
     * @throws DateTimeException if the text is no date, or one too far away to be counted
     */
    public static long millis(String text, ZonedDateTime origin) {
        try {
            return Duration.between(origin, date(text, origin)).toMillis();
        } catch (ArithmeticException tooFar) {
            throw new DateTimeException(text, tooFar);
        }
    }

    private static ZonedDateTime date(String text, ZonedDateTime origin) {
        if (text.length() > 10 && text.matches(".*(Z|[+-]\\d\\d:\\d\\d|])")) {
            return ZonedDateTime.parse(text);
        }
        return text.contains("T")
                ? LocalDateTime.parse(text).atZone(origin.getZone())
                : LocalDate.parse(text).atStartOfDay(origin.getZone());
    }

    /** What may be written instead of something that is no date. */
    public static String examples(ZonedDateTime origin) {
        return "'%s', or with a time: '%sT12:00'."
                .formatted(origin.toLocalDate(), origin.toLocalDate());
    }
}
