package dandori.slurm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * With what the numbers of priorities are compared: Slurm takes the largest of all that there are,
 * or none with its flags NO_NORMAL; a scenario, the largest that is written in it.
 */
final class SlurmScale {

    private final int nodes;
    private final int cpusPerNode;
    private final Map<String, Double> written = new LinkedHashMap<>(); // largest, by factor
    private final Map<String, Double> all = new LinkedHashMap<>();

    /**
     * A scale of a machine.
     *
     * @param nodes how many it has
     * @param cpusPerNode CPUs of every node; 0 where they differ
     */
    SlurmScale(int nodes, int cpusPerNode) {
        this.nodes = nodes;
        this.cpusPerNode = cpusPerNode;
    }

    /** Numbers of a factor that are written, and the largest that there is. */
    void put(String factor, Collection<Long> numbers, long largest) {
        numbers.forEach(number -> written.merge(factor, (double) number, Math::max));
        all.merge(factor, (double) largest, Math::max);
    }

    /** The weight by which numbers come to the same as in Slurm. */
    double weight(String factor, double weight, boolean isRaw) {
        double most = written.getOrDefault(factor, 0.0);
        if (most == 0) {
            return weight; // all are 0
        }
        double part = weight * most;
        return isRaw ? part : part / Math.max(most, all.getOrDefault(factor, most));
    }

    int nodes() {
        return nodes;
    }

    int cpusPerNode() {
        return cpusPerNode;
    }
}
