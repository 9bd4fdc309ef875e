package dandori.experiment;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Weighted max–min shares of a capacity: everybody gets up to the demand, and nobody could get more
 * without somebody getting less who has no more for the weight.
 *
 * <p>Share i = min(demand i, level · weight i), with the level at which all shares together are the
 * smaller of the capacity and all demand. Those of weight 0 share evenly what the others leave.
 * Bertsekas and Gallager, Data Networks, 2nd edition, section 6.5.2. Cost: O(n log n).
 */
final class WaterFilling {

    private WaterFilling() {}

    /**
     * The shares.
     *
     * @param demand what each asks for, at least 0
     * @param weight what each is due, relative to the others, at least 0
     * @param capacity what there is, at least 0
     */
    static double[] shares(double[] demand, double[] weight, double capacity) {
        double[] shares = new double[demand.length];
        double left = fill(demand, weight, capacity, shares);
        double[] even = new double[demand.length];
        for (int i = 0; i < demand.length; i++) {
            even[i] = weight[i] > 0 ? 0 : 1;
        }
        fill(demand, even, left, shares);
        return shares;
    }

    /** Gives to those of a weight above 0, and returns what is left. */
    private static double fill(double[] demand, double[] weight, double capacity, double[] shares) {
        Integer[] order = new Integer[demand.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> demand[i] / weight[i])); // stable
        double weightLeft = 0;
        for (double one : weight) {
            weightLeft += one;
        }
        double left = capacity;
        for (int i : order) {
            if (weight[i] > 0) {
                shares[i] = Math.min(demand[i], Math.max(0, left) * weight[i] / weightLeft);
                left -= shares[i];
                weightLeft -= weight[i];
            }
        }
        return Math.max(0, left);
    }
}
