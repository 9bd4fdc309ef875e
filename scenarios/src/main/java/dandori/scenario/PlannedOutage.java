package dandori.scenario;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.Outage;
import dandori.scenario.key.Moment;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A planned outage of a scenario.
 *
 * @param machine whose nodes
 * @param from when they leave: a date, or the time since the beginning of the run
 * @param to when they come back
 * @param nodes how many, {@link Outage#WHOLE} for all
 * @param pool of which pool; empty for the whole machine
 * @param onBegin what becomes of jobs that run when it begins
 */
public record PlannedOutage(
        String machine, Moment from, Moment to, int nodes, String pool, OnBegin onBegin) {

    /** Whether it says a date, so that somebody must say when the run begins. */
    public boolean isDated() {
        return from.date() != null || to.date() != null;
    }

    /**
     * When it begins, in milliseconds since the beginning of the run.
     *
     * @param origin the date of time 0; may be null if it is not dated
     */
    public long fromMillis(@Nullable ZonedDateTime origin) {
        return millis(from, origin);
    }

    /** When it ends, likewise. */
    public long toMillis(@Nullable ZonedDateTime origin) {
        return millis(to, origin);
    }

    private static long millis(Moment moment, @Nullable ZonedDateTime origin) {
        Long millis = moment.millis();
        if (millis != null) {
            return millis;
        }
        if (origin == null) {
            throw new IllegalStateException("%s is a date, but time 0 has none.".formatted(moment));
        }
        return Duration.between(origin, moment.date()).toMillis();
    }

    /** The outage in a run. */
    Outage outage(@Nullable ZonedDateTime origin) {
        return new Outage(fromMillis(origin), toMillis(origin), nodes, machine, pool, onBegin);
    }
}
