package dandori.sim;

import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import java.util.SplittableRandom;
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
 * A whole run of 100,000 jobs on 4,096 nodes, warm: time for a job. The mean wait of each is known,
 * so that a fast wrong answer fails.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class WholeRuns {

    private static final int JOBS = 100_000;

    /** Who may overtake. */
    @Param({"none", "easy", "sjbf", "conservative", "slurm", "tcs"})
    public String backfill = "";

    /** The offered load. */
    @Param({"0.5", "0.8", "1.0"})
    public double load;

    private Workload workload = Workload.of("none", java.util.List.of());
    private final SameWait sameWait = new SameWait();

    /** For JMH. */
    public WholeRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        WorkloadBuilder jobs = new WorkloadBuilder("drawn");
        double meanArea = 0;
        int[] nodes = new int[JOBS];
        long[] run = new long[JOBS];
        for (int job = 0; job < JOBS; job++) {
            nodes[job] = 1 << random.nextInt(11);
            run[job] = 1_000 + (long) (-3_600_000 * StrictMath.log(1 - random.nextDouble()));
            meanArea += (double) nodes[job] * run[job] / JOBS;
        }
        double gap = meanArea / (4096 * load);
        double clock = 0;
        for (int job = 0; job < JOBS; job++) {
            clock -= gap * StrictMath.log(1 - random.nextDouble());
            long walltime = run[job] * (1 + random.nextInt(4));
            jobs.add(job, (long) clock, nodes[job], walltime, run[job], -1, -1, -1, -1);
        }
        workload = jobs.build();
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(JOBS)
    public double run() {
        Backfill part =
                switch (backfill) {
                    case "none" -> Backfills.none();
                    case "easy" -> Backfills.easy();
                    case "sjbf" -> Backfills.shortest();
                    case "slurm" -> Backfills.slurm();
                    case "tcs" -> Backfills.tcs();
                    default -> Backfills.conservative();
                };
        Policy policy = Policy.named(backfill).order(Orders.fcfs()).backfill(part).build();
        double wait =
                Simulation.of(Machine.flat("drawn", 4096), workload)
                        .policy(policy)
                        .run()
                        .meanWaitSeconds();
        return sameWait.check(wait);
    }
}
