package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Holm's correction by hand, and against what it is short for. */
class HolmTest {

    @Test
    void fourByHand() {
        // Ascending 0.005 · 4, 0.01 · 3, 0.03 · 2, 0.04 · 1; the last is lifted to the one before.
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void oneStaysAndNoneIsNone() {
        assertThat(Holm.adjusted(0.04)).containsExactly(0.04);
        assertThat(Holm.adjusted()).isEmpty();
    }

    @Test
    void noneIsMoreThanOne() {
        assertThat(Holm.adjusted(0.9, 0.6)).containsExactly(1, 1);
    }

    @Test
    void whatCouldNotBeTestedDoesNotCount() {
        assertThat(Holm.adjusted(Double.NaN, 0.02, 0.5)).containsExactly(Double.NaN, 0.04, 0.5);
    }

    /**
     * What is rejected is what every set of tests with it would reject together by Bonferroni: the
     * largest of (size of the set) · (its least p) over all sets that hold the test.
     */
    @Test
    void itIsTheClosureOfBonferroni() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            double[] pValues = new double[1 + random.nextInt(6)];
            Arrays.setAll(pValues, j -> random.nextInt(30) / 100.0);
            double[] adjusted = Holm.adjusted(pValues);
            for (int test = 0; test < pValues.length; test++) {
                assertThat(adjusted[test]).isEqualTo(closure(pValues, test), within(1e-12));
            }
        }
    }

    private static double closure(double[] pValues, int test) {
        double most = 0;
        for (int set = 0; set < 1 << pValues.length; set++) {
            if ((set >> test & 1) == 1) {
                double least = 1;
                for (int i = 0; i < pValues.length; i++) {
                    least = (set >> i & 1) == 1 ? Math.min(least, pValues[i]) : least;
                }
                most = Math.max(most, Math.min(1, Integer.bitCount(set) * least));
            }
        }
        return most;
    }
}
