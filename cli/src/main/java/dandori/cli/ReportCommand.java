package dandori.cli;

import dandori.experiment.ExperimentResult;
import dandori.experiment.journal.StudyReader;
import dandori.report.HtmlReport;
import dandori.report.Report;
import dandori.report.StudyFolder;
import dandori.report.StudyReport;
import dandori.report.TextReport;
import dandori.results.FolderLock;
import dandori.results.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori report}: the reports of a study, made again from its folder. */
@Command(
        name = "report",
        description =
                "Makes the reports of a study again from its results folder, without running it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori report results/first-steps",
            "  dandori report results/first-steps --html page.html",
            "  dandori report results/first-steps --set report.metrics=[fairness_jain,wait_p95_s]"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RESULTS", description = "The results folder of a study.")
    private Path results = Path.of("");

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the page there. Default: report.md and report.html in the folder.")
    private @Nullable Path html;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "A value below 'report' in place of the study's, such as"
                            + " report.compareTo=easy; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--stacktrace", description = "Print a stack trace when something goes wrong.")
    boolean stackTrace;

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        for (String setting : settings) {
            if (setting.matches("(?s)report\\.(folder|parquet)=.*")) {
                throw new WrongCallException(
                        "--set: '%s' changes nothing in a report that is made again."
                                .formatted(setting),
                        "--html FILE, to write the page elsewhere.");
            }
            if (!setting.matches("(?s)report[.=].*")) {
                throw new WrongCallException(
                        "--set: '%s' is not below 'report'.".formatted(setting),
                        "'dandori run' with it: what was simulated cannot change afterwards.");
            }
        }
        if (!StudyReader.isComplete(results)) {
            throw new WrongCallException(
                    "RESULTS: '%s' holds no study that is complete.".formatted(results),
                    "a folder that 'dandori run' has made; 'run … --resume' completes one that was"
                            + " broken off.");
        }
        ExperimentResult study = StudyReader.read(results, settings, RunWords.threads(null));
        Report report = StudyReport.of(study);
        Path written = results.resolve("report.md");
        if (html != null) {
            written = html;
            WholeFile.write(html, HtmlReport.of(report));
        } else {
            FolderLock held = Folders.take(results);
            try {
                StudyFolder.writeReports(results, report);
            } finally {
                held.close();
            }
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean isColoured = Terminal.isStandardOutput();
        out.print(TextReport.head(report.title(), report.size(), isColoured));
        out.print(StudyText.body(report, study.first().scenario(), written, isColoured));
        out.flush();
        return 0;
    }
}
