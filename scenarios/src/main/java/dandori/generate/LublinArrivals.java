package dandori.generate;

import dandori.engine.Durations;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * When jobs of a type come: gaps whose logarithm is gamma distributed, on a clock that runs as fast
 * as the half hour is busy. All gaps are multiplied by one number so that as many jobs come as are
 * expected; the shape of the day stays. The stream has long begun at time 0: the first gap is what
 * is left of one that is drawn in proportion to its length. O(1) a job and a half hour.
 */
final class LublinArrivals {

    /** What {@link #nextMillis} says after the last. */
    static final long NONE = Long.MAX_VALUE;

    private final GammaDraw gaps;
    private final double limit; // of the logarithm
    private final LublinDay day;
    private final double factor; // from gaps to busy milliseconds; 0 if nobody comes
    private final long startMillis; // time 0, since midnight
    private final long endMillis; // since the same midnight
    private long slot;
    private double weight; // of the slot
    private double left; // busy milliseconds left of the slot
    private double first; // gap in seconds; 0 once it is over

    /**
     * The arrivals of so many jobs.
     *
     * @param gap the gaps of the model, in seconds
     * @param day how busy the half hours are
     * @param demand when time 0 and the end are
     * @param jobs how many are expected, at least 0
     * @param purpose of the random numbers that they are drawn from
     */
    LublinArrivals(ExpGamma gap, LublinDay day, Demand demand, double jobs, String purpose) {
        UniformRandomProvider firstOf = demand.random("first of " + purpose);
        first = gap.byLength(firstOf.nextDouble()) * (1 - firstOf.nextDouble());
        UniformRandomProvider random = demand.random(purpose);
        gaps = new GammaDraw(gap.shape(), gap.scale(), random);
        limit = gap.limit();
        this.day = day;
        startMillis = demand.start().toLocalTime().toNanoOfDay() / 1_000_000;
        endMillis = startMillis + demand.lengthMillis();
        double busyMillis = day.weighted(startMillis, endMillis);
        factor = jobs > 0 ? busyMillis / jobs / gap.mean() : 0;
        slot = startMillis / LublinDay.SLOT_MILLIS;
        weight = day.weight(slot);
        left = day.weighted(startMillis, (slot + 1) * LublinDay.SLOT_MILLIS);
    }

    /** The next arrival, in milliseconds and whole seconds since time 0; {@link #NONE} at last. */
    long nextMillis() {
        if (factor == 0) {
            return NONE;
        }
        double busy = gap() * factor;
        while (busy > left) {
            busy -= left;
            slot++;
            if (slot * LublinDay.SLOT_MILLIS >= endMillis) {
                return NONE;
            }
            weight = day.weight(slot);
            left = weight * LublinDay.SLOT_MILLIS;
        }
        left -= busy;
        double at = (slot + 1) * LublinDay.SLOT_MILLIS - left / weight - startMillis;
        long seconds = (long) (at / Durations.SECOND_MILLIS);
        return at < endMillis - startMillis ? seconds * Durations.SECOND_MILLIS : NONE;
    }

    private double gap() {
        if (first > 0) {
            double its = first;
            first = 0;
            return its;
        }
        double log = gaps.next();
        while (log > limit) {
            log = gaps.next();
        }
        return StrictMath.exp(log);
    }
}
