package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The samples of bootstraps, to the last bit, against drawing them one by one. */
class ResamplesTest {

    private static final RandomStreams STREAMS = new RandomStreams(1);

    /** The plain method: each series draws for itself. */
    private static double[] obvious(double[] values, RandomStreams streams) {
        UniformRandomProvider random = streams.stream("bootstrap", 0);
        double[] means = new double[Resamples.DRAWS];
        for (int draw = 0; draw < means.length; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        return means;
    }

    @Test
    void theyAreThoseOfEachSeriesAlone() {
        Resamples shared = new Resamples(STREAMS);
        for (int count : new int[] {1, 2, 3, 20, 25, 1_000, 25, 3}) {
            double[] values = RandomSeries.lognormals(count, count);
            double[] others = RandomSeries.lognormals(count, 7);

            assertThat(shared.means(values)).containsExactly(obvious(values, STREAMS));
            assertThat(shared.means(others)).containsExactly(obvious(others, STREAMS));
        }
    }

    @Test
    void anotherSeedDrawsOthers() {
        double[] values = RandomSeries.lognormals(50, 1);
        RandomStreams other = new RandomStreams(2);

        assertThat(new Resamples(other).means(values))
                .containsExactly(obvious(values, other))
                .isNotEqualTo(obvious(values, STREAMS));
    }

    @Test
    void theyStayTheSameWhereSomeAreForgottenOrNotKept() {
        Resamples shared = new Resamples(STREAMS);
        for (int count : new int[] {9_000, 10_000, 9_000, 16_777, 16_778}) {
            double[] values = RandomSeries.lognormals(count, 5);

            assertThat(shared.means(values)).containsExactly(obvious(values, STREAMS));
        }
    }

    @Test
    void severalThreadsGetTheSame() {
        Resamples shared = new Resamples(STREAMS);
        IntStream.rangeClosed(1, 64)
                .parallel()
                .forEach(task -> {
                    double[] values = RandomSeries.lognormals(20 + task % 5, task);
                    assertThat(shared.means(values)).containsExactly(obvious(values, STREAMS));
                });
    }
}
