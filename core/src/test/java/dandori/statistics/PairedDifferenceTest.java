package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Pairs by hand, and what common random numbers save. */
class PairedDifferenceTest {

    @Test
    void threePairs() {
        // Differences -2, -4, -9: t = 5 / √(13/3) = 2.401922; of 2 degrees of freedom
        // p = 1 - t / √(2 + t²) = 0.138302.
        PairedDifference pairs =
                PairedDifference.of(new double[] {8, 16, 21}, new double[] {10, 20, 30});

        assertThat(pairs.interval()).isEqualTo(StudentInterval.of(-2, -4, -9));
        double t = 5 / Math.sqrt(13.0 / 3);
        assertThat(pairs.pValue()).isCloseTo(1 - t / Math.sqrt(2 + t * t), within(1e-9));
    }

    @Test
    void theSignDoesNotMatterToTheTest() {
        double[] one = {8, 16, 21};
        double[] other = {10, 20, 30};
        assertThat(PairedDifference.of(one, other).pValue())
                .isEqualTo(PairedDifference.of(other, one).pValue());
    }

    @Test
    void equalPairsHaveAPValueOfOneAndEqualDifferencesOfZero() {
        assertThat(PairedDifference.of(new double[] {1, 2}, new double[] {1, 2}).pValue())
                .isEqualTo(1);
        assertThat(PairedDifference.of(new double[] {1, 2}, new double[] {2, 3}).pValue()).isZero();
    }

    @Test
    void aSinglePairTestsNothing() {
        PairedDifference pair = PairedDifference.of(new double[] {1}, new double[] {3});

        assertThat(pair.interval().mean()).isEqualTo(-2);
        assertThat(pair.pValue()).isNaN();
        assertThat(pair.unpairedHalfWidth()).isNaN();
        assertThatThrownBy(() -> PairedDifference.of(new double[1], new double[2]))
                .hasMessage("there must be as many figures (1) as others (2).");
    }

    @Test
    void withoutPairsItIsWelchsInterval() {
        // Both s² = 2 with 2 values: error √2, freedom 2, t(0.975, 2) = 4.302653.
        PairedDifference pairs = PairedDifference.of(new double[] {1, 3}, new double[] {5, 7});

        assertThat(pairs.unpairedHalfWidth()).isCloseTo(4.302652730 * Math.sqrt(2), within(1e-8));
        assertThat(
                        PairedDifference.of(new double[] {1, 1}, new double[] {2, 2})
                                .unpairedHalfWidth())
                .isZero();
    }

    @Test
    void theSameCustomersMakeTheIntervalSevenTimesAsNarrow() {
        // Four servers at 80 and at 78 % load: by Erlang, waits differ by 0.108 times of a service.
        double[] busier = new double[10];
        double[] calmer = new double[10];
        for (int i = 0; i < 10; i++) {
            busier[i] = RandomSeries.mean(RandomSeries.waits(4, 0.8, 4_000, i), 100);
            calmer[i] = RandomSeries.mean(RandomSeries.waits(4, 0.78, 4_000, i), 100);
        }
        PairedDifference pairs = PairedDifference.of(busier, calmer);

        assertThat(pairs.interval().low()).isPositive();
        assertThat(pairs.interval().mean()).isLessThan(pairs.unpairedHalfWidth());
        assertThat(pairs.unpairedHalfWidth() / pairs.interval().halfWidth()).isBetween(6.9, 7.0);
    }
}
