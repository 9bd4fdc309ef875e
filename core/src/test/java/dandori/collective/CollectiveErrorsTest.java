package dandori.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How far the model of Tofu is off what was measured; the table of docs/models/collectives.md is
 * what comes out here. With {@code -Ddandori.writeGuide=true} it is written anew.
 */
class CollectiveErrorsTest {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(<!-- generated: (?<name>[a-z ]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    @Test
    void meanErrorsStayBelowTheirBounds() {
        ErrorTable table = ErrorTable.ofDefault(Measurement.all());
        for (Collective what : Collective.values()) {
            for (SizeClass size : SizeClass.values()) {
                double bound =
                        what == Collective.BROADCAST || what == Collective.ALL_GATHER ? 0.20 : 0.15;
                assertThat(table.count(what, size)).as("%s %s", what, size).isPositive();
                assertThat(table.mean(what, size)).as("%s %s", what, size).isLessThan(bound);
            }
        }
    }

    @Test
    void aShapeThatWasNotSeenIsForetoldLessWellButForetold() {
        ErrorTable table = ErrorTable.leaveOneShapeOut(Measurement.all());
        for (Collective what : Collective.values()) {
            for (SizeClass size : SizeClass.values()) {
                boolean isHard = what == Collective.ALL_GATHER && size == SizeClass.MEDIUM;
                boolean isRare = what == Collective.ALL_TO_ALL && size == SizeClass.SMALL;
                assertThat(table.count(what, size)).as("%s %s", what, size).isPositive();
                assertThat(table.mean(what, size))
                        .as("%s %s", what, size)
                        .isLessThan(isHard ? 0.5 : isRare ? 0.4 : 0.25);
            }
        }
    }

    @Test
    void thePageSaysWhatTheDataSay() throws IOException {
        List<Measurement> all = Measurement.all();
        Path page = page();
        String text = Files.readString(page);
        Matcher found = BLOCK.matcher(text);
        String fresh =
                found.replaceAll(block ->
                        Matcher.quoteReplacement(
                                "<!-- generated: %s -->\n%s<!-- end -->"
                                        .formatted(
                                                found.group("name"),
                                                found.group("name").equals("errors")
                                                        ? errors(all)
                                                        : figures())));
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(page, fresh);
            text = fresh;
        }
        assertThat(text).as("-Ddandori.writeGuide=true writes it anew").isEqualTo(fresh);
        assertThat(text).contains("<!-- generated: errors -->", "<!-- generated: accelerators -->");
    }

    private static String errors(List<Measurement> all) {
        ErrorTable model = ErrorTable.ofDefault(all);
        ErrorTable unseen = ErrorTable.leaveOneShapeOut(all);
        ErrorTable tuned = ErrorTable.ofTuned(all);
        StringBuilder text =
                new StringBuilder(
                        "| collective | bytes | rows | mean | worst | rows, shape unseen | mean | worst"
                                + " | rows, tuned | mean | worst |\n"
                                + "|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Collective what : Collective.values()) {
            for (SizeClass size : SizeClass.values()) {
                text.append("| %s | %s ".formatted(what.text(), size.text()))
                        .append(model.cells(what, size))
                        .append(unseen.cells(what, size))
                        .append(tuned.cells(what, size))
                        .append("|\n");
            }
        }
        return text.toString();
    }

    private static String figures() {
        StringBuilder text =
                new StringBuilder(
                        "| case | measured or expected, GB/s | model, GB/s |\n|---|---|---|\n");
        for (AcceleratorFigure figure : AcceleratorFigure.all()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %.1f |%n",
                            figure.text(),
                            figure.plain(),
                            figure.model() / 1e9));
        }
        return text.toString();
    }

    private static Path page() {
        Path place = Path.of("").toAbsolutePath();
        while (place != null && !Files.exists(place.resolve("docs/models/collectives.md"))) {
            place = place.getParent();
        }
        assertThat(place).isNotNull();
        return place.resolve("docs/models/collectives.md");
    }
}
