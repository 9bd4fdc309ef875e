package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.metric.Figure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Differences of figures of two studies, by hand. */
class JoinedTest {

    private static Map<Integer, Figure> from(int seed, double... values) {
        Map<Integer, Figure> figures = new LinkedHashMap<>();
        for (double value : values) {
            figures.put(seed + figures.size(), new Figure(value, false));
        }
        return figures;
    }

    @Test
    void seedsOfBothMakePairs() {
        // Seeds 2 and 3 are in both: 20 − 5 and 30 − 6.
        Joined joined = Joined.of(from(1, 10, 20, 30), from(2, 5, 6, 7));

        assertThat(joined.pairs()).isEqualTo(2);
        assertThat(joined.difference()).isEqualTo(19.5);
        assertThat(joined.isMore()).isTrue();
    }

    @Test
    void othersAreWelchs() {
        // Means 2 and 6, variances 1 and 4, so √(1/3 + 4/3) = 1.290994; ν = (5/3)² / ((1/3)²/2 +
        // (4/3)²/2) = 50/17 = 2.941; t(0.975, 2.941) = 3.218.
        Joined joined = Joined.of(from(1, 1, 2, 3), from(11, 4, 6, 8));

        assertThat(joined.pairs()).isZero();
        assertThat(joined.difference()).isEqualTo(-4);
        assertThat(joined.halfWidth()).isCloseTo(3.218 * 1.290994, within(0.01));
        assertThat(joined.isLess()).isFalse();
    }

    @Test
    void oneRunAloneHasNoInterval() {
        assertThat(Joined.of(from(1, 1), from(2, 3)).halfWidth()).isNaN();
    }
}
