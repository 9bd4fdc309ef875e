package dandori.fit;

import dandori.engine.Durations;
import java.util.ArrayList;
import java.util.List;

/**
 * How strongly jobs come in each hour of a week, counted from time 0 of the log.
 *
 * @param weights of 168 hours, over the mean of the log; above 0
 */
public record WeekProfile(List<Double> weights) {

    private static final int HOURS = 168;

    /** Checks that there are 168. */
    public WeekProfile {
        weights = List.copyOf(weights);
        if (weights.size() != HOURS || weights.stream().anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException(
                    "There must be 168 weights above 0, but there are %d."
                            .formatted(weights.size()));
        }
    }

    /**
     * The profile of submissions, which rise. The hours of the first and of the last count whole,
     * since nobody knows how many jobs the rest of them had. One job more than there came, and than
     * was to be expected, counts in each hour, so that hours of which the log has little are near
     * 1.
     */
    static WeekProfile of(long[] submitMillis) {
        double[] counts = new double[HOURS];
        for (long at : submitMillis) {
            counts[hour(at)]++;
        }
        double[] spent = new double[HOURS];
        long first = Math.floorDiv(submitMillis[0], Durations.HOUR_MILLIS);
        long last = Math.floorDiv(submitMillis[submitMillis.length - 1], Durations.HOUR_MILLIS);
        double perHour = (double) submitMillis.length / (last - first + 1);
        for (long hour = first; hour <= last; hour++) {
            spent[(int) Math.floorMod(hour, (long) HOURS)]++;
        }
        List<Double> weights = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            weights.add((counts[hour] + 1) / (spent[hour] * perHour + 1));
        }
        return new WeekProfile(weights);
    }

    /** The hour of a week, from 0 to 167. */
    static int hour(long millis) {
        return (int) Math.floorMod(Math.floorDiv(millis, Durations.HOUR_MILLIS), (long) HOURS);
    }

    /** How much time counts between two instants, where that of busy hours counts more. */
    double workingMillis(long fromMillis, long toMillis) {
        double sum = 0;
        long at = fromMillis;
        while (at < toMillis) {
            long end =
                    Math.min(
                            toMillis,
                            (Math.floorDiv(at, Durations.HOUR_MILLIS) + 1) * Durations.HOUR_MILLIS);
            sum += weights.get(hour(at)) * (end - at);
            at = end;
        }
        return sum;
    }

    /** When so much working time after an instant is over; the end where that is earlier. */
    double after(double fromMillis, double workingMillis, double endMillis) {
        double at = fromMillis;
        double left = workingMillis;
        while (at < endMillis) {
            long hour = (long) StrictMath.floor(at / Durations.HOUR_MILLIS);
            double end = (hour + 1) * (double) Durations.HOUR_MILLIS;
            double weight = weights.get((int) Math.floorMod(hour, (long) HOURS));
            if (weight * (end - at) >= left) {
                return at + left / weight;
            }
            left -= weight * (end - at);
            at = end;
        }
        return endMillis;
    }
}
