package dandori.generate;

/**
 * How long jobs run, as a table of quantiles: between two entries the logarithm of the time grows
 * evenly; in whole seconds, at least 1 s.
 *
 * <p>{@code Quantiles.of(0, 0.2, 0.63, 60, 1, 4320)}: at least 0.2 minutes, 63 % at most an hour,
 * none longer than three days. O(entries) a value.
 */
final class Quantiles {

    private static final int POINTS = 10_000;
    private static final double MINUTE_SECONDS = 60;

    private final double[] upTo; // share of the jobs, from 0 to 1; rises
    private final double[] logSeconds; // never falls

    private Quantiles(double[] upTo, double[] logSeconds) {
        this.upTo = upTo;
        this.logSeconds = logSeconds;
    }

    /**
     * A table.
     *
     * @param sharesAndMinutes share of the jobs, minutes that they do not exceed, and so on; shares
     *     rise from 0 to 1, minutes are above 0 and never fall
     */
    static Quantiles of(double... sharesAndMinutes) {
        int entries = sharesAndMinutes.length / 2;
        double[] upTo = new double[entries];
        double[] logSeconds = new double[entries];
        for (int i = 0; i < entries; i++) {
            upTo[i] = sharesAndMinutes[2 * i];
            logSeconds[i] = StrictMath.log(sharesAndMinutes[2 * i + 1] * MINUTE_SECONDS);
            if (i > 0 && !(upTo[i] > upTo[i - 1] && logSeconds[i] >= logSeconds[i - 1])) {
                throw new IllegalArgumentException(
                        "Entry %d (%s, %s min) must lie above the one before."
                                .formatted(i, upTo[i], sharesAndMinutes[2 * i + 1]));
            }
        }
        if (entries < 2 || upTo[0] != 0 || upTo[entries - 1] != 1) {
            throw new IllegalArgumentException("The shares must go from 0 to 1.");
        }
        return new Quantiles(upTo, logSeconds);
    }

    /** The time in milliseconds of the quantile u in [0, 1]. */
    long millis(double u) {
        int entry = 1;
        while (entry < upTo.length - 1 && u > upTo[entry]) {
            entry++;
        }
        double part = (u - upTo[entry - 1]) / (upTo[entry] - upTo[entry - 1]);
        double log = logSeconds[entry - 1] + part * (logSeconds[entry] - logSeconds[entry - 1]);
        return Math.max(1, StrictMath.round(StrictMath.exp(log))) * 1_000;
    }

    /** The longest time in milliseconds. */
    long longestMillis() {
        return millis(1);
    }

    /** The mean of a function of the time, by the midpoint rule over 10,000 quantiles. */
    double mean(java.util.function.LongToDoubleFunction of) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += of.applyAsDouble(millis((i + 0.5) / POINTS));
        }
        return sum / POINTS;
    }
}
