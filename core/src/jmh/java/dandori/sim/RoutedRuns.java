package dandori.sim;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.RoutingRule;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.routing.EarliestStart;
import dandori.policy.routing.Home;
import dandori.policy.routing.LeastLoaded;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * A whole run of 100,000 jobs that may go to any of some machines, 4,096 nodes in all, under EASY,
 * warm: time for a job.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class RoutedRuns {

    /** Where to. */
    @Param({"home", "least-loaded", "earliest-start"})
    public String rule = "";

    /** The number of machines. */
    @Param({"2", "4"})
    public int machines;

    /** The offered load. */
    @Param({"0.5", "0.8", "1.0"})
    public double load;

    private Workload workload = Workload.of("none", List.of());
    private final SameWait sameWait = new SameWait();

    /** For JMH. */
    public RoutedRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        workload = DrawnJobs.of(load, 60);
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(DrawnJobs.JOBS)
    public double run() {
        RoutingRule chosen =
                switch (rule) {
                    case "home" -> new Home();
                    case "least-loaded" -> new LeastLoaded();
                    default -> new EarliestStart();
                };
        int organizations = workload.organizations().size();
        Moves moves =
                new Moves(
                        IntStream.range(0, organizations).mapToObj(i -> i % machines).toList(),
                        Collections.nCopies(organizations, true),
                        Collections.nCopies(machines, 1.0),
                        Collections.nCopies(machines, 1.0),
                        0);
        RoutedSource source = new RoutedSource(workload, chosen, moves);
        List<Machine> all =
                IntStream.range(0, machines)
                        .mapToObj(i -> Machine.flat("m" + i, DrawnJobs.NODES / machines))
                        .toList();
        Policy policy = Policy.named(rule).order(Orders.fcfs()).backfill(Backfills.easy()).build();
        double wait =
                Simulation.of(all, () -> source)
                        .routing(source)
                        .policy(policy)
                        .run()
                        .meanWaitSeconds();
        return sameWait.check(wait);
    }
}
