package dandori.generate;

import java.util.List;

/**
 * Fine-tuning of language models: 3 to 16 nodes for hours, often ended by its users.
 *
 * <p>On SAKURAONE jobs of 2 to 4 nodes are 9.5 % of the jobs and 2.8 % of the accelerator time,
 * those of 5 to 16 nodes 10.3 % and 22.1 % (arXiv 2507.02124 and MLSys 2026, by a summary; the
 * differences of what it states). Assumed: the run times between these figures, that half of the
 * jobs are cancelled, time limits, users, activity.
 */
public final class FineTuning extends Archetype {

    private static final Quantiles FEW =
            Quantiles.of(0, 1, 0.25, 30, 0.5, 180, 0.8, 720, 0.95, 2160, 1, 4320);
    private static final Quantiles MANY =
            Quantiles.of(0, 1, 0.25, 60, 0.5, 330, 0.8, 1380, 0.95, 4320, 1, 10_080);

    private static final List<JobClass> CLASSES =
            List.of(
                    JobClass.of(0.35, 3, 4, FEW).ending(0.5, 0),
                    JobClass.of(0.65, 5, 16, MANY).ending(0.5, 0));

    private static final List<Moment> MOMENTS =
            List.of(Moment.jobsOverOneDay(), Moment.nodeTimeCancelled());

    /** For {@link java.util.ServiceLoader}. */
    public FineTuning() {
        super(
                "fine-tuning",
                "Fine-tuning of language models: 3 to 16 nodes, for hours.",
                "SAKURAONE, arXiv 2507.02124, by a summary",
                new Habits("10", "3", "0.3", "0.4", "0.5", "1"),
                CLASSES,
                MOMENTS);
    }
}
