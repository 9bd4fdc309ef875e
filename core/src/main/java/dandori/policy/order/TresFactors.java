package dandori.policy.order;

import dandori.machine.Partition;
import dandori.policy.Setting;
import dandori.state.Situation;
import java.util.Arrays;

/** What the resources of jobs come to in a run of {@code multifactor}. */
final class TresFactors {

    private final Resources resources;
    private final double[] weights;
    private final double[] amounts = new double[Resources.COUNT];
    private final int[] partitionNodes; // by partition
    private final int poolNodes;
    final boolean isEmpty;

    TresFactors(TresWeights weights, Setting setting) {
        resources = new Resources(setting);
        this.weights = weights.weights();
        poolNodes = setting.pool().nodes();
        partitionNodes =
                setting.partitions().stream().mapToInt(name -> nodes(name, setting)).toArray();
        isEmpty = Arrays.stream(this.weights).allMatch(weight -> weight == 0);
    }

    private static int nodes(String partition, Setting setting) {
        return setting.pool().partitions().stream()
                .filter(one -> one.name().equals(partition))
                .map(Partition::nodes)
                .mapToInt(nodes -> nodes.size())
                .findFirst()
                .orElse(setting.pool().nodes());
    }

    /** The weighted sum of a job. */
    double of(int job, Situation now) {
        resources.of(now.nodesNeeded(job), now.jobs().request(job).consumption(), amounts);
        int partition = now.jobs().partition(job);
        double all =
                partition < 0 || partition >= partitionNodes.length
                        ? poolNodes
                        : partitionNodes[partition];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * amounts[i] / all;
        }
        return sum;
    }
}
