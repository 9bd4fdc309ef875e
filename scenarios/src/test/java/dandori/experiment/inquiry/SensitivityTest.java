package dandori.experiment.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sensitivities against sums by hand. */
class SensitivityTest {

    private static final String ASKED =
            "sensitivity={figure: wait_mean_s, policy: easy, design: %s, inputs:"
                    + " {machines.east.nodes: [28, 36], policies.easy.backfill: [none, easy],"
                    + " run.length: [1w, 2w]}}";

    private static double[] waits(Study study) {
        return study.spread("easy", Group.ALL, "wait_mean_s").values().stream()
                .mapToDouble(value -> value)
                .toArray();
    }

    @Test
    void oneValueAtATimeDepartsFromTheFilesOwn() throws InterruptedException {
        ExperimentResult result = Inquiries.play(Inquiries.SIZE, ASKED.formatted("oneAtATime"));

        assertThat(result.studies())
                .extracting(study -> study.variant().text())
                .containsExactly(
                        "nodes 32, backfill easy, length 1w",
                        "nodes 28, backfill easy, length 1w",
                        "nodes 36, backfill easy, length 1w",
                        "nodes 32, backfill none, length 1w",
                        "nodes 32, backfill easy, length 1w",
                        "nodes 32, backfill easy, length 1w",
                        "nodes 32, backfill easy, length 2w");
        SensitivityResult.Answer answer = SensitivityResult.of(result).answers().get(0);
        assertThat(answer.policy()).isEqualTo("easy");
        assertThat(answer.own().mean()).isEqualTo(mean(waits(result.first())));
        Effect nodes = effect(answer, "nodes");
        double[] low = waits(result.studies().get(1));
        double[] high = waits(result.studies().get(2));
        for (int seed = 0; seed < 3; seed++) {
            assertThat(nodes.difference().values().get(seed))
                    .isCloseTo(high[seed] - low[seed], within(1e-9));
        }
        assertThat(nodes.low()).isEqualTo("28");
        assertThat(answer.effects())
                .extracting(one -> -Math.abs(one.difference().mean()))
                .isSorted();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static Effect effect(SensitivityResult.Answer answer, String name) {
        return answer.effects().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFactorialTellsWhatTwoValuesDoTogether() throws InterruptedException {
        ExperimentResult result = Inquiries.play(Inquiries.SIZE, ASKED.formatted("factorial"));
        SensitivityResult.Answer answer = SensitivityResult.of(result).answers().get(0);
        List<double[]> y = result.studies().stream().map(SensitivityTest::waits).toList();

        assertThat(y).hasSize(8);
        assertThat(answer.own()).isNull();
        assertThat(answer.effects()).hasSize(6);
        // Variants: nodes low in 0..3, backfill low in 0, 1, 4, 5, length low in 0, 2, 4, 6.
        int seed = 1;
        double nodes = sum(y, seed, 4, 5, 6, 7) / 4 - sum(y, seed, 0, 1, 2, 3) / 4;
        double both = sum(y, seed, 0, 1, 6, 7) / 4 - sum(y, seed, 2, 3, 4, 5) / 4;
        double ofLength = sum(y, seed, 1, 3, 5, 7) / 4 - sum(y, seed, 0, 2, 4, 6) / 4;
        assertThat(difference(answer, "nodes", seed)).isCloseTo(nodes, within(1e-9));
        assertThat(difference(answer, "nodes × backfill", seed)).isCloseTo(both, within(1e-9));
        assertThat(difference(answer, "length", seed)).isCloseTo(ofLength, within(1e-9));
    }

    private static double difference(SensitivityResult.Answer answer, String name, int seed) {
        return effect(answer, name).difference().values().get(seed);
    }

    private static double sum(List<double[]> figures, int seed, int... points) {
        double sum = 0;
        for (int point : points) {
            sum += figures.get(point)[seed];
        }
        return sum;
    }
}
