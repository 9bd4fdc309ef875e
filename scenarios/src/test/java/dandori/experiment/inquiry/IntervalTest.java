package dandori.experiment.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.metric.Figure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals by hand. */
class IntervalTest {

    private static List<Figure> figures(double... values) {
        return Arrays.stream(values).mapToObj(value -> new Figure(value, false)).toList();
    }

    @Test
    void itIsStudents() {
        Interval interval = Interval.of(figures(2, Double.NaN, 4, 6), 0.95, true);

        assertThat(interval.count()).isEqualTo(3);
        assertThat(interval.mean()).isEqualTo(4);
        // t(0.975, 2) = 4.302653, s = 2
        assertThat(interval.high()).isCloseTo(4 + 4.302653 * 2 / Math.sqrt(3), within(1e-6));
        assertThat(interval.low()).isCloseTo(4 - 4.302653 * 2 / Math.sqrt(3), within(1e-6));
    }

    @Test
    void anotherLevelHasAnotherWidth() {
        // t(0.9, 2) = 1.885618
        assertThat(Interval.of(figures(2, 4, 6), 0.8, true).high())
                .isCloseTo(4 + 1.885618 * 2 / Math.sqrt(3), within(1e-6));
        assertThat(Interval.of(figures(2, 4, 6), 0, true))
                .isEqualTo(new Interval(3, 4, 4, 4, false));
    }

    @Test
    void ofOneRunNothingIsSureUnlessOthersWouldBeTheSame() {
        assertThat(Interval.of(figures(5), 0.95, true).high()).isInfinite();
        assertThat(Interval.of(figures(5), 0.95, false)).isEqualTo(new Interval(1, 5, 5, 5, false));
        assertThat(Interval.of(figures(5), 0, true)).isEqualTo(new Interval(1, 5, 5, 5, false));
        assertThat(Interval.of(figures(Double.NaN), 0.95, true).count()).isZero();
    }
}
