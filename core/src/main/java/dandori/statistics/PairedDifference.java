package dandori.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two lists of figures compared pair by pair, such as those of two policies under the same seeds.
 * The jobs of a pair are the same (common random numbers), so that what makes a seed a hard one
 * drops out of the difference: Law, Simulation Modeling and Analysis, 5th ed., 10.2 and 11.2.
 *
 * <p>Cost: O(n).
 *
 * @param interval the first figures less the second, and the 95 % interval of the mean difference
 * @param pValue how likely a mean difference as far from 0 is if there is none in truth, by
 *     Student's test on both sides; NaN for fewer than two pairs, 1 if all pairs are equal
 * @param unpairedHalfWidth half the width of the 95 % interval that the same figures would have
 *     from different jobs (Welch, Biometrika 34(1-2), 1947); NaN for fewer than two pairs
 */
public record PairedDifference(StudentInterval interval, double pValue, double unpairedHalfWidth) {

    /**
     * Compares two lists of equal length, none of them with NaN.
     *
     * @throws IllegalArgumentException if their lengths differ
     */
    public static PairedDifference of(double[] figures, double[] others) {
        if (figures.length != others.length) {
            throw new IllegalArgumentException(
                    "there must be as many figures (%d) as others (%d)."
                            .formatted(figures.length, others.length));
        }
        double[] differences = new double[figures.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = figures[i] - others[i];
        }
        StudentInterval interval = StudentInterval.of(differences);
        return new PairedDifference(
                interval,
                pValue(interval),
                unpaired(StudentInterval.of(figures), StudentInterval.of(others)));
    }

    private static double pValue(StudentInterval interval) {
        if (interval.count() < 2) {
            return Double.NaN;
        }
        if (interval.mean() == 0) {
            return 1;
        }
        double error = interval.standardDeviation() / Math.sqrt(interval.count());
        double t = Math.abs(interval.mean()) / error; // infinite if all pairs differ by the same
        return 2 * new TDistribution(null, interval.count() - 1).cumulativeProbability(-t);
    }

    private static double unpaired(StudentInterval one, StudentInterval other) {
        double first = squaredError(one);
        double second = squaredError(other);
        double both = first + second;
        if (one.count() < 2 || both == 0) {
            return one.count() < 2 ? Double.NaN : 0;
        }
        double freedom = both * both * (one.count() - 1) / (first * first + second * second);
        return new TDistribution(null, freedom).inverseCumulativeProbability(0.975)
                * Math.sqrt(both);
    }

    private static double squaredError(StudentInterval one) {
        return one.standardDeviation() * one.standardDeviation() / one.count();
    }
}
