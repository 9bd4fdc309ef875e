package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.ExperimentResult;
import dandori.experiment.inquiry.Inquiries;
import dandori.results.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What files and reports tell of searches and sensitivities. */
class InquiryTreeTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z_0-9]+)\" :");
    private static final Pattern NAME = Pattern.compile("`([a-z_0-9]+)`");
    private static final String SEARCH =
            "search={change: machines.east.nodes, between: 16..80, step: 16, certainty: %s, target:"
                    + " [{figure: wait_mean_s, organization: us, atMost: %s}, {figure: utilization,"
                    + " policy: easy, atLeast: 0}]}";
    private static final String SENSITIVITY =
            "sensitivity={figure: wait_mean_s, organization: us, inputs: {machines.east.nodes: [24,"
                    + " 40], policies.easy.backfill: [none, easy]}}";

    private static ExperimentResult play(String setting) throws InterruptedException {
        return Inquiries.play(Inquiries.SIZE, setting);
    }

    private static Set<String> keys(ExperimentResult result, String section) {
        Map<String, ?> tree = StudyTree.of(result);
        Set<String> keys = new TreeSet<>();
        Matcher key = KEY.matcher(JsonText.of(Map.of("it", tree.get(section))));
        while (key.find()) {
            keys.add(key.group(1));
        }
        keys.remove("it");
        return keys;
    }

    /** The names in the first column of the tables below a heading. */
    private static Set<String> documented(String section) throws IOException {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.exists(place.resolve("docs/data/search.md"))) {
            place = place.getParent();
        }
        String page = Files.readString(place.resolve("docs/data/search.md"));
        String below = page.substring(page.indexOf("## `" + section + "`"));
        Set<String> names = new TreeSet<>();
        for (String line : below.substring(3).split("\n## ")[0].split("\n")) {
            if (line.startsWith("| `")) {
                Matcher name = NAME.matcher(line.split("\\|")[1]);
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    @Test
    void everyKeyOfASearchIsExplained() throws Exception {
        ExperimentResult result = play(SEARCH.formatted("80 %", "1h"));
        Set<String> keys = keys(result, "search");
        keys.remove("at_least"); // named beside at_most

        assertThat(documented("search")).isEqualTo(keys);
        assertThat(JsonText.of(StudyTree.of(result)).indexOf("\"search\""))
                .isLessThan(JsonText.of(StudyTree.of(result)).indexOf("\"variants\""));
    }

    @Test
    void everyKeyOfASensitivityIsExplained() throws Exception {
        Set<String> keys = keys(play(SENSITIVITY), "sensitivity");
        keys.removeAll(
                Set.of(
                        "mean",
                        "standard_deviation",
                        "min",
                        "max",
                        "low_95",
                        "high_95",
                        "values",
                        "interval")); // of a spread

        assertThat(documented("sensitivity")).isEqualTo(keys);
    }

    @Test
    void theAnswerSaysFromWhereOnAndWhatIsNotKnown() throws Exception {
        Report found = StudyReport.of(play(SEARCH.formatted("0", "30min")));
        Report nowhere = StudyReport.of(play(SEARCH.formatted("0", "0")));
        Report everywhere = StudyReport.of(play(SEARCH.formatted("0", "1y")));

        assertThat(found.answer())
                .hasSize(2)
                .last()
                .asString()
                .matches(
                        "Under easy mean wait of us ≤ 30min and utilization ≥ 0 under easy hold"
                                + " with nodes from \\d+ on, and not with \\d+, the next value\\.");
        assertThat(nowhere.answer())
                .last()
                .asString()
                .endsWith("hold at no value of nodes: even 80 is not enough.");
        assertThat(everywhere.answer())
                .last()
                .asString()
                .endsWith("hold at all values of nodes, 16 among them.");
        assertThat(TextReport.of(found, false))
                .contains("Smallest value of nodes at which mean wait of us ≤ 30min")
                .contains("✓ holds, ✗ fails, ? neither is sure.");
        assertThat(found.pictures().get(0).svg()).contains("≤ 30.0 min").contains("easy");
    }

    @Test
    void aSensitivityNamesTheStrongest() throws Exception {
        Report report = StudyReport.of(play(SENSITIVITY));

        assertThat(report.answer())
                .hasSize(2)
                .first()
                .asString()
                .matches(
                        "Under plain (nodes moves mean wait of us most: it is .* at 24 and .* at 40\\."
                                + "|nothing moves mean wait of us more than chance may\\.)");
        assertThat(report.pictures().get(0).svg()).contains(">24<").contains(">40<");
    }
}
