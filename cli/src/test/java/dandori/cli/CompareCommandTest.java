package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dandori compare}: policies of several folders. */
class CompareCommandTest {

    private static final String SCENARIO =
            """
            scenario: s
            description: Which?
            machines: {east: {nodes: 32}}
            organizations: {us: {}}
            workload:
              streams: [{organization: us, generate: {load: 0.8, nodes: {max: 32}}}]
            policies: {plain: {backfill: none}, easy: {backfill: easy}, sjf: {order: sjf}}
            run: {length: 2d, seeds: 1..4}
            """;

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    }

    private String run(String name, String... words) {
        String out = folder.resolve(name).toString();
        String[] all =
                Stream.concat(
                                Stream.of("run", file.toString(), "--out", out, "--progress", "none"),
                                Stream.of(words))
                        .toArray(String[]::new);
        StudyCall call = StudyCall.of(all);
        assertThat(call.status()).as(call.err()).isZero();
        return out;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void equalSeedsMakePairsAsIfAllHadRunInOneStudy() throws IOException {
        String one = run("one", "--policies", "plain", "--seeds", "1..4");
        String two = run("two", "--policies", "easy,sjf", "--seeds", "2..5");
        Path whole = Path.of(run("whole", "--seeds", "2..4"));

        StudyCall call = StudyCall.of("compare", one, two, "--json");

        assertThat(call.err()).isEmpty();
        JsonNode wait = json(call.out()).at("/differences/easy/wait_mean_s");
        JsonNode inOne =
                json(Files.readString(whole.resolve("summary.json")))
                        .at("/differences/easy/all/wait_mean_s");
        assertThat(wait.path("pairs").intValue()).isEqualTo(3);
        for (String key : List.of("mean", "low_95", "high_95", "less_in_every_pair")) {
            assertThat(wait.path(key)).as(key).isEqualTo(inOne.path(key));
        }
        assertThat(StudyCall.of("compare", one, two).out())
                .startsWith("\nDifferences from plain\n Policy   Runs      Utilization")
                .contains("\n easy     3 pairs ", "\n sjf      3 pairs ")
                .doesNotContain("Unpaired");
    }

    @Test
    void otherSeedsAreHeldAgainstEachOtherByWelch() {
        String one = run("one", "--policies", "plain,easy", "--seeds", "1..3");
        String two = run("two", "--policies", "easy", "--seeds", "4..7");

        StudyCall call = StudyCall.of("compare", one, two, "--baseline", "easy (one)");

        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains("Differences from easy (one)", "plain        3 pairs", "easy (two)   unpaired")
                .contains("Unpaired: fewer than two seeds are in both");
    }

    @Test
    void studiesOfOtherScenariosAreRefusedWithEveryPlaceAtWhichTheyDiffer() throws IOException {
        String one = run("one", "--policies", "plain");
        String two = run("two", "--set", "machines.east.nodes=40", "--set", "run.length=3d");

        StudyCall call = StudyCall.of("compare", one, two);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err().replaceAll("\\s+", " "))
                .isEqualTo(
                        "dandori: these studies are not of one scenario. "
                                + "machines.east.nodes: is '32' in %s, but '40' in %s. "
                                        .formatted(one, two)
                                + "run.length: is '2d' in %s, but '3d' in %s. "
                                        .formatted(one, two)
                                + "Maybe run both from one file, with other --policies or"
                                + " --seeds. ");
    }

    @Test
    void wrongCallsAreTold() throws IOException {
        String one = run("one", "--policies", "plain");
        String two = run("two", "--policies", "easy");

        assertThat(StudyCall.of("compare", one).err()).contains("there is only one folder");
        assertThat(StudyCall.of("compare", one, folder.toString()).err())
                .contains("holds no study that is complete");
        assertThat(StudyCall.of("compare", one, two, "--baseline", "eesy").err())
                .contains("there is no policy 'eesy' in these studies.\nMaybe 'easy'.");
    }
}
