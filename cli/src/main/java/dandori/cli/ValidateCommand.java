package dandori.cli;

import dandori.catalogue.MachineReader;
import dandori.machine.Machine;
import dandori.report.StudySize;
import dandori.results.JsonText;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori validate}: every issue of scenario files at once. */
@Command(
        name = "validate",
        description =
                "Says everything that is wrong in scenario or machine files, and what was probably"
                        + " meant.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  dandori validate my.yaml other.yaml",
            "",
            "Exit status: 0 all are valid; 2 some are not."
        })
final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "1..*",
            description = "Scenario files, or machine files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value in place of the files', such as run.length=8w; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Mixin private JsonOptions output = new JsonOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ValidateCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<String> texts = new ArrayList<>();
        List<Map<String, Object>> trees = new ArrayList<>();
        int status = 0;
        for (Path file : files) {
            List<Issue> issues = List.of();
            try {
                texts.add(valid(file));
            } catch (ScenarioException wrong) {
                status = Failures.WRONG_INPUT;
                issues = wrong.issues();
                texts.add(Failures.wrapped(Failures.text(wrong)));
            }
            trees.add(tree(file, issues));
        }
        out.print(
                output.json
                        ? JsonText.of(Map.of("files", trees))
                        : String.join("\n\n", texts) + "\n");
        return status;
    }

    private String valid(Path file) {
        if (MachineReader.isMachineFile(file)) {
            Machine machine = MachineReader.read(file);
            return String.format(
                    Locale.ROOT,
                    "%s is a valid machine file: %s, %,d %ss, %s.",
                    file,
                    machine.name(),
                    machine.nodes(),
                    machine.unit().text(),
                    machine.interconnect().kind());
        }
        String size = StudySize.of(VariantReader.read(file, settings));
        return "%s is a valid scenario: %s.".formatted(file, size.replace(" · ", ", "));
    }

    private static Map<String, Object> tree(Path file, List<Issue> issues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file.toString());
        tree.put("valid", issues.isEmpty());
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Issue issue : issues) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("path", issue.path());
            entry.put("line", issue.line() > 0 ? issue.line() : null);
            entry.put("message", issue.message());
            entry.put("maybe", issue.maybe());
            list.add(entry);
        }
        tree.put("issues", list);
        return tree;
    }
}
