package dandori.scenario.key;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a trace: a date, or a time since its beginning. One of the two is null.
 *
 * @param date the date
 * @param millis the time since the beginning, in milliseconds
 */
public record Moment(@Nullable ZonedDateTime date, @Nullable Long millis) {

    /** Checks that just one is given. */
    public Moment {
        if ((date == null) == (millis == null)) {
            throw new IllegalArgumentException(
                    "A moment is a date (%s) or a time (%s).".formatted(date, millis));
        }
    }

    /** Whether it can be told at once that this moment does not lie before another. */
    public boolean isNotBefore(Moment other) {
        if (date != null && other.date != null) {
            return !date.isBefore(other.date);
        }
        return millis != null && other.millis != null && millis >= other.millis;
    }
}
