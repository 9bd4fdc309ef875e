package dandori.generate;

import java.util.List;

/**
 * People who try things out on a cluster for language models: one or two nodes, for minutes, by far
 * the most jobs and next to none of the node time.
 *
 * <p>On SAKURAONE one-node jobs are 76.9 % of the jobs and 1.8 % of the accelerator time (arXiv
 * 2507.02124 and MLSys 2026, by a summary). Assumed: the run times between these figures, that
 * three of ten jobs are cancelled, time limits, users, activity.
 */
public final class Development extends Archetype {

    private static final Quantiles RUN_TIMES =
            Quantiles.of(0, 0.2, 0.25, 2, 0.5, 10, 0.75, 40, 0.95, 330, 0.99, 1440, 1, 4320);

    private static final List<JobClass> CLASSES =
            List.of(
                    JobClass.of(0.95, 1, 1, RUN_TIMES).ending(0.3, 0),
                    JobClass.of(0.05, 2, 2, RUN_TIMES).ending(0.3, 0));

    private static final List<Moment> MOMENTS =
            List.of(Moment.jobsUnderOneHour(), Moment.jobsCancelled());

    /** For {@link java.util.ServiceLoader}. */
    public Development() {
        super(
                "development",
                "Trying things out on a cluster for language models: one or two nodes, for minutes"
                        + " to tens of minutes.",
                "SAKURAONE, arXiv 2507.02124, by a summary",
                new Habits("20", "4", "0.3", "0.15", "0.25", "1"),
                CLASSES,
                MOMENTS);
    }
}
