package dandori.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives and repairs against their closed forms: 200,000 each, at most 4 standard errors off. */
class LifetimeTest {

    private static final int COUNT = 200_000;
    private static final double HOUR = 3_600_000;

    private final UniformRandomProvider random = new RandomStreams(1).stream("test", 0);

    @Test
    void exponentialLivesHaveMeanAndDeviationAlikeAndNoMemory() {
        var life = new Lifetime.Exponential(100 * HOUR);
        Sample lives = Sample.of(COUNT, () -> life.millis(random));
        Sample remaining = Sample.of(COUNT, () -> life.remainingMillis(random));
        assertThat(lives.meanIsOff(100 * HOUR)).isBetween(-4.0, 4.0);
        assertThat(Math.sqrt(lives.variance()) / HOUR).isCloseTo(100, within(1.0));
        assertThat(lives.partIsOff(100 * HOUR, 1 - Math.exp(-1))).isBetween(-4.0, 4.0);
        assertThat(remaining.meanIsOff(100 * HOUR)).isBetween(-4.0, 4.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 1, 1.5, 4})
    void weibullLivesHaveTheMeanTheDeviationAndTheScaleOfTheirShape(double shape) {
        var life = new Lifetime.Weibull(shape, 100 * HOUR);
        Sample lives = Sample.of(COUNT, () -> life.millis(random));
        assertThat(lives.meanIsOff(100 * HOUR)).isBetween(-4.0, 4.0);
        assertThat(lives.variance() / variance(life)).isCloseTo(1, within(0.05));
        assertThat(lives.partIsOff(life.scaleMillis(), 1 - Math.exp(-1))).isBetween(-4.0, 4.0);
    }

    /** What is left of it: mean E[X²] / 2E[X], and no more than x with (1/μ) ∫ S(t) dt to x. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 1, 1.5, 4})
    void theRestOfALifeMetAtRandomIsThatOfRenewalTheory(double shape) {
        var life = new Lifetime.Weibull(shape, 100 * HOUR);
        double mean = life.meanMillis();
        Sample rest = Sample.of(COUNT, () -> life.remainingMillis(random));
        assertThat(rest.meanIsOff((variance(life) + mean * mean) / (2 * mean)))
                .isBetween(-4.0, 4.0);
        for (double limit : new double[] {1 * HOUR, 20 * HOUR, 100 * HOUR}) {
            double power = Math.pow(limit / life.scaleMillis(), shape);
            assertThat(rest.partIsOff(limit, Gamma.regularizedGammaP(1 / shape, power)))
                    .isBetween(-4.0, 4.0);
        }
    }

    private static double variance(Lifetime.Weibull life) {
        double first = Gamma.gamma(1 + 1 / life.shape());
        double scale = life.scaleMillis();
        return scale * scale * (Gamma.gamma(1 + 2 / life.shape()) - first * first);
    }

    @Test
    void repairsHaveTheirMeanAndTheirQuantiles() {
        var logNormal = new Repair.LogNormal(2 * HOUR, 24 * HOUR);
        Sample drawn = Sample.of(COUNT, () -> logNormal.millis(random));
        assertThat(drawn.partIsOff(2 * HOUR, 0.5)).isBetween(-4.0, 4.0);
        assertThat(drawn.partIsOff(24 * HOUR, 0.95)).isBetween(-4.0, 4.0);
        assertThat(drawn.meanIsOff(logNormal.meanMillis())).isBetween(-4.0, 4.0);
        Repair exponential = new Repair.Exponential(3 * HOUR);
        assertThat(Sample.of(COUNT, () -> exponential.millis(random)).meanIsOff(3 * HOUR))
                .isBetween(-4.0, 4.0);
        assertThat(new Repair.Fixed(5).millis(random)).isEqualTo(5);
        assertThat(new Repair.LogNormal(7, 7).millis(random)).isEqualTo(7);
    }

    @Test
    void figuresThatMakeNoSenseAreRefused() {
        refused(() -> new Lifetime.Exponential(0), "meanMillis (0.0)");
        refused(() -> new Lifetime.Exponential(Double.POSITIVE_INFINITY), "finite");
        refused(() -> new Lifetime.Weibull(0, 1), "shape (0.0)");
        refused(() -> new Lifetime.Weibull(1, Double.NaN), "meanMillis (NaN)");
        refused(() -> new Repair.Fixed(-1), "meanMillis (-1.0)");
        refused(() -> new Repair.LogNormal(2, 1), "p95Millis (1.0) must be at least the median");
        refused(() -> new Lemons(1.5, 2), "share (1.5)");
        refused(() -> new Lemons(0.5, 0.5), "multiple (0.5)");
        refused(() -> Lemons.causing(0.5, 0.4), "share of failures (0.4)");
    }

    private static void refused(Runnable made, String message) {
        assertThatThrownBy(made::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
