package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Ranks from tables, and against sums of the binomial distribution. */
class QuantileIntervalTest {

    private static double[] oneTo(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> count - i); // in no order
        return values;
    }

    @Test
    void theMedianOfTenLiesBetweenTheSecondAndTheNinth() {
        // P(at most 1 of 10 below) = 11/1024 = 0.0107, at most 2: 56/1024 = 0.0547.
        assertThat(QuantileInterval.of(oneTo(10), 0.5)).isEqualTo(new QuantileInterval(5, 2, 9));
    }

    @Test
    void fiveValuesSayNothingOfTheMedianAndTwentyNothingAboveTheirP95() {
        // P(none of 5 below) = 1/32 = 0.031 > 0.025. P(all 20 below) = 0.95^20 = 0.36.
        assertThat(QuantileInterval.of(oneTo(5), 0.5))
                .isEqualTo(
                        new QuantileInterval(
                                3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(QuantileInterval.of(oneTo(20), 0.95).value()).isEqualTo(19);
        assertThat(QuantileInterval.of(oneTo(20), 0.95).high()).isInfinite();
        assertThat(QuantileInterval.of(oneTo(20), 0.95).low()).isEqualTo(17);
    }

    @Test
    void theRanksAreTheNarrowestWhoseTailsAreSmallEnough() {
        for (int count = 1; count < 120; count++) {
            for (double p : new double[] {0.05, 0.25, 0.5, 0.8, 0.95}) {
                QuantileInterval its = QuantileInterval.of(oneTo(count), p);
                double[] upTo = upTo(count, p); // P(at most k below)
                int low = 0;
                while (low < count && upTo[low] < 0.025) {
                    low++; // P(fewer than low below) < 0.025
                }
                int high = count + 1;
                while (high > 1 && 1 - upTo[high - 2] <= 0.025) {
                    high--; // P(high or more below) ≤ 0.025
                }
                assertThat(its.low()).isEqualTo(low < 1 ? Double.NEGATIVE_INFINITY : low);
                assertThat(its.high()).isEqualTo(high > count ? Double.POSITIVE_INFINITY : high);
            }
        }
    }

    private static double[] upTo(int count, double p) {
        double[] upTo = new double[count + 1];
        double sum = 0;
        for (int k = 0; k <= count; k++) {
            double ways = 1;
            for (int i = 0; i < k; i++) {
                ways *= (count - i) / (double) (k - i);
            }
            sum += ways * StrictMath.pow(p, k) * StrictMath.pow(1 - p, count - k);
            upTo[k] = sum;
        }
        return upTo;
    }

    @Test
    void noValuesHaveNoQuantile() {
        assertThat(QuantileInterval.of(new double[0], 0.5).value()).isNaN();
        assertThatThrownBy(() -> QuantileInterval.of(oneTo(3), 95))
                .hasMessage("p (95.0) must be above 0 and below 1.");
    }
}
