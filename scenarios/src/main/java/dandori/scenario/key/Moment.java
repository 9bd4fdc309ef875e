package dandori.scenario.key;

import java.time.Duration;
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

    /**
     * When it is, in milliseconds since a date.
     *
     * @param origin the date of time 0; may be null if this is no date
     */
    public long millisAfter(@Nullable ZonedDateTime origin) {
        if (millis != null) {
            return millis;
        }
        if (origin == null || date == null) {
            throw new IllegalStateException("%s is a date, but time 0 has none.".formatted(this));
        }
        return Duration.between(origin, date).toMillis();
    }

    /** Whether it can be told at once that this moment does not lie before another. */
    public boolean isNotBefore(Moment other) {
        if (date != null && other.date != null) {
            return !date.isBefore(other.date);
        }
        return millis != null && other.millis != null && millis >= other.millis;
    }
}
