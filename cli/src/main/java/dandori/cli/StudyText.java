package dandori.cli;

import dandori.report.Report;
import dandori.report.StudySize;
import dandori.report.TextReport;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.sweep.Variants;
import java.nio.file.Path;
import java.util.Objects;

/** A study on the terminal. */
final class StudyText {

    private StudyText() {}

    /** The answer, the brief tables, what is assumed, and where there is more. */
    static String body(Report report, Scenario scenario, Path details, boolean isColoured) {
        return TextReport.of(report, isColoured)
                + assumed(scenario)
                + "\nDetails: "
                + details
                + "\nSee it:  ./dandori serve "
                + served(details)
                + "\n";
    }

    /** The folder of all results where they have one; else that of this study. */
    private static Path served(Path details) {
        Path folder = Objects.requireNonNullElse(details.getParent(), Path.of("."));
        Path above = folder.getParent();
        return above != null && above.endsWith("results") ? above : folder;
    }

    private static String assumed(Scenario scenario) {
        KnownParts parts = KnownParts.found();
        boolean hasPlaces =
                scenario.policiesToRun().stream()
                        .anyMatch(policy -> policy.placement(parts).hasPlaces());
        String words = Assumptions.ofRun(scenario.machines(), hasPlaces);
        return words.isEmpty() ? "" : "\n" + CellText.paragraph(words);
    }

    static String head(Variants variants, int jobs, boolean isColoured) {
        Scenario scenario = variants.first();
        String question = scenario.description();
        return TextReport.head(
                question.isEmpty() ? scenario.name() : question,
                StudySize.of(variants, jobs),
                isColoured);
    }
}
