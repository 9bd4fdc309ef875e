package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static dandori.failure.Draws.isOff;
import static dandori.failure.Draws.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few nodes fail far more often, and all together as often as was asked for. */
class LemonsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.01, 0.5, 0.0001})
    void lemonsLeaveTheMeanRateAsItIs(double share) {
        Machine machine = Machine.flat("lemons", 2_000);
        for (Lifetime life : lives()) {
            NodeHazard hazard = hazard(machine, life, Lemons.causing(share, 0.6));
            int drawn = until(600 * DAY, new FailureModel(List.of(hazard)), machine, 3).size();
            assertThat(isOff(drawn, 2_000 * 600 / 300.0)).isBetween(-4.0, 4.0);
        }
    }

    private static List<Lifetime> lives() {
        return List.of(new Lifetime.Exponential(300 * DAY), new Lifetime.Weibull(1, 300 * DAY));
    }

    private static NodeHazard hazard(Machine machine, Lifetime life, Lemons lemons) {
        return new NodeHazard("n", all(machine), life, Age.SETTLED, lemons, new Repair.Fixed(0));
    }

    /** Asked for 55 % by 5 % of the nodes; that is more than half, as was seen. */
    @Test
    void fewNodesCauseTheShareOfFailuresThatWasAskedFor() {
        Machine machine = Machine.flat("lemons", 2_000);
        for (Lifetime life : lives()) {
            NodeHazard hazard = hazard(machine, life, Lemons.causing(0.05, 0.55));
            NodeSet lemons = hazard.lemons(machine, new RandomStreams(8));
            List<Failure> drawn = until(600 * DAY, new FailureModel(List.of(hazard)), machine, 8);
            int[] byNode = new int[2_000];
            drawn.forEach(failure -> byNode[failure.nodes().first(0)]++);
            double theirs =
                    IntStream.range(0, 2_000).filter(lemons::contains).map(n -> byNode[n]).sum();
            assertThat(lemons.size()).isEqualTo(100);
            assertThat(isOff(theirs, 0.55 * drawn.size())).isBetween(-4.0, 4.0);
            Arrays.sort(byNode);
            double worst = Arrays.stream(byNode, 1_900, 2_000).sum();
            assertThat(worst / drawn.size()).isBetween(0.5, 0.6);
        }
    }

    @Test
    void anyNodeMayBeALemonAndNoneIsNotOne() {
        Machine machine = Machine.flat("ten", 10);
        NodeSet apart = NodeSet.range(0, 2).or(NodeSet.range(5, 9));
        NodeHazard hazard =
                new NodeHazard(
                        "n",
                        apart,
                        new Lifetime.Exponential(DAY),
                        Age.NEW,
                        new Lemons(0.25, 4),
                        new Repair.Fixed(DAY));
        int[] picked = new int[10];
        for (int seed = 0; seed < 4_000; seed++) {
            NodeSet lemons = hazard.lemons(machine, new RandomStreams(seed));
            assertThat(lemons.size()).isEqualTo(2);
            IntStream.range(0, 10).filter(lemons::contains).forEach(node -> picked[node]++);
        }
        for (int node = 0; node < 10; node++) {
            double z = (picked[node] - 1_000) / Math.sqrt(4_000 * 0.25 * 0.75);
            assertThat(apart.contains(node) ? z : picked[node]).isBetween(-4.0, 4.0);
        }
        // 8 nodes of which 2 fail 4 times as often: rates 2.5 and 0.625 of (2 · 2.5 + 6 · 0.625) /
        // 8.
        assertThat(hazard.otherMeanMillis()).isCloseTo(14 * DAY / 8, within(1.0));
        assertThat(hazard.lemonMeanMillis()).isCloseTo(14 * DAY / 32, within(1.0));
    }
}
