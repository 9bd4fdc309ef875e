package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** MSER-5 against numbers by hand, and against the formula written out. */
class WarmUpTest {

    /** Each average five times over. */
    private static double[] fives(double... averages) {
        double[] series = new double[5 * averages.length];
        Arrays.setAll(series, i -> averages[i / 5]);
        return series;
    }

    @Test
    void theClimbIsCutOff() {
        assertThat(WarmUp.of(fives(0, 3, 9, 10, 11, 9, 10, 11, 10, 9)))
                .isEqualTo(new WarmUp(10, true));
    }

    @Test
    void whatIsLevelFromTheBeginningHasNoWarmUp() {
        assertThat(WarmUp.of(fives(4, 4, 4, 4, 4, 4, 4, 4, 4, 4))).isEqualTo(new WarmUp(0, true));
    }

    @Test
    void whatStillClimbsAtTheEndIsTooShort() {
        double[] climb = new double[100];
        Arrays.setAll(climb, i -> i);
        assertThat(WarmUp.of(climb)).isEqualTo(new WarmUp(0, false));
    }

    @Test
    void fewerThanTenAveragesAreTooShort() {
        assertThat(WarmUp.of(new double[49]).isLongEnough()).isFalse();
        assertThat(WarmUp.of(new double[50]).isLongEnough()).isTrue();
        assertThat(WarmUp.of().isLongEnough()).isFalse();
    }

    @Test
    void twoEqualAveragesAtTheEndDoNotWin() {
        assertThat(WarmUp.of(fives(0, 9, 11, 9, 11, 9, 11, 9, 11, 10, 10)).observations())
                .isEqualTo(5);
    }

    @Test
    void whatDoesNotFillTheLastFiveIsNotLookedAt() {
        double[] series = Arrays.copyOf(fives(0, 3, 9, 10, 11, 9, 10, 11, 10, 9), 54);
        Arrays.fill(series, 50, 54, 1e9);
        assertThat(WarmUp.of(series)).isEqualTo(new WarmUp(10, true));
    }

    @Test
    void itIsTheFormula() {
        SplittableRandom random = new SplittableRandom(1);
        int early = 0;
        for (int i = 0; i < 2_000; i++) {
            double[] series = new double[random.nextInt(200)];
            double climb = random.nextInt(30);
            Arrays.setAll(series, j -> random.nextInt(10) + Math.min(climb, j));
            WarmUp found = WarmUp.of(series);
            assertThat(found).isEqualTo(obvious(series));
            early += found.observations() > 0 ? 1 : 0;
        }
        assertThat(early).isGreaterThan(200);
    }

    /** The formula as it is written, O(n²). */
    private static WarmUp obvious(double[] series) {
        int count = series.length / 5;
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int cut = 0; cut <= count - 5; cut++) {
            double[] kept = new double[count - cut];
            for (int i = cut; i < count; i++) {
                for (int j = 0; j < 5; j++) {
                    kept[i - cut] += series[5 * i + j] / 5;
                }
            }
            double mean = Arrays.stream(kept).average().orElseThrow();
            double squares = Arrays.stream(kept).map(y -> (y - mean) * (y - mean)).sum();
            double error = squares / ((double) kept.length * kept.length);
            if (error < least * (1 - 1e-12)) {
                least = error;
                best = cut;
            }
        }
        boolean isLongEnough = count >= 10 && 2 * best <= count;
        return new WarmUp(isLongEnough ? 5 * best : 0, isLongEnough);
    }
}
