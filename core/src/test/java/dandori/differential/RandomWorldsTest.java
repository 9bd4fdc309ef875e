package dandori.differential;

import dandori.job.Job;
import dandori.policy.Estimates;
import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Conventions;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded random worlds, every order with every backfill, against the slow reference. */
class RandomWorldsTest {

    private static final List<String> ORDERS =
            List.of(
                    "fcfs", "sjf", "ljf", "saf", "laf", "sqf", "lxf", "wfp3", "unicef", "f1", "f2",
                    "f3", "f4");
    private static final int WORLDS = Integer.getInteger("dandori.worlds", 150);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "easy",
                "easy:1",
                "easy:3",
                "sjbf",
                "conservative",
                "replan",
                "depth:1",
                "depth:2",
                "depth:5",
                "slurm",
                "slurm:0",
                "slurm:1",
                "slurm:2",
                "slurm:3",
                "slurm:4",
                "slurm:5",
                "slurm:6",
                "selective:1",
                "selective:2",
                "los:1",
                "los:4",
                "los:9",
                "deadline:0",
                "deadline:9000",
                "tcs",
                "tcs:0",
                "tcs:1",
                "tcs:2"
            })
    void everyOrderEqualsTheReference(String backfill) {
        for (String order : ORDERS) {
            for (int seed = 0; seed < WORLDS; seed++) {
                long world = order.hashCode() * 1_000L + seed;
                Twins.assertEqual(
                        "seed " + world,
                        Worlds.random(world, seed % 10 == 0 ? 120 : 40),
                        mixed(Setting.of(order, backfill), seed));
            }
        }
    }

    /** A slow reference, so in smaller worlds: promises and slack with every order. */
    @ParameterizedTest
    @ValueSource(strings = {"slack:0", "slack:1", "slack:3"})
    void slackEqualsTheReference(String backfill) {
        for (String order : ORDERS) {
            for (int seed = 0; seed < WORLDS; seed++) {
                long world = order.hashCode() * 1_000L + seed;
                Twins.assertEqual(
                        "seed " + world,
                        Worlds.random(world, 25),
                        mixed(Setting.of(order, backfill), seed));
            }
        }
    }

    /** Where sums of nodes fill more than a word of bits. */
    @ParameterizedTest
    @ValueSource(strings = {"los:5", "los:9"})
    void lookAheadOnLargeMachinesEqualsTheReference(String backfill) {
        for (int seed = 0; seed < 3 * WORLDS; seed++) {
            World small = Worlds.random(seed, 60);
            List<Job> jobs = new ArrayList<>();
            for (Job job : small.jobs()) {
                int nodes = job.nodes() * 7 - (int) (job.id() % 6);
                jobs.add(
                        new Job(
                                job.id(),
                                job.submitMillis(),
                                nodes,
                                job.walltimeMillis(),
                                job.runMillis(),
                                job.user(),
                                "",
                                ""));
            }
            World large = new World(small.nodes() * 7, jobs);
            Twins.assertEqual("seed " + seed, large, mixed(backfill, seed));
        }
    }

    /** Those of worlds that change underway. */
    static List<String> backfills() {
        return List.of(
                "none",
                "easy",
                "easy:2",
                "sjbf",
                "conservative",
                "replan",
                "depth:1",
                "depth:3",
                "slurm:0",
                "slurm:3",
                "slurm:6",
                "selective:1",
                "selective:2",
                "los:2",
                "los:9",
                "slack:0",
                "slack:2",
                "deadline:3000",
                "tcs:0",
                "tcs:1",
                "tcs:2");
    }

    /** Orders, estimates and overruns in turn. */
    private static Setting mixed(String backfill, int seed) {
        return mixed(Setting.of(ORDERS.get(seed % ORDERS.size()), backfill), seed);
    }

    /** Estimates and overruns in turn. */
    private static Setting mixed(Setting setting, int seed) {
        return setting.estimates(seed % 3 == 0 ? Estimates.EXACT : Estimates.REQUESTED)
                .overrun(seed % 4 < 3 ? Overrun.KILL : Overrun.EXTEND);
    }

    @ParameterizedTest
    @CsvSource({"none", "easy", "sjbf", "conservative"})
    void thePresetOfThePaperEqualsTheReference(String backfill) {
        for (int seed = 0; seed < 10 * WORLDS; seed++) {
            Twins.assertEqual(
                    "seed " + seed,
                    Worlds.ofThePaper(Worlds.random(seed, seed % 10 == 0 ? 120 : 40)),
                    mixed(Setting.of("fcfs", backfill).conventions(Conventions.SC15), seed));
        }
    }

    /** Every combination of the five conventions, so that others may compose their own. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "sjbf", "conservative"})
    void anyCombinationOfConventionsEqualsTheReference(String backfill) {
        for (int seed = 0; seed < 3 * WORLDS; seed++) {
            int bits = seed % 32;
            Conventions composed =
                    new Conventions(
                            "composed " + bits,
                            (bits & 1) > 0,
                            (bits & 2) > 0,
                            (bits & 4) > 0,
                            (bits & 8) > 0,
                            (bits & 16) > 0);
            Twins.assertEqual(
                    "seed " + seed,
                    Worlds.ofThePaper(Worlds.random(seed, 40)),
                    mixed(Setting.of("fcfs", backfill).conventions(composed), seed));
        }
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void plannedLossesOfNodesEqualTheReference(String backfill) {
        for (int seed = 0; seed < 10 * WORLDS; seed++) {
            World world = Worlds.withOutages(Worlds.random(seed, 40), seed);
            Twins.assertEqual("seed " + seed, world, mixed(backfill, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void maintenanceEqualsTheReference(String backfill) {
        for (int seed = 0; seed < 10 * WORLDS; seed++) {
            boolean mayCut = seed % 2 == 0;
            World world = Worlds.withMaintenance(Worlds.random(seed, 40), seed, mayCut);
            Twins.assertEqual("seed " + seed, world, mixed(backfill, seed));
        }
    }

    /** Predictions, and their corrections, in worlds of all kinds. */
    @ParameterizedTest
    @MethodSource("backfills")
    void predictedRunTimesEqualTheReference(String backfill) {
        for (int seed = 0; seed < 6 * WORLDS; seed++) {
            World plain = Worlds.random(seed, seed % 10 == 0 ? 120 : 40);
            World world =
                    switch (seed % 4) {
                        case 0 -> Worlds.withOutages(plain, seed);
                        case 1 -> Worlds.withMaintenance(plain, seed, true);
                        default -> plain;
                    };
            Setting setting = mixed(backfill, seed).estimates(Estimates.PREDICTED);
            boolean isLimited = world == plain && seed % 7 < 3;
            Twins.assertEqual(
                    "seed " + seed, world, setting.userLimit(isLimited ? 1 + seed % 3 : 0));
        }
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void limitsOfUsersEqualTheReference(String backfill) {
        for (int seed = 0; seed < 10 * WORLDS; seed++) {
            Setting setting = mixed(backfill, seed).userLimit(1 + seed % 3);
            Twins.assertEqual("seed " + seed, Worlds.random(seed, 40), setting);
        }
    }

    /** A start may take somebody's right to start while nodes are known to leave. */
    @ParameterizedTest
    @MethodSource("backfills")
    void limitsAmidPlannedLossesEqualTheReference(String backfill) {
        for (int seed = 0; seed < 10 * WORLDS; seed++) {
            World plain = Worlds.random(seed, 40);
            World world =
                    seed % 2 == 0
                            ? Worlds.withOutages(plain, seed)
                            : Worlds.withMaintenance(plain, seed, seed % 4 == 1);
            Setting setting = mixed(backfill, seed).userLimit(1 + seed % 3);
            Twins.assertEqual("seed " + seed, world, setting);
        }
    }
}
