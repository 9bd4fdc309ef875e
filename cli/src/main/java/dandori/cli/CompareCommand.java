package dandori.cli;

import dandori.experiment.journal.StudyReader;
import dandori.report.JoinedStudies;
import dandori.report.TextReport;
import dandori.results.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori compare}: policies of one or several studies against one of them. */
@Command(
        name = "compare",
        description = "Compares policies of one or several studies of a scenario, seed by seed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori compare results/monday --baseline easy",
            "  dandori compare results/monday results/tuesday",
            "  dandori compare results/monday results/tuesday --baseline easy --json",
            "",
            "Studies may differ in policies and seeds, and in nothing else. Seeds that are in both",
            "make pairs; where fewer than two are, all runs of one are held against all of the other.",
            "Of studies with sweeps, each variant that is in all of them is compared by itself."
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "RESULTS",
            description = "The results folders of studies.")
    private List<Path> results = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "POLICY",
            description =
                    "The policy with which the others are compared. Default: the first study's.")
    private @Nullable String baseline;

    @Mixin private JsonOptions output = new JsonOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    CompareCommand() {}

    @Override
    public Integer call() throws IOException {
        for (Path folder : results) {
            if (!StudyReader.isComplete(folder)) {
                throw new WrongCallException(
                        "RESULTS: '%s' holds no study that is complete.".formatted(folder),
                        "a folder that 'dandori run' has made.");
            }
        }
        JoinedStudies studies = JoinedStudies.read(results);
        List<String> refusals = studies.refusals();
        if (!refusals.isEmpty()) {
            throw new WrongCallException(
                    "these studies are not of one scenario.\n  " + String.join("\n  ", refusals),
                    "run both from one file, with other --policies or --seeds.");
        }
        if (studies.isOfOnePolicy()) {
            throw new WrongCallException(
                    "RESULTS: there is only one policy in '%s'.".formatted(results.get(0)),
                    "another folder beside it, with another policy or of another program.");
        }
        if (baseline != null) {
            String asked = baseline;
            studies.unknown(asked)
                    .ifPresent(maybe -> {
                        throw new WrongCallException(
                                "--baseline: there is no policy '%s' in these studies."
                                        .formatted(asked),
                                maybe);
                    });
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                output.json
                        ? JsonText.of(studies.tree(baseline))
                        : TextReport.of(studies.report(baseline), Terminal.isStandardOutput()));
        out.flush();
        return 0;
    }
}
