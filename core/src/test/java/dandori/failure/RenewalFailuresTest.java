package dandori.failure;

import static dandori.failure.Draws.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The heap against the obvious: the failures of each node written down by itself, then sorted. */
class RenewalFailuresTest {

    private static final Machine MACHINE = Machine.flat("m", 60);
    private static final NodeSet NODES = NodeSet.range(3, 19).or(NodeSet.range(30, 59));

    private static NodeHazard hazard(double meanMillis, Age age, Repair repair) {
        return new NodeHazard(
                "n",
                NODES,
                new Lifetime.Weibull(0.7, meanMillis),
                age,
                Lemons.causing(0.1, 0.5),
                repair);
    }

    @Test
    void theHeapGivesWhatEveryNodeByItselfGives() {
        var days = new Repair.LogNormal(DAY / 4, 3 * DAY);
        equalsTwin(hazard(40 * DAY, Age.SETTLED, days), 1_000 * DAY);
        equalsTwin(hazard(40 * DAY, Age.NEW, new Repair.Fixed(0)), 1_000 * DAY);
        // A life of some 20 ms: many fail at one instant, and the lower node comes first.
        equalsTwin(hazard(20, Age.SETTLED, new Repair.Exponential(3)), 10_000);
    }

    private static void equalsTwin(NodeHazard hazard, double endMillis) {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(Draws.until(endMillis, new FailureModel(List.of(hazard)), MACHINE, seed))
                    .hasSizeGreaterThan(500)
                    .isEqualTo(twin(hazard, endMillis, new RandomStreams(seed)));
        }
    }

    private static List<Failure> twin(NodeHazard hazard, double endMillis, RandomStreams streams) {
        NodeSet lemons = hazard.lemons(MACHINE, streams);
        UniformRandomProvider lifeSeeds = streams.stream("failures: lives of m, n", 0);
        UniformRandomProvider repairSeeds = streams.stream("failures: repairs of m, n", 0);
        List<Failure> all = new ArrayList<>();
        for (int node = 0; node < MACHINE.nodes(); node++) {
            if (!hazard.nodes().contains(node)) {
                continue;
            }
            Lifetime life =
                    hazard.lifetime()
                            .withMean(
                                    lemons.contains(node)
                                            ? hazard.lemonMeanMillis()
                                            : hazard.otherMeanMillis());
            UniformRandomProvider lives = RandomSource.SPLIT_MIX_64.create(lifeSeeds.nextLong());
            UniformRandomProvider repairs =
                    RandomSource.SPLIT_MIX_64.create(repairSeeds.nextLong());
            double first =
                    hazard.age() == Age.NEW ? life.millis(lives) : life.remainingMillis(lives);
            long at = (long) Math.ceil(first);
            while (at < endMillis) {
                long repairMillis = (long) Math.ceil(hazard.repair().millis(repairs));
                all.add(new Failure(at, Breakage.NODE, NodeSet.range(node, node), repairMillis));
                at += repairMillis + (long) Math.ceil(life.millis(lives));
            }
        }
        all.sort(
                Comparator.comparingLong(Failure::atMillis)
                        .thenComparingInt(failure -> failure.nodes().first(0)));
        return all;
    }

    @Test
    void theNextLifeBeginsAfterTheRepair() {
        FailureModel model =
                new FailureModel(List.of(hazard(2 * DAY, Age.NEW, new Repair.Fixed(DAY))));
        long[] backMillis = new long[60];
        for (Failure failure : Draws.until(1_000 * DAY, model, MACHINE, 1)) {
            int node = failure.nodes().first(0);
            assertThat(failure.atMillis()).isGreaterThan(backMillis[node]);
            backMillis[node] = failure.atMillis() + failure.repairMillis();
        }
    }

    /** The repairs change when a node lives, not for how long. */
    @Test
    void livesDoNotDependOnRepairs() {
        assertThat(lives(new Repair.LogNormal(DAY, 5 * DAY)))
                .startsWith(lives(new Repair.Fixed(20 * DAY)).toArray(Long[]::new));
    }

    private static List<Long> lives(Repair repair) {
        FailureModel model = new FailureModel(List.of(hazard(9 * DAY, Age.SETTLED, repair)));
        List<Long> lives = new ArrayList<>();
        long back = 0;
        for (Failure failure : Draws.until(700 * DAY, model, MACHINE, 4)) {
            if (failure.nodes().contains(7)) {
                lives.add(failure.atMillis() - back);
                back = failure.atMillis() + failure.repairMillis();
            }
        }
        return lives;
    }
}
