package dandori.policy.backfill;

import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Which fraction of the time each job should be on its nodes: the objectives of Gavel on one type
 * of node, where its linear programs come down to filling levels and to bisection.
 *
 * <p>Narayanan et al., "Heterogeneity-Aware Cluster Scheduling Policies for Deep Learning
 * Workloads", OSDI 2020, sections 4.1 to 4.3.
 */
public final class RoundTargets {

    private static final int HALVINGS = 60;

    private RoundTargets() {}

    /**
     * Max–min fairness: nodes × fraction as equal as can be.
     *
     * @param capacity how many nodes there are
     * @param nodes those of each job
     */
    public static double[] maxMin(int capacity, int[] nodes) {
        double[] ones = new double[nodes.length];
        Arrays.fill(ones, 1);
        return fractions(levels(capacity, demands(nodes), ones), nodes);
    }

    /**
     * Max–min fairness between groups by their weights, and between the jobs of each.
     *
     * @param capacity how many nodes there are
     * @param nodes those of each job
     * @param group that of each job, from 0 on
     * @param weight of each group; at least 0
     */
    public static double[] hierarchical(int capacity, int[] nodes, int[] group, double[] weight) {
        double[] demand = new double[weight.length];
        for (int job = 0; job < nodes.length; job++) {
            demand[group[job]] += nodes[job];
        }
        double[] level = levels(capacity, demand, weight);
        double[] fractions = new double[nodes.length];
        for (int one = 0; one < weight.length; one++) {
            IntArrayList members = new IntArrayList();
            for (int job = 0; job < nodes.length; job++) {
                if (group[job] == one) {
                    members.add(job);
                }
            }
            double[] ones = new double[members.size()];
            Arrays.fill(ones, 1);
            int[] its = members.collectInt(job -> nodes[job], new IntArrayList()).toArray();
            double[] inside = fractions(levels(level[one], demands(its), ones), its);
            for (int i = 0; i < its.length; i++) {
                fractions[members.get(i)] = inside[i];
            }
        }
        return fractions;
    }

    /**
     * Finish-time fairness: the largest ρ, (age + left / fraction) / alone, as small as can be.
     *
     * @param capacity how many nodes there are
     * @param nodes those of each job
     * @param age the time since each was submitted
     * @param left the time that each needs on its nodes
     * @param alone the time from submission to the end that each would take on an equal share
     */
    public static double[] finishTime(
            int capacity, int[] nodes, double[] age, double[] left, double[] alone) {
        double low = 0; // at which somebody would have to run for more than all of the time
        for (int job = 0; job < nodes.length; job++) {
            low = Math.max(low, (age[job] + left[job]) / alone[job]);
        }
        double high = low;
        while (!fits(capacity, nodes, finishing(high, age, left, alone))) {
            high = Math.max(2 * high, Double.MIN_NORMAL);
        }
        for (int halving = 0; halving < HALVINGS && low < high; halving++) {
            double middle = low + (high - low) / 2;
            if (fits(capacity, nodes, finishing(middle, age, left, alone))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return finishing(high, age, left, alone);
    }

    private static double[] finishing(double rho, double[] age, double[] left, double[] alone) {
        double[] fractions = new double[left.length];
        for (int job = 0; job < left.length; job++) {
            fractions[job] = Math.min(1, left[job] / (rho * alone[job] - age[job]));
        }
        return fractions;
    }

    private static boolean fits(int capacity, int[] nodes, double[] fractions) {
        double sum = 0;
        for (int job = 0; job < nodes.length; job++) {
            sum += nodes[job] * fractions[job];
        }
        return sum <= capacity;
    }

    /**
     * The earliest end of all: each for the fraction of the time at which it ends with the last.
     *
     * @param capacity how many nodes there are
     * @param nodes those of each job
     * @param left the time that each needs on its nodes
     */
    public static double[] makespan(int capacity, int[] nodes, double[] left) {
        double longest = 0;
        double area = 0;
        for (int job = 0; job < nodes.length; job++) {
            longest = Math.max(longest, left[job]);
            area += nodes[job] * left[job];
        }
        double all = Math.max(longest, area / capacity);
        double[] fractions = new double[nodes.length];
        for (int job = 0; job < nodes.length; job++) {
            fractions[job] = left[job] / all;
        }
        return fractions;
    }

    private static double[] demands(int[] nodes) {
        double[] demands = new double[nodes.length];
        for (int job = 0; job < nodes.length; job++) {
            demands[job] = nodes[job];
        }
        return demands;
    }

    private static double[] fractions(double[] levels, int[] nodes) {
        double[] fractions = new double[nodes.length];
        for (int job = 0; job < nodes.length; job++) {
            fractions[job] = levels[job] / nodes[job];
        }
        return fractions;
    }

    /** Fills all to one level, by weight, as far as each wants and there is any: O(n log n). */
    private static double[] levels(double capacity, double[] demand, double[] weight) {
        IntArrayList order = new IntArrayList();
        double weights = 0;
        for (int i = 0; i < demand.length; i++) {
            if (weight[i] > 0) {
                order.add(i);
                weights += weight[i];
            }
        }
        order.sortThis((one, other) ->
                Double.compare(demand[one] / weight[one], demand[other] / weight[other]));
        double[] level = new double[demand.length];
        double left = capacity;
        for (int i = 0; i < order.size(); i++) {
            int next = order.get(i);
            level[next] = Math.min(demand[next], left * weight[next] / weights);
            left -= level[next];
            weights -= weight[next];
        }
        return level;
    }
}
