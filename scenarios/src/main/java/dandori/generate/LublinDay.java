package dandori.generate;

import dandori.engine.Durations;
import org.apache.commons.math3.special.Gamma;

/**
 * How busy each half hour of the day is: the share of a gamma distribution over the half hours from
 * the eleventh of a day to the tenth of the next, over the mean of all.
 */
final class LublinDay {

    /** Half hours of a day. */
    static final int SLOTS = 48;

    /** The length of a half hour, in milliseconds. */
    static final long SLOT_MILLIS = Durations.DAY_MILLIS / SLOTS;

    private static final int FIRST = 11;

    private final double[] weights = new double[SLOTS]; // by half hour since midnight; mean 1

    LublinDay(LublinType.Shape day) {
        double sum = 0;
        for (int i = FIRST; i < SLOTS + FIRST; i++) {
            double weight = upTo(i + 0.5, day) - upTo(i - 0.5, day);
            weights[(i - 1) % SLOTS] = weight;
            sum += weight;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            weights[slot] *= SLOTS / sum;
        }
    }

    private static double upTo(double halfHours, LublinType.Shape day) {
        return Gamma.regularizedGammaP(day.shape(), halfHours / day.scale());
    }

    /** The weight of a half hour since the midnight before time 0. */
    double weight(long slot) {
        return weights[(int) (slot % SLOTS)];
    }

    /** The sum of weights over a span, each over its time, in milliseconds. */
    double weighted(long fromMillis, long toMillis) {
        double sum = 0;
        for (long at = fromMillis; at < toMillis; ) {
            long slot = at / SLOT_MILLIS;
            long end = Math.min(toMillis, (slot + 1) * SLOT_MILLIS);
            sum += weight(slot) * (end - at);
            at = end;
        }
        return sum;
    }
}
