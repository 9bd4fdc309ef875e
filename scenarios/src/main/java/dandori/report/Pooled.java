package dandori.report;

import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.List;

/**
 * Lists of numbers of the runs of a policy, put together over the seeds.
 *
 * @param study the study
 */
record Pooled(Study study) {

    /** The mean of lists of one length, place by place; empty if there are none. */
    static double[] mean(List<List<Double>> lists) {
        double[] mean = sum(lists);
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= lists.size();
        }
        return mean;
    }

    private static double[] sum(List<List<Double>> lists) {
        double[] sum = new double[lists.isEmpty() ? 0 : lists.get(0).size()];
        for (List<Double> list : lists) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += list.get(i);
            }
        }
        return sum;
    }

    private List<List<Double>> lists(String policy, Group group, String name) {
        return study.of(policy).stream()
                .map(CellResult::measurement)
                .map(one -> one.curve(group, name))
                .filter(list -> !list.isEmpty())
                .toList();
    }

    /** The mean over the seeds. */
    double[] mean(String policy, Group group, String name) {
        return mean(lists(policy, group, name));
    }

    /** The sum over the seeds. */
    double[] sum(String policy, Group group, String name) {
        return sum(lists(policy, group, name));
    }

    /** How many jobs the runs of a policy measured in all. */
    double jobs(String policy) {
        return study.figures(policy, Group.ALL, "jobs").stream()
                .mapToDouble(figure -> figure.value())
                .filter(Double::isFinite)
                .sum();
    }

    /** Means of so many equal stretches of a list, whose length they divide. */
    static double[] coarser(double[] values, int parts) {
        double[] means = new double[Math.min(parts, values.length)];
        int each = values.length / Math.max(1, means.length);
        for (int i = 0; i < means.length * each; i++) {
            means[i / each] += values[i] / each;
        }
        return means;
    }
}
