package dandori.policy.order;

/**
 * What trackable resources weigh in {@code multifactor} (Slurm's PriorityWeightTRES): each counts
 * as what a job asks for of it / what its partition has, or the pool where there are no partitions.
 * A job that does not say what it uses asks for as much of each as of nodes.
 *
 * @param nodes of the nodes, and of the processors on them; at least 0, as all
 * @param accelerators of the accelerators
 * @param memory of the main memory
 * @param power of the power
 */
public record TresWeights(double nodes, double accelerators, double memory, double power) {

    /** Nothing. */
    public static final TresWeights NONE = new TresWeights(0, 0, 0, 0);

    /** In the order of {@link Resources}. */
    double[] weights() {
        return new double[] {nodes, accelerators, memory, power};
    }
}
