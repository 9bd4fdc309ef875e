package dandori.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.ValueStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 513, 5_000, 32_768, 40_000, 100_000})
    void quantilesAreThoseOfTheSortedValuesHoweverManyAreTheLeast(int count) {
        checkQuantiles(count, () -> new ManyValues(null, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {40_000, 100_000, 300_000})
    void theyAreWhereMostValuesLieInAStore(int count) {
        checkQuantiles(count, () -> new ManyValues(new Heap(), 2));
    }

    @Test
    void noMoreThanSoManyValuesAreInMemory() {
        ManyValues values = new ManyValues(new Heap(), 2);
        for (int value = 0; value < 1_000_000; value++) {
            values.add(value);
            assertThat(values.inMemory()).isLessThanOrEqualTo(3 * 32_768);
        }
        assertThat(values.select(123_456)).isEqualTo(123_456);
    }

    @Test
    void valuesInAStoreMayBeBelowNothing() {
        ManyValues values = new ManyValues(new Heap(), 1);
        for (int value = 0; value < 100_000; value++) {
            values.add(value % 2 == 0 ? value : -value);
        }
        assertThat(values.select(0)).isEqualTo(-99_999);
        assertThat(values.select(49_999)).isEqualTo(-1);
        assertThat(values.select(50_000)).isEqualTo(0);
        assertThat(values.select(99_999)).isEqualTo(99_998);
    }

    /** A store that keeps what it is given, which would be a file. */
    private static final class Heap implements ValueStore {

        private final List<double[]> all = new ArrayList<>();

        @Override
        public void add(double[] values) {
            all.add(values.clone());
        }

        @Override
        public void forEach(DoubleConsumer each) {
            all.forEach(values -> Arrays.stream(values).forEach(each));
        }
    }

    private static void checkQuantiles(int count, Supplier<ManyValues> none) {
        for (int share = 0; share <= 4; share++) {
            SplittableRandom random = new SplittableRandom(count + share);
            Sample sample = new Sample(1, none.get());
            double[] sorted = new double[count];
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < count; i++) {
                sorted[i] = random.nextInt(4) < share ? 1 : 1 + random.nextInt(50) / 7.0;
                sample.add(sorted[i], false);
                sum = sum.add(new BigDecimal(sorted[i]));
            }
            Arrays.sort(sorted);
            for (double part : new double[] {0.5, 0.95, 0, 1, 0.25, 0.5}) {
                int rank = (int) Math.max(1, Math.ceil(part * count));
                assertThat(sample.quantile(part)).isEqualTo(new Figure(sorted[rank - 1], false));
            }
            assertThat(sample.mean().value()).isEqualTo(sum.doubleValue() / count);
            assertThat(sample.max().value()).isEqualTo(sorted[count - 1]);
        }
    }
}
