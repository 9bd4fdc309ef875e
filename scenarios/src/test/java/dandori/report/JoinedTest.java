package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.experiment.Comparison;
import dandori.metric.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        assertThat(joined.paired())
                .matches(Objects::nonNull)
                .matches(Comparison::isMoreInEveryPair);
        assertThat(joined.isMore()).as("two pairs may be chance: p = 0.14").isFalse();
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
    void chanceIsTakenOffForAllPoliciesTogether() {
        // Differences 1, 2, 3 and 4: p = 0.030 alone, 0.061 of two; in every pair it is more.
        Joined alone = Joined.of(from(1, 2, 4, 6, 8), from(1, 1, 2, 3, 4));
        Joined other = Joined.of(from(1, 2, 1, 4, 3), from(1, 1, 2, 3, 4));
        Joined unpaired = Joined.of(from(9, 7, 8), from(1, 1, 2));

        assertThat(Joined.together(List.of(alone, unpaired)).get(0).isMore()).isTrue();
        List<Joined> three = Joined.together(List.of(unpaired, alone, other));
        assertThat(three).extracting(Joined::isMore).containsOnly(false);
        assertThat(three).extracting(Joined::difference).containsExactly(6.0, 2.5, 0.0);
        assertThat(alone.paired()).matches(Objects::nonNull).matches(Comparison::isMoreInEveryPair);
    }

    @Test
    void theOnlyRunOfEachIsAPair() {
        Joined joined = Joined.of(from(1, 5), from(1, 3));

        assertThat(joined.pairs()).isEqualTo(1);
        assertThat(joined.difference()).isEqualTo(2);
        assertThat(joined.isMore()).isFalse();
    }

    @Test
    void oneRunAloneHasNoInterval() {
        assertThat(Joined.of(from(1, 1), from(2, 3)).halfWidth()).isNaN();
    }
}
