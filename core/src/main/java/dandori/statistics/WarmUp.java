package dandori.statistics;

/**
 * How many observations at the beginning of a run to leave out, since they remember that it began
 * with an empty machine: MSER-5.
 *
 * <p>Observations are averaged by five; of all cuts d that leave at least five averages, that with
 * the least Σ(Y_i - Ȳ)² / (n - d)² over the n - d averages that stay is taken, the first of equal
 * ones. Where it lies in the second half, the run is too short to tell. White, Simulation 69(6),
 * 1997; White, Cobb and Spratt, WSC 2000; that the last five averages are no candidates is from
 * Hoad, Robinson and Davies, JORS 61(9), 2010, since two that happen to be equal would win.
 *
 * <p>A run that never settles, as one with more work than nodes, is too short however long it is.
 * What comes and goes each day or week is no warm-up and is not found. Cost: O(n).
 *
 * @param observations how many to leave out, a multiple of {@link #BATCH}; 0 where the run is too
 *     short
 * @param isLongEnough whether the cut lies in the first half, of ten averages or more
 */
public record WarmUp(int observations, boolean isLongEnough) {

    /** How many observations are averaged. */
    public static final int BATCH = 5;

    private static final int LEAST_KEPT = 5; // averages
    private static final int FEWEST = 10; // averages

    /** The warm-up of a series in order of time, none of it NaN. */
    public static WarmUp of(double... series) {
        double[] averages = averages(series);
        if (averages.length < FEWEST) {
            return new WarmUp(0, false);
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double mean = 0;
        double squares =
                0; // Σ(Y - mean)² of those from here on (Welford, Technometrics 4(3), 1962)
        for (int cut = averages.length - 1; cut >= 0; cut--) {
            int kept = averages.length - cut;
            double off = averages[cut] - mean;
            mean += off / kept;
            squares += off * (averages[cut] - mean);
            double error = squares / ((double) kept * kept);
            if (kept >= LEAST_KEPT && error <= least) {
                least = error;
                best = cut;
            }
        }
        boolean isEarly = 2 * best <= averages.length;
        return new WarmUp(isEarly ? best * BATCH : 0, isEarly);
    }

    /** The averages of five each; what is left over at the end is in none. */
    private static double[] averages(double[] series) {
        double[] averages = new double[series.length / BATCH];
        for (int i = 0; i < averages.length; i++) {
            for (int j = 0; j < BATCH; j++) {
                averages[i] += series[BATCH * i + j];
            }
            averages[i] /= BATCH;
        }
        return averages;
    }
}
