package dandori.cli;

import dandori.report.StudyTree;
import dandori.results.JsonText;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.sim.Checking;
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

/** {@code dandori run}: plays a scenario's policies under its seeds, and compares them. */
@Command(
        name = "run",
        description = "Plays the policies of a scenario side by side, and says who waits how long.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori run scenarios/examples/first-steps.yaml",
            "  dandori run my.yaml --set run.length=8w --policies fcfs,easy --seeds 1..10 --out out",
            "",
            "The results folder holds report.html, summary.json and the jobs of every run."
        })
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file.")
    private Path scenario = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The results folder. Default: the scenario's report.folder, results/<scenario>.")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value in place of the file's, such as run.length=8w; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--policies",
            paramLabel = "A,B",
            description = "Which policies to run. Default: those of the scenario's report.")
    private @Nullable String policies;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            description = "Which seeds: 1..10, or 1,2,5, or 3. Default: the scenario's.")
    private @Nullable String seeds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at once; results are the same. Default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--resume",
            description =
                    "Goes on where a run of the same scenario into the same folder was broken off.")
    private boolean resumes;

    @Option(
            names = "--check",
            paramLabel = "LEVEL",
            defaultValue = "CHEAP",
            description = "How much each run checks itself: off, cheap or full. Default: cheap.")
    private Checking checking = Checking.CHEAP;

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    RunCommand() {}

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter standard = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        List<String> all = new ArrayList<>(settings);
        if (seeds != null) {
            all.add(RunWords.seeds(seeds));
        }
        Variants read = VariantReader.read(scenario, all);
        Variants chosen = policies == null ? read : RunWords.withPolicies(read, policies);
        Path folder = out == null ? Path.of(chosen.first().report().folder()) : out;
        boolean isColoured = Terminal.isStandardOutput();
        StudyRun run =
                new StudyRun(
                        scenario,
                        chosen,
                        folder,
                        new StudyRun.Settings(
                                RunWords.threads(threads),
                                checking,
                                resumes,
                                command.commandLine().getParseResult().originalArgs()));
        StudyRun.Result result =
                run.run(
                        output.progress,
                        err,
                        jobs -> {
                            if (!output.print.json) {
                                standard.print(StudyText.head(chosen, jobs, isColoured));
                                standard.flush();
                            }
                        });
        for (String failure : result.failures()) {
            err.println("dandori: " + failure);
        }
        if (result.report() != null) {
            standard.print(
                    output.print.json
                            ? JsonText.of(StudyTree.of(result.result()))
                            : StudyText.body(
                                    result.report(),
                                    chosen.first(),
                                    folder.resolve("report.md"),
                                    isColoured));
        }
        standard.flush();
        return result.status();
    }
}
