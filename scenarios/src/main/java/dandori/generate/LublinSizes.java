package dandori.generate;

import java.util.function.IntToDoubleFunction;

/**
 * How many nodes jobs of a type ask for: one, a power of two, or any number; the logarithm of the
 * latter two is uniform below a knee and uniform above it.
 *
 * @param serial share of jobs of one node
 * @param powersOfTwo share of jobs of a power of two above
 * @param low the least logarithm to base 2
 * @param knee where the density changes; at least low
 * @param high the largest logarithm; at least the knee
 * @param lowShare share of the lower part
 * @param most the largest size
 */
record LublinSizes(
        double serial,
        double powersOfTwo,
        double low,
        double knee,
        double high,
        double lowShare,
        int most) {

    private static final double LOG2 = StrictMath.log(2);
    private static final double NO_SHARE = 1e-12;
    private static final int ALIKE = 10_000; // one in so many larger is nearly the same size

    /** The sizes of a type on a machine, or up to a largest size, of so many nodes. */
    static LublinSizes of(LublinType type, int most) {
        double high = Math.max(type.low(), log2(most) - type.top());
        double knee = Math.max(type.low(), high - type.knee());
        return new LublinSizes(
                type.serial(), type.powersOfTwo(), type.low(), knee, high, type.lowShare(), most);
    }

    /**
     * A size.
     *
     * @param u uniform in [0, 1): of which kind
     * @param v uniform in [0, 1): how large
     */
    int nodes(double u, double v) {
        if (u < serial) {
            return 1;
        }
        double log =
                v < lowShare
                        ? low + v / lowShare * (knee - low)
                        : knee + (v - lowShare) / (1 - lowShare) * (high - knee);
        return u < serial + powersOfTwo
                ? power((int) Math.floor(log + 0.5))
                : (int) Math.min(most, Math.floor(StrictMath.exp(log * LOG2) + 0.5));
    }

    private int power(int exponent) {
        return 1 << Math.min(exponent, 31 - Integer.numberOfLeadingZeros(most));
    }

    /**
     * The mean of a function of the size: exact, but that sizes above 10,000 are taken together
     * with those up to 0.01 % larger. At most 130,000 steps.
     */
    double mean(IntToDoubleFunction of) {
        double sum = serial * of.applyAsDouble(1);
        double powers = Math.min(powersOfTwo, 1 - serial);
        for (int exponent = 0; exponent <= 31 && powers > 0; exponent++) {
            double share = upTo(exponent + 0.5) - upTo(exponent - 0.5);
            sum += share > 0 ? powers * share * of.applyAsDouble(power(exponent)) : 0;
        }
        double others = 1 - serial - powers;
        double below = 0;
        for (int first = 1; first <= most && others > NO_SHARE; ) {
            int last = (int) Math.min(most, (long) first + first / ALIKE);
            double upTo = last == most ? 1 : upTo(log2(last + 0.5));
            int middle = first + (last - first) / 2;
            sum += upTo > below ? others * (upTo - below) * of.applyAsDouble(middle) : 0;
            below = upTo;
            if (last == most) {
                break; // the next size may be no int
            }
            first = last + 1;
        }
        return sum;
    }

    /** The share of parallel jobs whose logarithm is at most this. */
    private double upTo(double log) {
        double lower = part(log, low, knee);
        double upper = part(log, knee, high);
        return lowShare * lower + (1 - lowShare) * upper;
    }

    private static double part(double x, double from, double to) {
        return x >= to ? 1 : x <= from ? 0 : (x - from) / (to - from);
    }

    static double log2(double x) {
        return StrictMath.log(x) / LOG2;
    }
}
