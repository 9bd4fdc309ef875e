package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --json} prints one document on standard output and nothing else there. */
class ReplayJsonTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @TempDir private Path folder;

    @Test
    void aReplaySaysWhatItPlayedAndEveryFigure() {
        Call call =
                Call.of(
                        "replay",
                        TinyTrace.five(folder),
                        "--backfill",
                        "easy",
                        "--seed",
                        "7",
                        "--json",
                        "--progress",
                        "plain");
        assertThat(call.err()).contains("reading 100 %").doesNotContain("{");
        JsonNode tree = JSON.readTree(call.out());
        assertThat(tree.at("/policy").asString()).isEqualTo("easy");
        assertThat(tree.at("/order").asString()).isEqualTo("fcfs");
        assertThat(tree.at("/seed").asInt()).isEqualTo(7);
        assertThat(tree.at("/nodes").asInt()).isEqualTo(4);
        assertThat(tree.at("/import/jobs_used").asInt()).isEqualTo(5);
        assertThat(tree.at("/import/notes/0/key").asString()).isEqualTo("run-beyond-estimate");
        JsonNode all = tree.get("all");
        assertThat(all.get("jobs").asInt()).isEqualTo(4);
        assertThat(all.get("rejected").asInt()).isEqualTo(1);
        assertThat(all.get("killed").asInt()).isEqualTo(1);
        // Four processors for four seconds: 2 busy for 2 s, 3 for 2 s.
        assertThat(all.get("utilization").asDouble()).isEqualTo(10 / 16.0);
        // Waits 0, 9, 0, 17 s.
        assertThat(all.get("wait_mean_s").asDouble()).isEqualTo(6.5);
        assertThat(all.get("wait_median_s").asDouble()).isZero();
        assertThat(all.get("wait_max_s").asDouble()).isEqualTo(17);
        assertThat(all.get("turnaround_mean_s").asDouble()).isEqualTo((10 + 19 + 8 + 28) / 4.0);
        assertThat(all.get("bounded_slowdown_mean").asDouble())
                .isCloseTo((1 + 1.9 + 1 + 28 / 11.0) / 4, within(1e-12));
        assertThat(all.get("makespan_s").asInt()).isEqualTo(31);
    }

    @Test
    void aTraceIsDescribed() {
        Path trace = TinyTrace.five(folder);
        Call one = Call.of("trace", "info", trace, "--json");
        assertThat(one.err()).isEmpty();
        assertThat(JSON.readTree(one.out()).isObject()).isTrue();
        Call two = Call.of("trace", "info", trace, trace, "--json");
        assertThat(JSON.readTree(two.out())).hasSize(2);
    }
}
