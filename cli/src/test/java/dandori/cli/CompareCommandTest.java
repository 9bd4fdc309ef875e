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
                                Stream.of(
                                        "run", file.toString(), "--out", out, "--progress", "none"),
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
        for (String key :
                List.of(
                        "mean",
                        "low_95",
                        "high_95",
                        "less_in_every_pair",
                        "p_value",
                        "p_value_holm")) {
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
                .contains(
                        "Differences from easy (one)",
                        "plain        3 pairs",
                        "easy (two)   unpaired")
                .contains("Unpaired: fewer than two seeds are in both");
    }

    @Test
    void oneStudyMarksWhatItsOwnReportMarks() throws IOException {
        String whole = run("whole", "--seeds", "1..8");

        StudyCall call = StudyCall.of("compare", whole);
        StudyCall other = StudyCall.of("compare", whole, "--baseline", "easy");

        assertThat(call.err()).isEmpty();
        List<String> own =
                rows(Files.readString(Path.of(whole).resolve("report.md")), "Differences");
        List<String> compared = rows(call.out(), "Differences");
        assertThat(own).hasSize(2).allMatch(row -> row.contains("▼"));
        assertThat(compared).hasSameSizeAs(own);
        for (int i = 0; i < own.size(); i++) {
            for (String mark : List.of("▼", "▲")) {
                assertThat(count(compared.get(i), mark)).isEqualTo(count(own.get(i), mark));
            }
        }
        assertThat(call.out().replaceAll("\\s+", " "))
                .contains(
                        "▼ ▲ better than plain, beyond chance by paired runs, all policies together.");
        assertThat(other.out()).contains("Differences from easy\n", "\n plain ", "\n sjf ");
    }

    /** The rows of a table that are about policies. */
    private static List<String> rows(String text, String title) {
        return text.substring(text.indexOf(title))
                .lines()
                .filter(line -> line.matches("[| ]*(easy|sjf) .*"))
                .limit(2)
                .toList();
    }

    private static long count(String text, String mark) {
        return text.split(mark, -1).length - 1L;
    }

    @Test
    void variantsOfEqualValuesAreComparedAndOthersAreNamed() throws IOException {
        String low = "--set=workload.streams[0].generate.load={sweep: [0.5, 0.8]}";
        String high = "--set=workload.streams[0].generate.load={sweep: [0.8, 0.9]}";
        String fixed = run("fixed", "--seeds", "1..3", "--policies", "plain,easy");
        String one = run("one", "--seeds", "1..3", "--policies", "plain,easy", low);
        String two = run("two", "--seeds", "1..3", "--policies", "sjf", high);

        JsonNode alone = json(StudyCall.of("compare", one, "--json").out()).path("variants");
        assertThat(alone.size()).isEqualTo(2);
        assertThat(alone.path(1).path("differences").path("easy"))
                .isEqualTo(
                        json(StudyCall.of("compare", fixed, "--json").out())
                                .at("/differences/easy"));
        StudyCall call = StudyCall.of("compare", one, two);
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .startsWith("\nDifferences from plain, by load\n Load   Policy ")
                .contains("\n 0.8    easy ", "\n        sjf ")
                .contains("Not compared: load 0.5 is not in two; load 0.9 is not in one.");
        assertThat(StudyCall.of("compare", fixed, two).err())
                .contains(
                        "a study without sweeps is not in two.",
                        "load 0.8 is not in fixed.",
                        "load 0.9 is not in fixed.");
        String longer = run("longer", "--seeds", "1..3", low, "--set", "run.length=3d");
        assertThat(StudyCall.of("compare", one, longer).err().replaceAll("\\s+", " "))
                .containsOnlyOnce("run.length: is '2d' in " + one + ", but '3d' in " + longer);
    }

    @Test
    void withoutThePolicyToCompareWithTheFirstOneIs() {
        String one = run("one", "--policies", "easy", "--set", "report.compareTo=plain");
        String two = run("two", "--policies", "sjf", "--set", "report.compareTo=plain");

        assertThat(StudyCall.of("compare", one, two).out())
                .startsWith("\nDifferences from easy")
                .doesNotContain("Not compared");
        assertThat(
                        json(StudyCall.of("compare", one, two, "--json").out())
                                .path("baseline")
                                .asString())
                .isEqualTo("easy");
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
                                + "run.length: is '2d' in %s, but '3d' in %s. ".formatted(one, two)
                                + "Maybe run both from one file, with other --policies or"
                                + " --seeds. ");
    }

    @Test
    void wrongCallsAreTold() throws IOException {
        String one = run("one", "--policies", "plain");
        String two = run("two", "--policies", "easy");

        assertThat(StudyCall.of("compare", one).err())
                .contains("there is only one policy in '" + one + "'.");
        assertThat(StudyCall.of("compare", one, folder.toString()).err())
                .contains("holds no study that is complete");
        assertThat(StudyCall.of("compare", one, two, "--baseline", "eesy").err())
                .contains("there is no policy 'eesy' in these studies.\nMaybe 'easy'.");
    }
}
