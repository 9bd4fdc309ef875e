package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws against the distribution of another library, at seeds that never change. */
class GammaDrawTest {

    private static final int DRAWS = 20_000;

    private static double[] drawn(double shape, double scale) {
        GammaDraw draw = new GammaDraw(shape, scale, new RandomStreams(7).stream("test", 0));
        double[] drawn = new double[DRAWS];
        Arrays.setAll(drawn, i -> draw.next());
        return drawn;
    }

    /** Those of the model of Lublin and Feitelson, one, and two below one. */
    @ParameterizedTest
    @CsvSource({
        "6.57, 0.823",
        "639.1, 0.0156",
        "3.8351, 0.6605",
        "7.073, 0.6856",
        "6.355, 0.8531",
        "1, 2",
        "0.5, 3",
        "0.05, 1"
    })
    void drawsAreGammaDistributed(double shape, double scale) {
        double[] drawn = drawn(shape, scale);
        GammaDistribution expected = new GammaDistribution(null, shape, scale);

        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, drawn))
                .isGreaterThan(0.01);
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double error = Math.sqrt(expected.getNumericalVariance() / DRAWS);
        assertThat(mean).isCloseTo(shape * scale, within(3 * error));
        Arrays.sort(drawn);
        for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
            double below = expected.cumulativeProbability(drawn[(int) (share * DRAWS)]);
            double width = 3 * Math.sqrt(share * (1 - share) / DRAWS);
            assertThat(below).isCloseTo(share, within(width));
        }
    }

    @Test
    void theFirstDrawsAreTheSameOnEveryJava() {
        assertThat(Arrays.hashCode(drawn(6.57, 0.823))).isEqualTo(1531554894);
    }

    /** The mean of exp of a draw, cut, as the mean over many quantiles of another library. */
    @ParameterizedTest
    @CsvSource({"6.57, 0.823, 12", "639.1, 0.0156, 12", "6.355, 0.8531, 13", "2, 0.5, 3"})
    void theMeanOfTheExponentialIsThatOfItsQuantiles(double shape, double scale, double limit) {
        ExpGamma time = new ExpGamma(shape, scale, limit);
        GammaDistribution gamma = new GammaDistribution(null, shape, scale);
        double sum = 0;
        int steps = 40_000;
        for (int i = 0; i < steps; i++) { // the midpoint rule over the density
            double x = (i + 0.5) * limit / steps;
            sum += Math.exp(x) * gamma.density(x) * limit / steps;
        }

        assertThat(time.kept()).isCloseTo(gamma.cumulativeProbability(limit), within(1e-12));
        assertThat(time.keptMean()).isCloseTo(sum, within(1e-5 * sum));
        assertThat(time.mean()).isCloseTo(sum / time.kept(), within(1e-5 * sum / time.kept()));
    }
}
