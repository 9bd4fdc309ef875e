package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ClusterTwins.Ordered;
import dandori.policy.Backfill;
import dandori.policy.backfill.Gang;
import dandori.reference.ReferenceGang;
import dandori.reference.World;
import dandori.reference.Worlds;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns in time slices against the slow reference, and amid all that it does not know. */
class GangTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 250);

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "sjf", "laf", "sqf", "lxf", "wfp3"})
    void equalsTheReference(String order) {
        long suspended = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = Worlds.random(order.hashCode() * 1_000L + seed, 40);
            long slice = Math.max(1, world.longestWalltimeMillis() / (2 + seed % 29));
            suspended +=
                    ClusterTwins.ofTurns(world, seed, slice)
                            .compare(
                                    "%s, seed %d".formatted(order, seed),
                                    Ordered.plain(order),
                                    new ReferenceGang(slice),
                                    new Gang(slice, 0))
                            .returnedCount();
        }
        assertThat(suspended).as("jobs that made way").isGreaterThan(WORLDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7})
    void nothingBreaksAnywhere(long part) {
        PreemptiveEverywhereTest.maintenance(turns(21_000 / part), WORLDS);
        PreemptiveEverywhereTest.groups(turns(50_400_000 / part), WORLDS);
        PreemptiveEverywhereTest.shapes(turns(35 / part), WORLDS);
    }

    private static List<Backfill> turns(long sliceMillis) {
        return List.of(new Gang(sliceMillis, 0));
    }
}
