package dandori.differential;

import dandori.policy.Estimates;
import dandori.policy.PreemptMode;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Conventions;
import dandori.sim.Overrun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that make way, in every mode under every order and backfill, against the reference. */
class PreemptionTest {

    private static final List<String> ORDERS =
            List.of("fcfs", "sjf", "ljf", "saf", "laf", "sqf", "lxf", "wfp3", "unicef", "f1", "f4");
    private static final List<String> STEADY =
            List.of("fcfs", "sjf", "ljf", "saf", "laf", "sqf", "f1", "f4");
    private static final int WORLDS = Integer.getInteger("dandori.worlds", 40);

    static List<String> backfills() {
        return RandomWorldsTest.backfills();
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void whoMakesWayForWhomEqualsTheReference(String backfill) {
        for (int seed = 0; seed < 4 * WORLDS; seed++) {
            Twins.assertEqual(
                    "seed " + seed,
                    Worlds.random(seed * 31L, seed % 10 == 0 ? 120 : 40),
                    setting(backfill, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void soItDoesWhereNodesLeaveAsPlanned(String backfill) {
        for (int seed = 0; seed < 2 * WORLDS; seed++) {
            World world = Worlds.random(seed * 37L, 40);
            Twins.assertEqual(
                    "seed " + seed,
                    seed % 2 == 0
                            ? Worlds.withOutages(world, seed)
                            : Worlds.withMaintenance(world, seed, true),
                    setting(backfill, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void soItDoesUnderALimit(String backfill) {
        for (int seed = 0; seed < WORLDS; seed++) {
            Twins.assertEqual(
                    "seed " + seed,
                    Worlds.random(seed * 41L, 40),
                    setting(backfill, seed).userLimit(1 + seed % 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "sjbf", "conservative"})
    void soItDoesUnderThePresetOfThePaper(String backfill) {
        for (int seed = 0; seed < WORLDS; seed++) {
            Setting setting = setting(backfill, seed).conventions(Conventions.SC15);
            Twins.assertEqual(
                    "seed " + seed,
                    Worlds.ofThePaper(Worlds.random(seed, 40)),
                    new Setting(
                            "fcfs",
                            backfill,
                            setting.conventions(),
                            setting.estimates(),
                            setting.overrun(),
                            0,
                            setting.qos()));
        }
    }

    /**
     * Backfills that ask for passes ask for more than they need. Those may make somebody else the
     * first under an order that drifts; without one they change nothing.
     */
    private static String order(String backfill, int seed) {
        boolean asks = backfill.startsWith("slurm") || backfill.equals("conservative");
        List<String> orders = asks ? STEADY : ORDERS;
        return orders.get(seed % orders.size());
    }

    private static Setting setting(String backfill, int seed) {
        return Setting.of(order(backfill, seed), backfill)
                .estimates(seed % 3 == 0 ? Estimates.EXACT : Estimates.REQUESTED)
                .overrun(seed % 4 < 3 ? Overrun.KILL : Overrun.EXTEND)
                .qos(table(seed));
    }

    /** Three qualities beside the default, with modes and times by chance. */
    static QosTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 13 + 5);
        Qos urgent = Qos.named("urgent").priority(2).preempts(Set.of("plain", QosTable.DEFAULT));
        Qos plain = some(Qos.named("plain").priority(random.nextInt(2)), random);
        Qos spot = some(Qos.named("spot").priority(-1 - random.nextInt(2)).yielding(), random);
        Qos others = some(Qos.named(QosTable.DEFAULT), random);
        return new QosTable(
                List.of(urgent, plain, spot, others),
                Map.of("user0", "urgent", "user1", "plain", "user2", "spot"),
                Map.of(),
                Map.of());
    }

    private static Qos some(Qos qos, SplittableRandom random) {
        long tick = random.nextBoolean() ? 1_000 : 1;
        return qos.mode(PreemptMode.values()[random.nextInt(4)])
                .times(
                        random.nextInt(2) * random.nextInt(20) * tick,
                        random.nextInt(2) * (1 + random.nextInt(10)) * tick,
                        random.nextInt(2) * random.nextInt(4) * tick);
    }
}
