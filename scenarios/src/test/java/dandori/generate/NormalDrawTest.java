package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Draws against the distribution of another library, at a seed that never changes. */
class NormalDrawTest {

    private static final int DRAWS = 1_000_000;
    private static final double TAIL = NormalDraw.edges()[1];

    private static double[] drawn() {
        NormalDraw draw = new NormalDraw(new RandomStreams(7).stream("test", 0));
        double[] drawn = new double[DRAWS];
        Arrays.setAll(drawn, i -> draw.next());
        return drawn;
    }

    @Test
    void drawsAreNormallyDistributed() {
        double[] drawn = drawn();
        Arrays.sort(drawn);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double farthest = 0; // the statistic of Kolmogorov and Smirnov
        for (int i = 0; i < DRAWS; i++) {
            double below = normal.cumulativeProbability(drawn[i]);
            farthest = Math.max(farthest, Math.abs(below - (i + 0.5) / DRAWS));
        }
        assertThat(farthest).isLessThan(1.63 / Math.sqrt(DRAWS)); // 1 % of all seeds are beyond
    }

    @Test
    void momentsAreThoseOfTheNormalDistribution() {
        double[] drawn = drawn();
        double[] expected = {0, 1, 0, 3, 0, 15};
        double[] variance = {1, 2, 15, 96, 945, 10_170}; // of the powers 1 to 6
        for (int power = 1; power <= expected.length; power++) {
            double sum = 0;
            for (double x : drawn) {
                sum += Math.pow(x, power);
            }
            double error = Math.sqrt(variance[power - 1] / DRAWS);
            assertThat(sum / DRAWS)
                    .as("power %d", power)
                    .isCloseTo(expected[power - 1], within(3 * error));
        }
    }

    @Test
    void theTailIsDrawnAsOftenAsItShouldBe() {
        double[] drawn = drawn();
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (double from : new double[] {TAIL, 4}) {
            double expected = DRAWS * normal.cumulativeProbability(-from);
            for (int side : new int[] {-1, 1}) {
                double count = Arrays.stream(drawn).filter(x -> x * side > from).count();
                assertThat(count).isCloseTo(expected, within(3 * Math.sqrt(expected)));
            }
        }
    }

    @Test
    void layersHaveOneAreaAndEndAtTheTop() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] edges = NormalDraw.edges();
        double height = normal.density(0);
        double lowest = edges[1] * normal.density(edges[1]) / height;
        double tail = normal.cumulativeProbability(-edges[1]) / height;
        assertThat(edges[0] * normal.density(edges[1]) / height)
                .isCloseTo(lowest + tail, within(1e-15));
        for (int i = 1; i < NormalDraw.LAYERS; i++) {
            double up = normal.density(edges[i + 1]) - normal.density(edges[i]);
            assertThat(edges[i] * up / height).isCloseTo(lowest + tail, within(1e-13));
        }
    }

    @Test
    void theFirstDrawsAreTheSameOnEveryJava() {
        assertThat(Arrays.hashCode(drawn())).isEqualTo(-1552441362);
    }
}
