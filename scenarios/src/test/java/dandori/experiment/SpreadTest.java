package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.metric.Figure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures over seeds, against numbers computed by hand. */
class SpreadTest {

    private static List<Figure> figures(double... values) {
        return Arrays.stream(values).mapToObj(value -> new Figure(value, false)).toList();
    }

    @Test
    void threeRunsHaveAMeanADeviationAndStudentsInterval() {
        // 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, s = √13; t(0.975, 2) = 4.302653.
        Spread spread = Spread.of(figures(2, 4, 9));

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.min()).isEqualTo(2);
        assertThat(spread.max()).isEqualTo(9);
        assertThat(spread.standardDeviation()).isCloseTo(3.605551275, within(1e-9));
        assertThat(spread.halfWidth())
                .isCloseTo(4.302652730 * 3.605551275 / 1.732050808, within(1e-6));
    }

    @Test
    void aSingleRunHasNoInterval() {
        Spread spread = Spread.of(figures(7));

        assertThat(spread.mean()).isEqualTo(7);
        assertThat(spread.standardDeviation()).isNaN();
        assertThat(spread.halfWidth()).isNaN();
    }

    @Test
    void behindPlusMinusOfTwoRunsStandsHalfOfTheirDifference() {
        assertThat(Spread.of(figures(2, 5)).plusMinus()).isEqualTo(1.5);
        assertThat(Spread.of(figures(5, Double.NaN, 2)).plusMinus()).isEqualTo(1.5);
        // Student's interval stays what it is: t(0.975, 1) = 12.706205, s / √2 = 1.5.
        assertThat(Spread.of(figures(2, 5)).halfWidth())
                .isCloseTo(12.706204736 * 1.5, within(1e-6));
    }

    @Test
    void behindPlusMinusOfMoreRunsStandsTheIntervalAndOfOneNothing() {
        Spread three = Spread.of(figures(2, 4, 9));

        assertThat(three.plusMinus()).isEqualTo(three.halfWidth());
        assertThat(Spread.of(figures(7, Double.NaN)).plusMinus()).isNaN();
        assertThat(Spread.of(List.of()).plusMinus()).isNaN();
    }

    @Test
    void runsWithoutTheFigureAreLeftOut() {
        Spread spread = Spread.of(figures(2, Double.NaN, 4));

        assertThat(spread.count()).isEqualTo(2);
        assertThat(spread.mean()).isEqualTo(3);
        assertThat(spread.values()).containsExactly(2.0, Double.NaN, 4.0);
        assertThat(Spread.of(List.of()).mean()).isNaN();
    }

    @Test
    void oneFigureThatIsCutOffMakesTheMeanAtLeast() {
        assertThat(Spread.of(List.of(new Figure(1, false), new Figure(2, true))).atLeast())
                .isTrue();
    }

    @Test
    void aComparisonIsPairedBySeed() {
        // The means differ by 1 and the spreads are wide, but each pair says the same.
        Comparison pairs = Comparison.of(figures(10, 20, 30), figures(11, 21, 31));

        assertThat(pairs.difference().mean()).isEqualTo(-1);
        assertThat(pairs.difference().halfWidth()).isZero();
        assertThat(pairs.isLessInEveryPair()).isTrue();
        assertThat(pairs.isMoreInEveryPair()).isFalse();
    }

    @Test
    void oneEqualPairOneMissingPairOrASinglePairIsNotEveryPair() {
        assertThat(Comparison.of(figures(1, 2), figures(2, 2)).isLessInEveryPair()).isFalse();
        assertThat(Comparison.of(figures(1, Double.NaN), figures(2, 3)).isLessInEveryPair())
                .isFalse();
        assertThat(Comparison.of(figures(1), figures(2)).isLessInEveryPair()).isFalse();
    }
}
