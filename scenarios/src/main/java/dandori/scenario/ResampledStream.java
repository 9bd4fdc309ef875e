package dandori.scenario;

import dandori.engine.Durations;
import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.resample.Resampled;
import dandori.resample.Resampling;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A trace whose users are played.
 *
 * @param log the trace
 * @param rule how
 * @param span which part of it
 * @param origin the date of the trace's time 0, or null
 */
record ResampledStream(Workload log, ResampleRule rule, Span span, @Nullable ZonedDateTime origin) {

    /** From when, included, to when, not included, by the trace's clock. */
    record Span(long fromMillis, long toMillis) {}

    /**
     * The jobs under a seed.
     *
     * @throws IllegalArgumentException if there are none
     */
    Resampled under(RandomStreams streams, int stream, RunPlan run) {
        return resampling(run).of(log, part(run), streams, stream);
    }

    /** How many jobs are to be expected; 0 if the log has none. */
    double expectedJobs(RunPlan run) {
        return resampling(run).expectedJobs(log, part(run));
    }

    private Resampling resampling(RunPlan run) {
        return new Resampling(rule.users(), weeks(run), rule.longTermMillis());
    }

    private Resampling.Part part(RunPlan run) {
        return new Resampling.Part(span.fromMillis, span.toMillis, intoWeekMillis(run.start()));
    }

    private int weeks(RunPlan run) {
        Long length = run.lengthMillis();
        if (rule.weeks() > 0) {
            return rule.weeks();
        }
        long last = 0;
        for (int job = 0; length == null && job < log.count(); job++) {
            long submit = log.jobs().submitMillis(job);
            last = submit < span.toMillis ? submit - span.fromMillis : last;
        }
        long millis = length == null ? last + 1 : length;
        return (int) Math.max(1, (millis + Durations.WEEK_MILLIS - 1) / Durations.WEEK_MILLIS);
    }

    /** By the clocks of both: where the run begins on a Monday at 9, so do the users. */
    private long intoWeekMillis(@Nullable ZonedDateTime start) {
        if (start == null || origin == null) {
            return 0;
        }
        long sinceOrigin =
                Duration.between(origin.toLocalDateTime(), start.toLocalDateTime()).toMillis();
        return Math.floorMod(sinceOrigin - span.fromMillis, Durations.WEEK_MILLIS);
    }
}
