package dandori.sim;

import dandori.campaign.Campaign;
import dandori.campaign.CampaignSource;
import dandori.campaign.Chain;
import dandori.campaign.StepSpeed;
import dandori.campaign.Venue;
import dandori.engine.RandomStreams;
import dandori.failure.Failure;
import dandori.failure.FailureModel;
import dandori.failure.Failures;
import dandori.failure.NodeHazard;
import dandori.failure.Repair;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole run on a machine of Fugaku's size, 75 days in which 20,000 nodes fail: time for a
 * failure, repair, requeue and restart included. What is lost in each run is known after the first,
 * so that a fast wrong answer fails.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class FailingMachines {

    private static final int FAILURES = 20_000;
    private static final int PIECES = 10_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final Machine MACHINE = Machine.flat("machine", 158_976);

    /** What runs: one node, a thousand jobs of 100 nodes, or ten campaigns of 13,888. */
    @Param({"nothing", "jobs", "campaigns"})
    public String running = "";

    private long result = -1;

    /** For JMH. */
    public FailingMachines() {}

    /** A run with failures. */
    @Benchmark
    @OperationsPerInvocation(FAILURES)
    public long failures() {
        int jobs = running.equals("jobs") ? 1_000 : running.equals("nothing") ? 1 : 0;
        List<Job> all = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            int nodes = running.equals("jobs") ? 100 : 1;
            all.add(new Job(job, 0, nodes, 400 * DAY_MILLIS, 400 * DAY_MILLIS));
        }
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; running.equals("campaigns") && i < 10; i++) {
            campaigns.add(campaign("c" + i, 13_824, 165 * 3_600_000L, Long.MAX_VALUE / 8));
        }
        return same(run(Workload.of("jobs", all), campaigns, true, 75 * DAY_MILLIS));
    }

    /** A campaign of 10,000 pieces, each of a week and 100,000 steps, in which nothing fails. */
    @Benchmark
    @OperationsPerInvocation(PIECES)
    public long pieces() {
        long piece = 100_000 * 5_000L + 167 * 60_000 + 60_000 + 60_000; // checkpoints, restart
        Campaign weeks = campaign("c", 13_824, piece, 100_000L * PIECES);
        return same(
                run(Workload.of("none", List.of()), List.of(weeks), false, 400_000L * DAY_MILLIS));
    }

    private long same(long now) {
        if (result >= 0 && now != result) {
            throw new IllegalStateException("%d, then %d.".formatted(result, now));
        }
        result = now;
        return now;
    }

    private static Campaign campaign(String name, int nodes, long pieceMillis, long steps) {
        Venue venue =
                new Venue(
                        MACHINE,
                        nodes,
                        64,
                        "",
                        Request.PLAIN,
                        pieceMillis,
                        StepSpeed.constant(5_000),
                        600 * 5_000,
                        60_000,
                        60_000,
                        0);
        return new Campaign(
                name, "org", List.of(venue), 1, steps, 0, 0, -1, Long.MAX_VALUE, Chain.AFTER_END);
    }

    private static long run(
            Workload jobs, List<Campaign> campaigns, boolean fails, long horizonMillis) {
        NodeSet nodes = NodeSet.range(0, MACHINE.nodes() - 1);
        FailureModel model =
                new FailureModel(
                        List.of(
                                new NodeHazard(
                                        "nodes",
                                        nodes,
                                        600.0 * DAY_MILLIS,
                                        new Repair.Fixed(4 * 3_600_000))));
        Simulation simulation =
                Simulation.of(List.of(MACHINE), () -> new CampaignSource(jobs, campaigns))
                        .policy(
                                Policy.named("easy")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .placement(Placements.firstFit())
                                        .build())
                        .window(new Window(0, horizonMillis))
                        .horizonMillis(horizonMillis);
        if (fails) {
            simulation.failures(machine -> new Some(model.of(machine, new RandomStreams(1))));
        }
        var log = simulation.run().log();
        long lost = log.jobs().count();
        for (int job = 0; job < log.jobs().count(); job++) {
            lost += log.lostMillis(job);
        }
        return lost;
    }

    /** So many failures, and then no more. */
    private static final class Some implements Failures {
        private final Failures all;
        private int left = FAILURES;

        Some(Failures all) {
            this.all = all;
        }

        @Override
        public long nextAtMillis() {
            return left == 0 ? Long.MAX_VALUE : all.nextAtMillis();
        }

        @Override
        public Failure next() {
            left--;
            return all.next();
        }
    }
}
