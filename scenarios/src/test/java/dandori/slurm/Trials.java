package dandori.slurm;

import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.backfill.Slurm;
import dandori.policy.backfill.SlurmParameters;
import dandori.policy.order.Multifactor;
import dandori.policy.order.Orders;
import dandori.policy.order.SiteFactors;
import dandori.policy.order.UsageRule;
import java.util.List;

/**
 * What is judged: backfill on its own, then the factors of priority, each on some jobs.
 *
 * <p>Seeds are those of the first 250 whose order of starts hardly depends on delays of seconds,
 * and on which other rules would give themselves away. Age and fair share, which Slurm takes for 0
 * without slurmdbd, are judged by {@link RealFairShareTest}.
 */
final class Trials {

    private static final String MAIN = "PartitionName=main Nodes=ALL Default=YES";
    private static final String BY_SIZE = "PriorityWeightJobSize=1000";

    private Trials() {}

    /** Where {@code slurm} must start the same jobs at the same time. */
    static List<Trial> all() {
        return List.of(
                hole(),
                fcfs(7),
                fcfs(242),
                sizes("large jobs first", List.of(BY_SIZE, MAIN), false, 207),
                sizes(
                        "small jobs first",
                        List.of(BY_SIZE, "PriorityFavorSmall=YES", MAIN),
                        true,
                        237),
                partitions());
    }

    /** The parameters of {@link SlurmCluster}: a cycle a second. */
    static Backfill slurm() {
        int many = Integer.MAX_VALUE;
        return new Slurm(
                new SlurmParameters(3_600_000, 1_000, 1_000, many, many, many, many, 0, many));
    }

    /**
     * A holds half of the nodes until its limit, by the plan until 122. B wants all of them. C, and
     * E after it, end before; D does not, and waits for B although it would end in time.
     */
    private static Trial hole() {
        return new Trial(
                "a hole before a slot",
                List.of(MAIN),
                Orders.fcfs(),
                slurm(),
                List.of(
                        new Sleep(2, 8, 2, 34),
                        new Sleep(5, 16, 1, 6),
                        new Sleep(8, 8, 1, 8),
                        new Sleep(10, 8, 2, 5),
                        new Sleep(23, 4, 1, 5)));
    }

    private static Trial fcfs(long seed) {
        return new Trial(
                "first come, first served, " + seed,
                List.of(MAIN),
                Orders.fcfs(),
                slurm(),
                Trial.drawn(seed));
    }

    /** Where it matters which nodes are kept for whom. */
    static Trial concreteNodes() {
        return new Trial(
                "concrete nodes",
                List.of(MAIN),
                Orders.fcfs(),
                new SlurmByNodes(),
                Trial.drawn(202));
    }

    private static Trial sizes(String name, List<String> conf, boolean favorSmall, long seed) {
        return new Trial(name, conf, factors(1000, 0, favorSmall), slurm(), Trial.drawn(seed));
    }

    private static Order factors(double jobSize, double partition, boolean favorSmall) {
        return new Multifactor(
                new Multifactor.Weights(0, 0, jobSize, partition, 0),
                UsageRule.SLURM,
                60_000,
                favorSmall,
                false,
                false,
                SiteFactors.NONE.partition((job, now) -> now.jobs().partition(job) == 0 ? 1 : 0.5));
    }

    /** The jobs of one partition count for twice those of the other; they share all nodes. */
    private static Trial partitions() {
        return new Trial(
                "partitions with factors",
                List.of(
                        "PriorityWeightPartition=1000",
                        "PriorityWeightJobSize=800",
                        MAIN + " PriorityJobFactor=100",
                        "PartitionName=spare Nodes=ALL PriorityJobFactor=50"),
                factors(800, 1000, false),
                slurm(),
                List.of(
                        new Sleep(2, 14, 2, 15),
                        new Sleep(4, 9, 1, 5, "spare"), // 500 + 450
                        new Sleep(6, 16, 1, 5, "spare"), // 500 + 800
                        new Sleep(8, 8, 2, 5), // 1000 + 400
                        new Sleep(10, 12, 1, 5), // 1000 + 600
                        new Sleep(12, 2, 1, 5, "spare"))); // 500 + 100, into the hole
    }
}
