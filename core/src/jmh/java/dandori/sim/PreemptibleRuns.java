package dandori.sim;

import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.preemption.ByQos;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * A whole run of 100,000 jobs on 4,096 nodes under EASY, warm, where nobody makes way, where
 * somebody might but nobody asks, and where one job in twenty is urgent: time for a job. The mean
 * wait of the first two must be the same.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class PreemptibleRuns {

    private static final int JOBS = 100_000;

    /** Who makes way. */
    @Param({"none", "idle", "urgent"})
    public String preemption = "";

    /** The offered load. */
    @Param({"0.5", "0.9"})
    public double load;

    private Workload workload = Workload.of("none", List.of());
    private double idleWaitSeconds = Double.NaN;

    /** For JMH. */
    public PreemptibleRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        WorkloadBuilder jobs = new WorkloadBuilder("drawn");
        double meanArea = 1 << 10;
        meanArea *= 3_600_000.0 * 2 / 11;
        double gap = meanArea / (4096 * load);
        double clock = 0;
        jobs.user("plain");
        jobs.user("urgent");
        for (int job = 0; job < JOBS; job++) {
            clock -= gap * StrictMath.log(1 - random.nextDouble());
            int nodes = 1 << random.nextInt(11);
            long run = 1_000 + (long) (-3_600_000 * StrictMath.log(1 - random.nextDouble()));
            long walltime = run * (1 + random.nextInt(4));
            int user = random.nextInt(20) == 0 ? 1 : 0;
            jobs.add(job, (long) clock, nodes, walltime, run, user, -1, -1, -1);
        }
        workload = jobs.build();
        idleWaitSeconds = wait(Preemption.NONE);
    }

    private double wait(Preemption part) {
        Policy policy =
                Policy.named(preemption)
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .preemption(part)
                        .build();
        return Simulation.of(Machine.flat("drawn", 4096), workload)
                .policy(policy)
                .run()
                .meanWaitSeconds();
    }

    private static ByQos qos(String urgentUser) {
        Qos urgent = Qos.named("urgent").priority(1).preempts(Set.of(QosTable.DEFAULT));
        Qos others = Qos.named(QosTable.DEFAULT).mode(PreemptMode.SUSPEND);
        return new ByQos(
                new QosTable(
                        List.of(urgent, others), Map.of(urgentUser, "urgent"), Map.of(), Map.of()));
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(JOBS)
    public double run() {
        Preemption part =
                switch (preemption) {
                    case "none" -> Preemption.NONE;
                    case "idle" -> qos("nobody");
                    default -> qos("urgent");
                };
        double wait = wait(part);
        if (!preemption.equals("urgent") && wait != idleWaitSeconds) {
            throw new IllegalStateException(
                    "Waits of %s, but must be %s.".formatted(wait, idleWaitSeconds));
        }
        return wait;
    }
}
