package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.backfill.Gang;
import dandori.reference.ClusterOrder;
import dandori.reference.CoreRun;
import dandori.reference.ReferenceCluster;
import dandori.reference.ReferenceCluster.Fate;
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
            long longest = world.jobs().stream().mapToLong(Job::walltimeMillis).max().orElse(0);
            long slice = Math.max(1, longest / (2 + seed % 29));
            PreemptMode[] modes = {PreemptMode.SUSPEND, PreemptMode.KILL, PreemptMode.CHECKPOINT};
            Fate fate = new Fate(modes[seed % 3], 1, seed % 2 == 0 ? 0 : slice / 7);
            Estimates estimates = seed % 4 == 0 ? Estimates.EXACT : Estimates.REQUESTED;
            int userLimit = seed % 5 == 4 ? 2 : 0;
            ReferenceCluster slow =
                    new ReferenceCluster(
                                    world,
                                    ClusterOrder.plain(order),
                                    new ReferenceGang(slice),
                                    fate,
                                    estimates,
                                    userLimit)
                            .play();
            suspended += slow.jobs.stream().filter(job -> job.stays() > 1).count();
            Policy policy =
                    Policy.named("gang")
                            .order(CoreRun.order(order))
                            .backfill(new Gang(slice, 0))
                            .preemption(new PreemptiveTest.Fated(fate))
                            .estimates(estimates)
                            .admission(userLimit == 0 ? Admission.OPEN : CoreRun.limit(userLimit))
                            .build();
            String what = "%s, seed %d, %s".formatted(order, seed, fate);
            PreemptiveTest.compare(what, world, slow, policy);
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
