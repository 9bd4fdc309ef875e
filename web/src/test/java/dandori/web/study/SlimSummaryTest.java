package dandori.web.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a summary. */
final class SlimSummaryTest {

    private static final String SPREAD =
            """
            {"mean": 1.5, "standard_deviation": 0.7, "min": 1, "max": 2, "low_95": -4.8,
             "high_95": 7.8, "at_least": true, "values": [1, 2]}\
            """;

    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("summary.json"), text.replace("SPREAD", SPREAD));
    }

    private static JsonNode tree(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void meansAndIntervalsStayAndFiguresOfSeedsGo() throws IOException {
        Path file =
                file(
                        """
                        {"scenario": "a<b>", "seeds": [1, 2],
                         "policies": {"easy": {"all": {"utilization": SPREAD}}},
                         "generated": {"s": {"jobs": {"asked": 5, "achieved": [4, 6]}}}}\
                        """);

        assertThat(tree(SlimSummary.read(file, 0)))
                .isEqualTo(
                        tree(
                                """
                                {"scenario": "a<b>", "seeds": [1, 2],
                                 "policies": {"easy": {"all": {"utilization": {"mean": 1.5,
                                   "min": 1, "max": 2, "low_95": -4.8, "high_95": 7.8,
                                   "at_least": true}}}},
                                 "generated": {"s": {"jobs": {"asked": 5}}}}\
                                """));
    }

    @Test
    void ofADifferenceStaysHowManyPairsItHas() throws IOException {
        String differences =
                "\"differences\": {\"easy\": {\"all\": {\"wait_mean_s\": {\"mean\": 1, %s}}}}";
        String full = differences.formatted("\"values\": [1, null, 2]");
        String slim = differences.formatted("\"pairs\": 2");
        Path one = file("{" + full + "}");
        assertThat(tree(SlimSummary.read(one, 0))).isEqualTo(tree("{" + slim + "}"));
        Path many = file("{\"variants\": [{\"seeds\": [1]}, {" + full + "}]}");
        assertThat(tree(SlimSummary.read(many, 0)))
                .isEqualTo(tree("{\"variants\": [{\"seeds\": [1]}, {" + slim + "}]}"));
    }

    @Test
    void groupsThatAreNamedLikeFiguresStay() throws IOException {
        String text =
                "{\"policies\": {\"min\": {\"organizations\": {\"values\": {\"jobs\": {\"mean\":"
                        + " 1}}, \"p_value\": {\"jobs\": {\"mean\": 2}}}}}}";

        assertThat(tree(SlimSummary.read(file(text), 0))).isEqualTo(tree(text));
    }

    @Test
    void numbersKeepTheirDigits() throws IOException {
        String text = "{\"a\":0.1234567890123456789,\"b\":1E+300,\"c\":12345678901234567890}";

        assertThat(SlimSummary.read(file(text), 0)).isEqualTo(text);
    }

    @Test
    void oneVariantIsWholeAndTheOthersAreInShort() throws IOException {
        String variant =
                """
                {"values": {"load": "X"}, "answer": ["a"], "figures": {"f": [1]}, "seeds": [1],
                 "policies": {"easy": {"all": {"jobs": SPREAD}, "machines": {"m": {}}}}}\
                """;
        Path file =
                file(
                        "{\"variants\": [%s, %s]}"
                                .formatted(
                                        variant.replace("X", "0.5"), variant.replace("X", "0.7")));

        JsonNode variants = tree(SlimSummary.read(file, 1)).path("variants");

        assertThat(variants.path(0).propertyNames()).containsExactly("values", "seeds", "policies");
        assertThat(variants.path(0).path("values").path("load").stringValue()).isEqualTo("0.5");
        assertThat(variants.path(0).path("policies").path("easy").propertyNames())
                .containsExactly("all");
        assertThat(variants.path(1).propertyNames())
                .containsExactly("values", "answer", "figures", "seeds", "policies");
    }

    @Test
    void aComparisonHasAllJobsUnderEachSeed() throws IOException {
        Path file =
                file(
                        """
                        {"seeds": [1, 2], "policies": {"easy": {"all": {"jobs": SPREAD},
                         "organizations": {"us": {"jobs": SPREAD}}}}, "differences": {}}\
                        """);

        JsonNode tree = tree(SlimSummary.readToCompare(file, 0));

        assertThat(tree.propertyNames()).containsExactly("seeds", "policies");
        assertThat(tree.path("policies").path("easy").propertyNames()).containsExactly("all");
        assertThat(tree.at("/policies/easy/all/jobs/values")).hasSize(2);
    }

    @Test
    void whatIsCutOffIsDamaged() throws IOException {
        Path file = file("{\"policies\": {\"easy\": {\"all\": {\"jo");

        assertThatThrownBy(() -> SlimSummary.read(file, 0)).isInstanceOf(JacksonException.class);
    }
}
