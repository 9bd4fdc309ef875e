package dandori.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void isTheSumOfAllDigitsRoundedOnceInWhateverOrder() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Double> values = new ArrayList<>();
            for (int i = random.nextInt(300); i >= 0; i--) {
                int exponent = random.nextInt(2 * (1 + seed)) - seed;
                values.add((random.nextDouble() - 0.3) * Math.scalb(1.0, exponent));
            }
            BigDecimal expected = BigDecimal.ZERO;
            for (double value : values) {
                expected = expected.add(new BigDecimal(value));
            }
            assertThat(sum(values)).isEqualTo(expected.doubleValue());
            Collections.shuffle(values, new Random(seed));
            assertThat(sum(values)).isEqualTo(expected.doubleValue());
        }
    }

    @Test
    void whatLiesFarBelowDecidesATie() {
        double half = Math.ulp(1.0) / 2;
        assertThat(sum(List.of(1.0, half))).isEqualTo(1.0);
        assertThat(sum(List.of(1.0, half, Double.MIN_VALUE))).isEqualTo(1.0 + 2 * half);
        assertThat(sum(List.of(1.0, half, -Double.MIN_VALUE))).isEqualTo(1.0);
    }

    @Test
    void theLargestAndTheLeastHaveRoom() {
        assertThat(sum(List.of())).isZero();
        assertThat(sum(List.of(Double.MAX_VALUE))).isEqualTo(Double.MAX_VALUE);
        assertThat(sum(List.of(-Double.MIN_VALUE))).isEqualTo(-Double.MIN_VALUE);
        assertThat(sum(List.of(1e300, Double.MIN_VALUE, -1e300))).isEqualTo(Double.MIN_VALUE);
        assertThat(sum(List.of(Double.MAX_VALUE, Double.MAX_VALUE)))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> sum(List.of(Double.NaN))).isInstanceOf(ArithmeticException.class);
    }

    private static double sum(List<Double> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum.value();
    }
}
