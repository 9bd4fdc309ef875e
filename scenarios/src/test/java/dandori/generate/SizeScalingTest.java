package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Job;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of another machine: of the same kind, and with the nodes that they should have. */
class SizeScalingTest {

    private static Workload jobs(int... sizes) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            jobs.add(new Job(i + 1, i * 1_000L, sizes[i], 60_000, 30_000));
        }
        return Workload.of("log", jobs);
    }

    private static int[] scaled(double factor, int... sizes) {
        Workload scaled = new SizeScaling(factor).of(jobs(sizes));
        return IntStream.range(0, scaled.count()).map(job -> scaled.jobs().nodes(job)).toArray();
    }

    @Test
    void jobsStayOfTheirKind() {
        assertThat(scaled(4, 1, 2, 3, 8, 100)).containsExactly(1, 8, 12, 32, 400);
        assertThat(scaled(2.5, 1, 3, 3, 3, 3)).containsExactly(1, 8, 7, 8, 7);
        assertThat(scaled(0.25, 1, 2, 16, 100)).containsExactly(1, 2, 4, 25);
    }

    /** Three times 8 is 24: half of the jobs get 16 nodes and half 32. */
    @Test
    void powersOfTwoTakeTurns() {
        assertThat(scaled(3, 8, 8, 8, 8)).containsExactly(16, 32, 16, 32);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 3, 7.77, 0.6})
    void theNodesOfParallelJobsAddUp(double factor) {
        int[] sizes = IntStream.range(0, 10_000).map(i -> 8 << i % 3).toArray();
        int[] others = IntStream.range(0, 10_000).map(i -> 9 + 2 * (i % 11)).toArray();
        double powers = IntStream.of(sizes).asDoubleStream().sum() * factor;
        double rest = IntStream.of(others).asDoubleStream().sum() * factor;

        assertThat((double) IntStream.of(scaled(factor, sizes)).sum())
                .isCloseTo(powers, within(1_000.0));
        assertThat((double) IntStream.of(scaled(factor, others)).sum())
                .isCloseTo(rest, within(1.0));
        assertThat(IntStream.of(scaled(factor, sizes)))
                .allMatch(size -> Integer.bitCount(size) == 1);
    }

    @Test
    void nothingElseChanges() {
        Workload log = jobs(1, 2, 3);
        Workload scaled = new SizeScaling(2).of(log);

        assertThat(new SizeScaling(1).of(log)).isSameAs(log);
        for (int job = 0; job < 3; job++) {
            assertThat(scaled.jobs().id(job)).isEqualTo(log.jobs().id(job));
            assertThat(scaled.jobs().submitMillis(job)).isEqualTo(log.jobs().submitMillis(job));
            assertThat(scaled.jobs().walltimeMillis(job)).isEqualTo(log.jobs().walltimeMillis(job));
            assertThat(scaled.runMillis(job)).isEqualTo(log.runMillis(job));
        }
    }
}
