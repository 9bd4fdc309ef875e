package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.metric.Figure;
import dandori.statistics.Holm;
import dandori.statistics.PairedDifference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies compared in pairs, alone and together. */
class ComparisonTest {

    private static List<Figure> figures(double... values) {
        return Arrays.stream(values).mapToObj(value -> new Figure(value, false)).toList();
    }

    @Test
    void thePValueIsThatOfThePairs() {
        Comparison pairs = Comparison.of(figures(8, 16, 21), figures(10, 20, 30));

        double p =
                PairedDifference.of(new double[] {8, 16, 21}, new double[] {10, 20, 30}).pValue();
        assertThat(pairs.pValue()).isEqualTo(p);
        assertThat(pairs.adjustedPValue()).isEqualTo(p);
        assertThat(pairs.isLessInEveryPair()).isTrue();
        assertThat(pairs.isLess()).isFalse(); // p = 0.14: three pairs this far apart may be chance
    }

    @Test
    void whatIsBeyondChanceIsLessOrMoreAndNotBoth() {
        Comparison less = Comparison.of(figures(1, 2, 3, 4), figures(3, 4.1, 5, 6));
        assertThat(less.isLess()).isTrue();
        assertThat(less.isMore()).isFalse();
        Comparison more = Comparison.of(figures(3, 4.1, 5, 6), figures(1, 2, 3, 4));
        assertThat(more.isMore()).isTrue();
        assertThat(more.isLess()).isFalse();
        Comparison equal = Comparison.of(figures(1, 2, 3), figures(1, 2, 3));
        assertThat(equal.isLess() || equal.isMore()).isFalse();
    }

    @Test
    void twoPairsAreTooFewHoweverAlikeTheyAre() {
        Comparison two = Comparison.of(figures(1, 2), figures(3, 4.01));

        assertThat(two.pValue()).isLessThan(0.01);
        assertThat(two.isLessInEveryPair()).isTrue();
        assertThat(two.isLess()).isFalse();
        assertThat(Comparison.of(figures(3, 4.01), figures(1, 2)).isMore()).isFalse();
    }

    @Test
    void pairsOfWhichOneIsMissingAreLeftOut() {
        Comparison pairs = Comparison.of(figures(8, 16, Double.NaN, 21), figures(10, 20, 5, 30));

        assertThat(pairs.pValue())
                .isEqualTo(Comparison.of(figures(8, 16, 21), figures(10, 20, 30)).pValue());
        assertThat(Comparison.of(figures(1), figures(2)).pValue()).isNaN();
        assertThat(Comparison.of(figures(1), figures(2)).isLess()).isFalse();
    }

    @Test
    void togetherTheyAreCorrectedAndOneAloneIsNoLongerBeyondChance() {
        List<Figure> base = figures(10, 20, 30, 40);
        Comparison weak = Comparison.of(figures(9, 17, 28, 39), base);
        Comparison none = Comparison.of(figures(11, 19, 32, 39), base);
        assertThat(weak.pValue()).isBetween(0.025, 0.05);
        assertThat(weak.isLess()).isTrue();

        List<Comparison> together = Comparison.together(List.of(weak, none));

        assertThat(together.get(0).adjustedPValue()).isCloseTo(2 * weak.pValue(), within(1e-12));
        assertThat(together.get(0).pValue()).isEqualTo(weak.pValue());
        assertThat(together.get(0).isLess()).isFalse();
        assertThat(together.get(1).adjustedPValue())
                .isEqualTo(Holm.adjusted(weak.pValue(), none.pValue())[1]);
    }

    @Test
    void aStudyCorrectsForAllItsPolicies() throws InterruptedException {
        Study study =
                Studies.play(
                        Studies.scenario(
                                Studies.SMALL, "policies.sjf={backfill: easy, order: sjf}"),
                        2,
                        null);
        Comparison easy = study.comparison("easy", Group.ALL, "wait_mean_s");
        Comparison sjf = study.comparison("sjf", Group.ALL, "wait_mean_s");

        assertThat(study.comparisons(Group.ALL, "wait_mean_s").keySet())
                .containsExactly("easy", "sjf");
        double[] both = Holm.adjusted(easy.pValue(), sjf.pValue());
        assertThat(easy.adjustedPValue()).isEqualTo(both[0]);
        assertThat(sjf.adjustedPValue()).isEqualTo(both[1]);
        assertThat(Math.max(both[0], both[1]))
                .isGreaterThanOrEqualTo(Math.max(easy.pValue(), sjf.pValue()));
    }
}
