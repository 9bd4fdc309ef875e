package dandori.sim;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Admission;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.limit.Budget;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
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
 * A whole run of 100,000 jobs of 500 users in 50 organizations on 4,096 nodes under EASY, warm:
 * time for a job, with what limits, budgets and quotas add to it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class LimitedRuns {

    /** What is limited. */
    @Param({"nothing", "users", "budgets"})
    public String limited = "";

    /** The offered load. */
    @Param({"0.5", "0.8", "1.0"})
    public double load;

    private Workload workload = Workload.of("none", List.of());
    private final SameWait sameWait = new SameWait();

    /** For JMH. */
    public LimitedRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        workload = DrawnJobs.of(load, 60);
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(DrawnJobs.JOBS)
    public double run() {
        Admission admission =
                switch (limited) {
                    case "users" ->
                            Limits.NONE.withOthers(
                                    Subject.USER, Limit.NONE.nodesAtOnce(2_048).jobsAtOnce(8));
                    case "budgets" ->
                            Limits.NONE.withOthers(
                                    Subject.ORGANIZATION,
                                    Limit.NONE.budget(
                                            Budget.of(Period.MONTH, 200_000L * 3_600_000)));
                    default -> Admission.OPEN;
                };
        Policy policy =
                Policy.named(limited)
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .admission(admission)
                        .build();
        double wait =
                Simulation.of(Machine.flat("drawn", DrawnJobs.NODES), workload)
                        .policy(policy)
                        .run()
                        .meanWaitSeconds();
        return sameWait.check(wait);
    }
}
