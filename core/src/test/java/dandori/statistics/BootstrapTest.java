package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The bootstrap's bounds, seeds and skewness. */
class BootstrapTest {

    private static final Resamples SAMPLES = new Resamples(new RandomStreams(1));

    @Test
    void equalSeedsGiveEqualIntervals() {
        double[] values = RandomSeries.lognormals(25, 3);

        assertThat(Bootstrap.ofMean(values, SAMPLES)).isEqualTo(Bootstrap.ofMean(values, SAMPLES));
        assertThat(Bootstrap.ofMean(values, SAMPLES))
                .isNotEqualTo(Bootstrap.ofMean(values, new Resamples(new RandomStreams(2))));
    }

    @Test
    void ofManyNormalValuesItIsStudents() {
        double[] values = RandomSeries.stationary(0, 400, 5);
        Bootstrap its = Bootstrap.ofMean(values, SAMPLES);
        StudentInterval student = StudentInterval.of(values);

        assertThat(its.low()).isCloseTo(student.low(), within(0.1 * student.halfWidth()));
        assertThat(its.high()).isCloseTo(student.high(), within(0.1 * student.halfWidth()));
    }

    @Test
    void itReachesFartherWhereTheLongTailIs() {
        double[] values = RandomSeries.lognormals(50, 3);
        double mean = StudentInterval.of(values).mean();
        Bootstrap its = Bootstrap.ofMean(values, SAMPLES);

        assertThat(its.high() - mean).isGreaterThan(1.2 * (mean - its.low()));
        assertThat(its.low()).isGreaterThan(Arrays.stream(values).min().orElseThrow());
    }

    @Test
    void itSuitsManySkewedValues() {
        // 19 times 0 and one 1: deviations 0.05 and 0.95, m3 / m2^1.5 = 4.13.
        double[] skewed = new double[20];
        skewed[3] = 1;
        assertThat(Bootstrap.suits(skewed)).isTrue();
        assertThat(Bootstrap.suits(Arrays.copyOf(skewed, 19))).isFalse();
        double[] even = new double[20];
        Arrays.fill(even, 0, 10, 1);
        assertThat(Bootstrap.suits(even)).isFalse();
        // Of 20 values, k times 1: (1 - 2p) / √(p(1 - p)) with p = k / 20; 1.15 for 5, 0.87 for 6.
        Arrays.fill(even, 0);
        Arrays.fill(even, 0, 5, 1);
        assertThat(Bootstrap.suits(even)).isTrue();
        even[5] = 1;
        assertThat(Bootstrap.suits(even)).isFalse();
    }

    @Test
    void equalValuesHaveNoWidthAndOneValueHasNoInterval() {
        assertThat(Bootstrap.ofMean(new double[] {3, 3, 3}, SAMPLES))
                .isEqualTo(new Bootstrap(3, 3));
        assertThat(Bootstrap.ofMean(new double[] {3}, SAMPLES).low()).isNaN();
        assertThat(Bootstrap.suits(new double[30])).isFalse();
    }
}
