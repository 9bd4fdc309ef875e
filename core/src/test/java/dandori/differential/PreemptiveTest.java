package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ClusterTwins.Ordered;
import dandori.job.Job;
import dandori.policy.Estimates;
import dandori.policy.PreemptMode;
import dandori.policy.backfill.Preemptive;
import dandori.policy.order.Gittins;
import dandori.policy.order.LeastAttained;
import dandori.policy.order.Orders;
import dandori.policy.order.ShortestRemaining;
import dandori.policy.order.Themis;
import dandori.reference.ClusterOrder;
import dandori.reference.ReferenceCluster;
import dandori.reference.ReferenceCluster.Fate;
import dandori.reference.World;
import dandori.reference.Worlds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rank and fit with every order, against the slow reference; no work is lost sight of. */
class PreemptiveTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 120);

    private static Ordered ordered(String name, int seed) {
        LeastAttained las =
                new LeastAttained(
                        List.of((10 + seed % 90) / 1_000.0, (120 + seed % 200) / 1_000.0),
                        1 + seed % 3,
                        seed % 2 == 0 ? 0 : seed % 5 / 2.0);
        Gittins gittins = new Gittins((5 + seed % 50) / 1_000.0, 1, 3 + seed % 30, List.of());
        Themis themis = new Themis(1 + seed % 25);
        return switch (name) {
            case "las" -> new Ordered(las, ClusterOrder.attained(las));
            case "gittins" ->
                    new Ordered(gittins, ClusterOrder.gittins(5 + seed % 50, 3 + seed % 30));
            case "srtf" -> new Ordered(new ShortestRemaining(false), ClusterOrder.remaining(false));
            case "srsf" -> new Ordered(new ShortestRemaining(true), ClusterOrder.remaining(true));
            case "qssf" -> new Ordered(Orders.quasiShortest(), ClusterOrder.quasiShortest());
            case "themis" -> new Ordered(themis, ClusterOrder.themis(themis.leaseMillis()));
            default -> Ordered.plain(name);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "las", "gittins", "srtf", "srsf", "qssf", "themis", "fcfs", "sjf", "saf", "laf",
                "sqf", "lxf", "wfp3", "unicef", "f1", "f3"
            })
    void equalsTheReference(String name) {
        long preempted = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = inTicks(Worlds.random(name.hashCode() * 1_000L + seed, 40));
            boolean skip = seed % 4 != 3;
            ClusterTwins twins =
                    new ClusterTwins(
                            world,
                            fate(name, seed),
                            seed % 3 == 0 ? Estimates.EXACT : Estimates.REQUESTED,
                            seed % 5 == 4 ? 2 : 0);
            preempted +=
                    twins.compare(
                                    "%s, seed %d".formatted(name, seed),
                                    ordered(name, seed),
                                    ReferenceCluster.rankAndFit(skip),
                                    new Preemptive(skip, 0))
                            .returnedCount();
        }
        assertThat(preempted).as("jobs that made way").isGreaterThan(WORLDS / 10);
    }

    /** Those whose work is all lost only with orders that do not take turns. */
    private static Fate fate(String name, int seed) {
        boolean takesTurns = List.of("las", "gittins", "themis").contains(name);
        PreemptMode mode = PreemptMode.values()[seed / 2 % 4];
        boolean mayLose = !takesTurns || mode == PreemptMode.KILL || mode == PreemptMode.SUSPEND;
        return new Fate(mayLose ? mode : PreemptMode.SUSPEND, 1 + seed % 7, seed % 3 == 1 ? 2 : 0);
    }

    /** The same world in milliseconds, so that these can be gone through one by one. */
    private static World inTicks(World world) {
        long tick =
                world.jobs().stream()
                        .flatMapToLong(job ->
                                java.util.stream.LongStream.of(
                                        job.submitMillis(), job.walltimeMillis(), job.runMillis()))
                        .reduce(0, PreemptiveTest::divisor);
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            jobs.add(
                    new Job(
                            job.id(),
                            job.submitMillis() / Math.max(1, tick),
                            job.nodes(),
                            job.walltimeMillis() / Math.max(1, tick),
                            job.runMillis() / Math.max(1, tick),
                            job.user(),
                            "",
                            ""));
        }
        return new World(world.nodes(), jobs);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
