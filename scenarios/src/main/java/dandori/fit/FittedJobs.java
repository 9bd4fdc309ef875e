package dandori.fit;

import dandori.engine.Durations;
import dandori.engine.RandomStreams;
import dandori.generate.Generators;
import dandori.generate.NamedUsers;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.trace.ReadProgress;
import java.util.Locale;

/**
 * Jobs drawn from a {@link FittedModel}. Equal models and seeds give equal jobs. Cost: about a
 * microsecond a job.
 */
public final class FittedJobs {

    private static final int TOLD = 1 << 16; // jobs from one word of progress to the next

    private final FittedModel model;
    private final RandomStreams streams;

    /** Draws from a model. */
    public FittedJobs(FittedModel model, RandomStreams streams) {
        this.model = model;
        this.streams = streams;
    }

    /**
     * Jobs of so many days, numbered from 1.
     *
     * @param days above 0
     */
    public Workload ofDays(double days) {
        return ofDays(days, (done, all) -> {});
    }

    /**
     * Jobs of so many days, numbered from 1.
     *
     * @param days above 0
     * @param progress is told now and then how many of the milliseconds are over
     * @throws IllegalArgumentException if that are more than {@link Generators#MOST_JOBS}, in a
     *     sentence
     */
    public Workload ofDays(double days, ReadProgress progress) {
        if (!(days > 0)) {
            throw new IllegalArgumentException("days (%s) must be above 0.".formatted(days));
        }
        check(model.expectedJobs(days));
        double end = days * Durations.DAY_MILLIS;
        WorkloadBuilder into = new WorkloadBuilder("like " + model.like());
        NamedUsers users =
                new NamedUsers(model.habits().users(), user -> String.valueOf(user + 1), into);
        FittedDraw draw =
                new FittedDraw(model, end, purpose -> streams.stream("fitted " + purpose, 0));
        while (draw.next()) {
            if (into.count() % TOLD == 0) {
                progress.read(draw.submitMillis(), (long) end);
                check(into.count());
            }
            into.add(
                    into.count() + 1L,
                    draw.submitMillis(),
                    draw.nodes(),
                    draw.limitMillis(),
                    draw.runMillis(),
                    users.index(draw.user()),
                    -1,
                    -1,
                    -1);
        }
        return into.build();
    }

    private static void check(double jobs) {
        if (jobs > Generators.MOST_JOBS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "makes %.3g jobs, but %,.0f are the most.",
                            jobs,
                            Generators.MOST_JOBS));
        }
    }
}
