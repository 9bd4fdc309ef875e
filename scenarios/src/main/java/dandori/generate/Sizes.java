package dandori.generate;

import dandori.policy.spi.Option;

/**
 * How many nodes jobs ask for: the logarithm of the size is spread between those of the smallest
 * and the largest, and most sizes are powers of two.
 *
 * <p>With u uniform in [0, 1) the size is {@code min · (max / min)^(u^skew)}: skew 1 gives every
 * power of two as many jobs as the others, more than 1 makes small jobs the rule. It is rounded to
 * the nearest whole number, or, for the share {@code powersOfTwo} of the jobs, to the nearest power
 * of two (in logarithm) from min to max, if there is one.
 *
 * @param min the smallest size, at least 1
 * @param max the largest size, at least min
 * @param powersOfTwo share of jobs whose size is a power of two, from 0 to 1
 * @param skew above 0
 */
record Sizes(int min, int max, double powersOfTwo, double skew) {

    private static final int POINTS = 10_000;

    /** The option of generators that says the largest size. */
    static Option largestOption() {
        return Option.count("nodes.max", "unlimited")
                .positive()
                .says("The largest size; `unlimited` is the home machine's.");
    }

    /**
     * The size of a job.
     *
     * @param u uniform in [0, 1): how large among others
     * @param v uniform in [0, 1): whether a power of two
     */
    int nodes(double u, double v) {
        return rounded(exact(u), v);
    }

    private double exact(double u) {
        return min * StrictMath.pow((double) max / min, StrictMath.pow(u, skew));
    }

    private int rounded(double size, double v) {
        int least = exponentAtLeast(min);
        int most = 31 - Integer.numberOfLeadingZeros(max);
        if (v < powersOfTwo && least <= most) {
            long exponent = StrictMath.round(StrictMath.log(size) / StrictMath.log(2));
            return 1 << (int) Math.max(least, Math.min(most, exponent));
        }
        return (int) Math.max(min, Math.min(max, StrictMath.round(size)));
    }

    /** The mean size, by the midpoint rule over 10,000 quantiles of the very rule that draws. */
    double mean() {
        double any = 0;
        double powers = 0;
        for (int i = 0; i < POINTS; i++) {
            double size = exact((i + 0.5) / POINTS);
            any += rounded(size, 1);
            powers += powersOfTwo > 0 ? rounded(size, 0) : 0;
        }
        return ((1 - powersOfTwo) * any + powersOfTwo * powers) / POINTS;
    }

    private static int exponentAtLeast(int size) {
        return size == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(size - 1);
    }
}
