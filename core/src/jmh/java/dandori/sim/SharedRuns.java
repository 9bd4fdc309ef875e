package dandori.sim;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Multifactor;
import dandori.policy.order.Orders;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole run of 100,000 jobs of 500 users in 50 accounts on 4,096 nodes under EASY, warm: time for
 * a job. The mean wait of each is known, so that a fast wrong answer fails.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class SharedRuns {

    private static final int JOBS = DrawnJobs.JOBS;

    /** Who comes first. */
    @Param({"fcfs", "fair-tree", "fair-share", "multifactor", "drf"})
    public String order = "";

    /** The offered load. */
    @Param({"0.5", "0.8", "1.0"})
    public double load;

    /** The mean run time in minutes: the shorter, the more jobs a period. */
    @Param({"5", "60"})
    public int runMinutes;

    private Workload workload = Workload.of("none", java.util.List.of());
    private final SameWait sameWait = new SameWait();

    /** For JMH. */
    public SharedRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        workload = DrawnJobs.of(load, runMinutes);
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(JOBS)
    public double run() {
        Order part =
                switch (order) {
                    case "fcfs" -> Orders.fcfs();
                    case "fair-tree" -> Orders.fairTree();
                    case "fair-share" -> Orders.fairShare();
                    case "multifactor" ->
                            Orders.multifactor(new Multifactor.Weights(1_000, 10_000, 1_000, 0, 0));
                    default -> Orders.dominantShare();
                };
        Policy policy = Policy.named(order).order(part).backfill(Backfills.easy()).build();
        double wait =
                Simulation.of(Machine.flat("drawn", 4096), workload)
                        .policy(policy)
                        .run()
                        .meanWaitSeconds();
        return sameWait.check(wait);
    }
}
