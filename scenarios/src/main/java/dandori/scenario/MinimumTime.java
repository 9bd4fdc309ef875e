package dandori.scenario;

import dandori.catalogue.Dimension;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Units;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * For how long jobs are sure of their nodes, {@code elapse=min-max} in Fujitsu's job scripts: after
 * that a job goes on only while nobody else needs them.
 *
 * @param share of the time limit, above 0 and below 1; 0 where a time is given
 * @param millis the time, in milliseconds, above 0; 0 where a share is given
 */
public record MinimumTime(double share, long millis) {

    /** Checks that just one is given. */
    public MinimumTime {
        boolean isShare = share > 0 && share < 1 && millis == 0;
        if (!isShare && !(share == 0 && millis > 0)) {
            throw new IllegalArgumentException(
                    "A minimum is a share (%s) or a time (%d ms).".formatted(share, millis));
        }
    }

    /** Reads {@code 4h}, {@code 50 %} or {@code 0.5}; null if the text is none of these. */
    public static @Nullable MinimumTime parse(String text) {
        OptionalLong time = Units.millis(text);
        if (time.isPresent()) {
            return time.getAsLong() > 0 ? new MinimumTime(0, time.getAsLong()) : null;
        }
        OptionalDouble share = Dimension.RATIO.value(text);
        double value = share.orElse(0);
        return value > 0 && value < 1 ? new MinimumTime(value, 0) : null;
    }

    /** The time of a job with such a limit; 0 if it is sure of all of it. */
    public long of(long walltimeMillis) {
        if (walltimeMillis == 0 || millis >= walltimeMillis) {
            return 0;
        }
        return millis > 0 ? millis : Math.max(1, (long) (share * walltimeMillis));
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return millis > 0 ? Units.duration(millis) : Scalars.plain(share);
    }
}
