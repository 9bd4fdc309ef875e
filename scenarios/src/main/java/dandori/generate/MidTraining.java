package dandori.generate;

import java.util.List;

/**
 * Continued pretraining of language models: 17 to 32 nodes for days, some for more than a week, and
 * most ended by their users when the loss no longer falls.
 *
 * <p>On SAKURAONE 13.6 % of the jobs of 17 to 32 nodes ran for more than a week, jobs of 17 and
 * more nodes are 3.3 % of the jobs and 73.3 % of the accelerator time, and 73.5 % of all
 * accelerator time ended in cancellation (arXiv 2507.02124 and MLSys 2026, by a summary); in Acme
 * 66.4 % and 60.7 % did (github.com/InternLM/AcmeTrace, cluster_summary.csv). Assumed: the run
 * times below a week, time limits of up to two weeks, users, activity.
 */
public final class MidTraining extends Archetype {

    private static final Quantiles RUN_TIMES =
            Quantiles.of(0, 5, 0.2, 240, 0.5, 1800, 0.75, 5400, 0.864, 10_080, 1, 20_160);

    private static final List<JobClass> CLASSES =
            List.of(JobClass.of(1, 17, 32, RUN_TIMES).ending(0.82, 0));

    private static final String SAKURAONE = "SAKURAONE, arXiv 2507.02124, by a summary";

    private static final List<Moment> MOMENTS =
            List.of(
                    Moment.jobsOverOneWeek().published(13.6, SAKURAONE),
                    Moment.nodeTimeCancelled()
                            .published(73.5, SAKURAONE + ", of jobs of all sizes"));

    /** For {@link java.util.ServiceLoader}. */
    public MidTraining() {
        super(
                "mid-training",
                "Continued pretraining of language models: 17 to 32 nodes, for days, mostly ended"
                        + " by its users.",
                SAKURAONE,
                new Habits("5", "2", "0.5", "0.5", "0.5", "1"),
                CLASSES,
                MOMENTS);
    }
}
