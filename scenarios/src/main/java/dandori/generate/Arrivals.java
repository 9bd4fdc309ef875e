package dandori.generate;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * When jobs come: a Poisson stream whose rate follows an activity, drawn by thinning (Lewis and
 * Shedler, Naval Research Logistics Quarterly 26(3), 1979): candidates come at the highest rate and
 * stay with probability rate(t) / highest. O(highest / mean rate) a job.
 */
final class Arrivals {

    /** What {@link #nextMillis} says after the last. */
    static final long NONE = Long.MAX_VALUE;

    private final Activity activity;
    private final UniformRandomProvider random;
    private final double highestPerMilli;
    private final long lengthMillis;
    private double at;

    /** The arrivals of as many jobs as are expected. */
    Arrivals(Demand demand, Activity activity, double expectedJobs) {
        this.activity = activity;
        random = demand.random("arrivals");
        lengthMillis = demand.lengthMillis();
        highestPerMilli = expectedJobs / (lengthMillis * activity.mean(lengthMillis));
    }

    /** The next arrival, in milliseconds and whole seconds; {@link #NONE} after the last. */
    long nextMillis() {
        while (true) {
            at -= StrictMath.log(1 - random.nextDouble()) / highestPerMilli;
            if (!(at < lengthMillis)) {
                return NONE;
            }
            if (random.nextDouble() < activity.weight(at)) {
                return (long) at / 1_000 * 1_000;
            }
        }
    }
}
