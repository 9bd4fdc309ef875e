package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static dandori.failure.Draws.isOff;
import static dandori.failure.Draws.mtbf;
import static dandori.failure.Draws.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.machine.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** How many failures of nodes there are. */
class NodeHazardTest {

    private static final Repair DAYS_OFF = new Repair.Exponential(DAY);

    private static FailureModel model(NodeHazard hazard) {
        return new FailureModel(List.of(hazard));
    }

    /** Llama 3: 419 in 54 days on 2,048 nodes, which is the rate; see docs/models/failures.md. */
    @Test
    void asManyFailuresComeAsTheRateSays() {
        Machine machine = Machine.flat("llama", 2_048);
        FailureModel model =
                model(new NodeHazard("gpu", all(machine), mtbf(3.79), new Repair.Fixed(DAY)));
        double expected = 2_048 * 54 * 3.79 / 1_000;
        assertThat(expected).isCloseTo(419, within(0.5));
        var poisson = new PoissonDistribution(expected);
        int[] counts =
                IntStream.rangeClosed(1, 40)
                        .map(seed -> until(54 * DAY, model, machine, seed).size())
                        .toArray();
        int fewest = poisson.inverseCumulativeProbability(0.0005);
        int most = poisson.inverseCumulativeProbability(0.9995);
        assertThat(Arrays.stream(counts).boxed()).allMatch(n -> n >= fewest && n <= most);
        assertThat(isOff(Arrays.stream(counts).sum(), 40 * expected)).isBetween(-3.0, 3.0);
    }

    @Test
    void countsAreAsUnevenAsPoissonsAndNodesAlike() {
        Machine machine = Machine.flat("small", 100);
        FailureModel model = model(new NodeHazard("n", all(machine), 10 * DAY, DAYS_OFF));
        int[] byNode = new int[100];
        double[] counts = new double[400];
        for (int seed = 0; seed < counts.length; seed++) {
            List<Failure> drawn = until(DAY, model, machine, seed);
            counts[seed] = drawn.size();
            drawn.forEach(failure -> byNode[failure.nodes().first(0)]++);
        }
        Sample sample = new Sample(counts);
        assertThat(sample.variance() / sample.mean())
                .isCloseTo(1, within(4 * Math.sqrt(2 / 400.0)));
        double expected = sample.mean() * counts.length / 100;
        double chiSquare =
                Arrays.stream(byNode)
                        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                        .sum();
        assertThat((chiSquare - 99) / Math.sqrt(2 * 99)).isBetween(-4.0, 4.0);
    }

    /** Below shape 1 a new machine fails more often at first; a settled one at the mean rate. */
    @Test
    void infancyIsHardOnNewNodesOnly() {
        Machine machine = Machine.flat("young", 20_000);
        Lifetime life = new Lifetime.Weibull(0.7, 300 * DAY);
        int[] early = new int[2];
        for (Age age : Age.values()) {
            NodeHazard hazard =
                    new NodeHazard("n", all(machine), life, age, Lemons.NONE, new Repair.Fixed(0));
            early[age.ordinal()] = until(10 * DAY, model(hazard), machine, 5).size();
        }
        double rate = 20_000 * 10 / 300.0;
        assertThat(isOff(early[Age.SETTLED.ordinal()], rate)).isBetween(-4.0, 4.0);
        assertThat(early[Age.NEW.ordinal()]).isGreaterThan((int) (3 * rate));
    }
}
