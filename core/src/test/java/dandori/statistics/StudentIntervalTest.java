package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Student's interval against numbers computed by hand. */
class StudentIntervalTest {

    @Test
    void threeValues() {
        // 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, s = √13; t(0.975, 2) = 4.302653.
        StudentInterval interval = StudentInterval.of(2, 4, 9);

        assertThat(interval.count()).isEqualTo(3);
        assertThat(interval.mean()).isEqualTo(5);
        assertThat(interval.standardDeviation()).isEqualTo(Math.sqrt(13));
        assertThat(interval.halfWidth()).isCloseTo(4.302652730 * Math.sqrt(13.0 / 3), within(1e-8));
        assertThat(interval.relativeHalfWidth()).isEqualTo(interval.halfWidth() / 5);
        assertThat(interval.high() - interval.mean()).isCloseTo(interval.halfWidth(), within(1e-9));
        assertThat(interval.holds(interval.low())).isTrue();
        assertThat(interval.holds(interval.high() + 1e-9)).isFalse();
    }

    @Test
    void lessConfidenceIsNarrower() {
        // t(0.95, 2) = 2.919986.
        assertThat(StudentInterval.of(new double[] {2, 4, 9}, 0.9).halfWidth())
                .isCloseTo(2.919985580 * Math.sqrt(13.0 / 3), within(1e-8));
        assertThatThrownBy(() -> StudentInterval.of(new double[] {2, 4}, 95))
                .hasMessage("confidence (95.0) must be above 0 and below 1.");
    }

    @Test
    void oneValueHasNoIntervalAndNoneHasNoMean() {
        assertThat(StudentInterval.of(7).mean()).isEqualTo(7);
        assertThat(StudentInterval.of(7).halfWidth()).isNaN();
        assertThat(StudentInterval.of(7).holds(7)).isFalse();
        assertThat(StudentInterval.of().mean()).isNaN();
    }

    @Test
    void aMeanOfZeroHasNoRelativeWidth() {
        assertThat(StudentInterval.of(-1, 1).relativeHalfWidth()).isNaN();
    }
}
