package dandori.differential;

import dandori.policy.Estimates;
import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Overrun;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Caps on power and lower clocks under every backfill, job by job against the reference. */
class PowerTest {

    private static final List<String> ORDERS = List.of("fcfs", "sjf", "wfp3", "saf", "lxf");

    static List<String> backfills() {
        return RandomWorldsTest.backfills();
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void capsEqualTheReference(String backfill) {
        for (int seed = 0; seed < 100; seed++) {
            World world = Worlds.withCaps(Worlds.random(seed, 40), seed, seed % 2 == 0);
            Setting setting =
                    setting(backfill, seed)
                            .estimates(seed % 3 == 0 ? Estimates.EXACT : Estimates.REQUESTED)
                            .overrun(seed % 5 < 4 ? Overrun.KILL : Overrun.EXTEND);
            Twins.assertEqual("seed " + seed, world, setting);
        }
    }

    @ParameterizedTest
    @MethodSource("backfills")
    void lowerClocksEqualTheReference(String backfill) {
        for (int seed = 0; seed < 60; seed++) {
            World plain = Worlds.random(seed, 30);
            World some = seed % 4 == 0 ? Worlds.withCaps(plain, seed, seed % 8 == 0) : plain;
            Setting setting = setting(backfill, seed);
            Twins.assertEqual("seed " + seed, Worlds.withSlowdowns(some, seed), setting);
        }
    }

    private static Setting setting(String backfill, int seed) {
        return Setting.of(ORDERS.get(seed % ORDERS.size()), backfill);
    }
}
