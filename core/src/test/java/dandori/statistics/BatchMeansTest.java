package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Batches by hand. */
class BatchMeansTest {

    @Test
    void theMeansOfBatchesAreTheValuesOfTheInterval() {
        // 9 is left out; batches (1, 3), (5, 5), (2, 10): means 2, 5, 6.
        BatchMeans batches = BatchMeans.of(new double[] {9, 1, 3, 5, 5, 2, 10}, 3);

        assertThat(batches.batchSize()).isEqualTo(2);
        assertThat(batches.interval()).isEqualTo(StudentInterval.of(2, 5, 6));
        // 1 - (9 + 1) / (2 · 26/3), squares around 13/3: 49/9 + 4/9 + 25/9 = 26/3.
        assertThat(batches.correlation()).isCloseTo(1 - 10 / (52.0 / 3), within(1e-12));
    }

    @Test
    void aSeriesWithoutMemoryIsCutIntoThirty() {
        BatchMeans batches = BatchMeans.of(RandomSeries.exponentials(3_000, 1));

        assertThat(batches.batches()).isEqualTo(30);
        assertThat(batches.batchSize()).isEqualTo(100);
        assertThat(batches.isIndependent()).isTrue();
    }

    @Test
    void aSeriesThatOnlyClimbsFailsInTenBatchesToo() {
        double[] climb = new double[900];
        Arrays.setAll(climb, i -> i);
        BatchMeans batches = BatchMeans.of(climb);

        assertThat(batches.batches()).isEqualTo(10);
        assertThat(batches.correlation()).isGreaterThan(0.9);
        assertThat(batches.isIndependent()).isFalse();
    }

    @Test
    void shorterSeriesHaveFewerBatches() {
        assertThat(BatchMeans.of(new double[59]).batches()).isEqualTo(20);
        assertThat(BatchMeans.of(new double[20]).batches()).isEqualTo(10);
        BatchMeans none = BatchMeans.of(new double[19]);
        assertThat(none.batches()).isZero();
        assertThat(none.isIndependent()).isFalse();
        assertThat(none.interval().halfWidth()).isNaN();
    }

    @Test
    void valuesThatAreAllEqualHaveAnIntervalOfNoWidth() {
        BatchMeans batches = BatchMeans.of(new double[60]);

        assertThat(batches.isIndependent()).isTrue();
        assertThat(batches.interval().halfWidth()).isZero();
    }
}
