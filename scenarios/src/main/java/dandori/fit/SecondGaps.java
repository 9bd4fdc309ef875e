package dandori.fit;

import dandori.engine.Durations;

/**
 * When the next job comes that does not come with the one before: at a later second, since jobs of
 * one second are those that come together.
 *
 * <p>Gaps are exponential, rounded up to whole seconds. Rounded up, a mean of m seconds becomes 1 /
 * (1 - e^(-1/m)); so for a mean of M, m = -1 / ln(1 - 1/M). Where a phase has gaps of less than a
 * second, all of its gaps take one, and those of the others are shortened by one factor. So the
 * mean stays, hour by hour. In hours for which more seconds are needed than there are, gaps are not
 * rounded: the number of jobs goes before.
 */
final class SecondGaps {

    private static final double SECOND = Durations.SECOND_MILLIS;

    private final WeekProfile week;
    private final double[][] means; // by hour and phase, before rounding, in working milliseconds
    private final boolean[] isRounded; // by hour

    /**
     * Gaps by phase.
     *
     * @param meanMillis of all, in working time
     */
    SecondGaps(HyperExponential gaps, double meanMillis, WeekProfile week) {
        this.week = week;
        int hours = week.weights().size();
        means = new double[hours][];
        isRounded = new boolean[hours];
        double[] shares = gaps.weights().stream().mapToDouble(share -> share).toArray();
        for (int hour = 0; hour < hours; hour++) {
            double weight = week.weights().get(hour);
            double[] wanted =
                    gaps.means().stream()
                            .mapToDouble(mean -> mean * meanMillis / weight / SECOND)
                            .toArray();
            isRounded[hour] = sum(shares, wanted) > 1;
            double[] seconds = isRounded[hour] ? beforeRounding(shares, wanted) : wanted;
            means[hour] = new double[seconds.length];
            for (int phase = 0; phase < seconds.length; phase++) {
                means[hour][phase] = seconds[phase] * weight * SECOND;
            }
        }
    }

    private static double sum(double[] shares, double[] seconds) {
        double sum = 0;
        for (int phase = 0; phase < shares.length; phase++) {
            sum += shares[phase] * seconds[phase];
        }
        return sum;
    }

    /** The means, in seconds, that come to the wanted ones when they are rounded up. */
    private static double[] beforeRounding(double[] shares, double[] wanted) {
        double[] rounded = wanted.clone(); // at least 1
        double all = sum(shares, wanted);
        for (int round = 0;
                round < wanted.length;
                round++) { // each time one more at least is short
            double ofShort = 0;
            double ofOthers = 0;
            for (int phase = 0; phase < wanted.length; phase++) {
                if (rounded[phase] <= 1) {
                    rounded[phase] = 1;
                    ofShort += shares[phase];
                } else {
                    ofOthers += shares[phase] * rounded[phase];
                }
            }
            if (ofShort > 0) {
                for (int phase = 0; phase < wanted.length; phase++) {
                    rounded[phase] *= rounded[phase] > 1 ? (all - ofShort) / ofOthers : 1;
                }
            }
        }
        double[] before = new double[wanted.length];
        for (int phase = 0; phase < wanted.length; phase++) {
            before[phase] = rounded[phase] > 1 ? -1 / StrictMath.log1p(-1 / rounded[phase]) : 0;
        }
        return before;
    }

    /**
     * The first job.
     *
     * @param phase of the gap in which time 0 lies
     * @param where uniform in [0, 1)
     * @param endMillis which is said, or something later, where none comes before
     */
    double first(int phase, double where, double endMillis) {
        double at = week.after(0, working(0, phase, where), endMillis);
        return isRounded[0] ? StrictMath.floor(at / SECOND) * SECOND : at;
    }

    /** The next job after one, likewise. */
    double after(double before, int phase, double where, double endMillis) {
        int hour = WeekProfile.hour((long) before);
        double at = week.after(before, working(hour, phase, where), endMillis);
        return isRounded[hour]
                ? Math.max(StrictMath.floor(before / SECOND) + 1, StrictMath.ceil(at / SECOND))
                        * SECOND
                : at;
    }

    private double working(int hour, int phase, double where) {
        return -StrictMath.log(1 - where) * means[hour][phase];
    }
}
