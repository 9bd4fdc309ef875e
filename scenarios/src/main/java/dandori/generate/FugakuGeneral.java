package dandori.generate;

import java.util.List;

/**
 * The jobs of all users of Fugaku, small ones by far the most, as in its public trace.
 *
 * <p>F-DATA (Zenodo 10.5281/zenodo.11467483) holds about 24 million jobs from March 2021 to April
 * 2024: about 19 million of at most 10 nodes, 15 million shorter than an hour, 10,000 of more than
 * 10,000 nodes; more than 21 million completed, 2.5 million failed. With the utilizations of its
 * fiscal years a job needs 140 node hours on average. Limits of run times are those of the resource
 * groups: 72 h up to 384 nodes, 24 h above.
 *
 * <p>Assumed: how sizes and run times lie between these figures, that half of the failed jobs met
 * their time limit, time limits, users, and how much activity changes. What is left of the 24
 * million, 2 %, is taken as cancelled.
 */
public final class FugakuGeneral extends Archetype {

    private static final Quantiles SMALL =
            Quantiles.of(0, 0.2, 0.3, 4, 0.63, 60, 0.85, 360, 0.96, 1440, 1, 4320);
    private static final Quantiles MIDDLE =
            Quantiles.of(0, 0.2, 0.25, 5, 0.6, 60, 0.85, 300, 0.97, 1440, 1, 4320);
    private static final Quantiles LARGE =
            Quantiles.of(0, 0.5, 0.25, 10, 0.65, 60, 0.9, 330, 1, 1440);

    private static final List<JobClass> CLASSES =
            List.of(
                    JobClass.of(0.4, 1, 1, SMALL).ending(0.02, 0.05),
                    JobClass.of(0.392, 2, 10, SMALL).ending(0.02, 0.05),
                    JobClass.of(0.14, 11, 96, MIDDLE).ending(0.02, 0.05),
                    JobClass.of(0.05938, 97, 384, MIDDLE).ending(0.02, 0.05),
                    JobClass.of(0.0082, 385, 10_000, LARGE).ending(0.02, 0.05),
                    JobClass.of(0.00037, 10_001, 12_288, LARGE).ending(0.02, 0.05),
                    JobClass.of(0.00004, 12_289, 55_296, LARGE).ending(0.02, 0.05),
                    JobClass.of(0.00001, 55_297, 82_944, LARGE).ending(0.02, 0.05));

    private static final String F_DATA = "F-DATA, Zenodo 10.5281/zenodo.11467483";

    private static final List<Moment> MOMENTS =
            List.of(
                    Moment.ofJobs(
                                    "jobs of at most 10 nodes",
                                    (nodes, millis, cancelled) -> nodes <= 10)
                            .published(100 * 19.0 / 24, F_DATA),
                    Moment.jobsUnderOneHour().published(100 * 15.0 / 24, F_DATA),
                    Moment.ofJobs(
                                    "jobs above 10,000 nodes",
                                    (nodes, millis, cancelled) -> nodes > 10_000)
                            .published(100 * 0.01 / 24, F_DATA),
                    Moment.jobsCancelled()
                            .published(
                                    100 * 0.5 / 24,
                                    F_DATA + ", what is left beside completed and failed"));

    /** For {@link java.util.ServiceLoader}. */
    public FugakuGeneral() {
        super(
                "fugaku-general",
                "The jobs of all users of Fugaku: four of five have at most 10 nodes, and one of"
                        + " 2,400 has more than 10,000.",
                F_DATA,
                new Habits("400", "4", "0.1", "0.4", "0.5", "2"),
                CLASSES,
                MOMENTS);
    }
}
