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
 * A whole run of 100,000 jobs, or of a tenth of them, that may go to any of some machines of 4,096
 * nodes each, under EASY, warm: time for a job, which should grow with the machines only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class RoutedRuns {

    private static final int TENTH = DrawnJobs.JOBS / 10;

    /** Where to. */
    @Param({"home", "least-loaded", "earliest-start"})
    public String rule = "";

    /** The number of machines. */
    @Param({"2", "8", "32"})
    public int machines;

    /** The offered load, of all machines together. */
    @Param({"0.5", "0.8"})
    public double load;

    private Workload workload = Workload.of("none", List.of());
    private Workload tenth = workload;
    private final SameWait sameWait = new SameWait();
    private final SameWait sameWaitOfTenth = new SameWait();

    /** For JMH. */
    public RoutedRuns() {}

    /** Draws the jobs. */
    @Setup
    public void draw() {
        workload = DrawnJobs.of(DrawnJobs.JOBS, load * machines, 60);
        tenth = DrawnJobs.of(TENTH, load * machines, 60);
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(DrawnJobs.JOBS)
    public double run() {
        return sameWait.check(meanWaitSeconds(workload));
    }

    /** One run of a tenth of the jobs. */
    @Benchmark
    @OperationsPerInvocation(TENTH)
    public double runOfTenth() {
        return sameWaitOfTenth.check(meanWaitSeconds(tenth));
    }

    private double meanWaitSeconds(Workload workload) {
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
                        .mapToObj(i -> Machine.flat("m" + i, DrawnJobs.NODES))
                        .toList();
        Policy policy = Policy.named(rule).order(Orders.fcfs()).backfill(Backfills.easy()).build();
        return Simulation.of(all, () -> source)
                .routing(source)
                .policy(policy)
                .run()
                .meanWaitSeconds();
    }
}
