package dandori.scenario;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long, how often, under which conventions.
 *
 * @param lengthMillis jobs come from 0 up to this time; null: as long as the traces do
 * @param warmUpMillis jobs submitted before are not measured
 * @param seeds one run a policy for each, each once
 * @param start the date of time 0; null: the first trace's own
 * @param conventions the name of a preset, {@code dandori} or {@code sc15}
 * @param overrun what becomes of a job that would run beyond its time limit
 */
public record RunPlan(
        @Nullable Long lengthMillis,
        long warmUpMillis,
        List<Integer> seeds,
        @Nullable ZonedDateTime start,
        String conventions,
        Overrun overrun) {

    /** Keeps the seeds. */
    public RunPlan {
        seeds = List.copyOf(seeds);
    }

    /** What becomes of a job that would run beyond its time limit. */
    public enum Overrun {
        /** It is ended at its limit. */
        KILL,
        /** Its limit is raised to its run time. */
        EXTEND
    }
}
