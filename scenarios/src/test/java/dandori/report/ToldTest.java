package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.JapaneseForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sentences that are told as data. */
class ToldTest {

    private static final Path REPORT = Path.of("src/main/java/dandori/report");
    private static final Pattern FORM =
            Pattern.compile("(?:Told\\.of\\(|-> |\\? |: |add\\(parts, \\w+, )\"([^\"]*)\"");

    /** Other texts of these files: signs, names of figures, beginnings of forms. */
    private static final Set<String> NO_FORMS =
            Set.of(
                    "",
                    "−",
                    "{0}",
                    " ± ",
                    "{0} ",
                    "points",
                    "campaigns_late",
                    "campaign_goodput",
                    "wait_mean_s");

    @Test
    void aSentenceIsPutTogetherFromItsParts() {
        Told told =
                Told.of(
                        "{0} is {1}.",
                        Told.list(", ", List.of("{0}", "b")), Told.of("{0} h", "5.4"));

        assertThat(told.english()).isEqualTo("{0}, b is 5.4 h.");
        assertThat(told.tree())
                .isEqualTo(
                        Map.of(
                                "form",
                                "{0} is {1}.",
                                "with",
                                List.of(
                                        Map.of("form", "{0}, {1}", "with", List.of("{0}", "b")),
                                        Map.of("form", "{0} h", "with", List.of("5.4")))));
    }

    @Test
    void everyFormOfAnswersIsThereInJapanese() throws IOException {
        Map<String, String> japanese = JapaneseForms.pairs("answer");
        Set<String> forms = new TreeSet<>();
        for (String file : List.of("Answer", "Winners", "Verdict", "Amount")) {
            String text = Files.readString(REPORT.resolve(file + ".java"));
            String code = text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\"\\s*\\+\\s*\"", "");
            Matcher form =
                    FORM.matcher(code.replaceAll("\\s+", " ").replace("Told.of( ", "Told.of("));
            while (form.find()) {
                forms.add(form.group(1));
            }
        }
        forms.removeAll(NO_FORMS);
        Metrics.names().forEach(name -> forms.add(Metrics.phrase(name)));
        units().forEach(unit -> forms.add("{0} " + unit));

        assertThat(forms).contains("{0} gains most: {1} {2}", "shorter", "{0} h", "p95 wait");
        assertThat(japanese.keySet()).containsAll(forms);
    }

    /** All units that figures are written in. */
    private static List<String> units() {
        List<String> units = new ArrayList<>();
        for (Metric.Kind kind : Metric.Kind.values()) {
            Stream.of(1.0, 1e3, 1e4, 1e5, 1e7, 1e9)
                    .map(largest -> Scale.of(kind, largest).unit())
                    .filter(unit -> !unit.isEmpty())
                    .forEach(units::add);
        }
        return units;
    }
}
