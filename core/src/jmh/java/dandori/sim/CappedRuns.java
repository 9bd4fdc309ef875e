package dandori.sim;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.backfill.Slurm;
import dandori.policy.backfill.SlurmParameters;
import dandori.policy.order.Orders;
import java.util.List;
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
 * A whole run of 100,000 jobs of 500 users on 4,096 nodes under Slurm's backfill, warm: time for a
 * job, with the defaults of slurm.conf(5), and with all of its caps set.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class CappedRuns {

    /** What bounds a cycle: the defaults, or ten jobs of a user and a hundred starts, too. */
    @Param({"default", "capped"})
    public String caps = "";

    /** The offered load. */
    @Param({"0.5", "0.8", "1.0", "1.2"})
    public double load;

    private Workload workload = Workload.of("none", List.of());
    private final SameWait sameWait = new SameWait();

    /** For JMH. */
    public CappedRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        workload = DrawnJobs.of(load, 60);
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(DrawnJobs.JOBS)
    public double run() {
        SlurmParameters plain = SlurmParameters.DEFAULT;
        SlurmParameters chosen =
                caps.equals("default")
                        ? plain
                        : new SlurmParameters(
                                2 * plain.windowMillis(),
                                10 * plain.resolutionMillis(),
                                plain.intervalMillis(),
                                1_000,
                                100,
                                10,
                                1_000,
                                plain.minAgeReserveMillis(),
                                plain.queueDepth());
        Policy policy = Policy.named(caps).order(Orders.fcfs()).backfill(new Slurm(chosen)).build();
        double wait =
                Simulation.of(Machine.flat("drawn", DrawnJobs.NODES), workload)
                        .policy(policy)
                        .run()
                        .meanWaitSeconds();
        return sameWait.check(wait);
    }
}
