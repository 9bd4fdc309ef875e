package dandori.cli;

import dandori.results.ExplainedJob;
import dandori.results.JsonText;
import dandori.results.RunFolder;
import dandori.scenario.text.NearestName;
import dandori.slurm.SqueueId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori explain}: why a job waited. */
@Command(
        name = "explain",
        description = "Says why a job waited, interval by interval.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori explain out 4711",
            "  dandori explain results/first-steps 4711 --policy easy --seed 2",
            "",
            "The run must have written reasons down: 'run: {explain: true}' in a scenario,",
            "'dandori run … --set run.explain=true', or 'dandori replay … --explain --out DIR'."
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "RESULTS",
            description = "The results folder of a study, of one of its cells, or of a replay.")
    private Path results = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "JOB",
            description =
                    "The job's number, as in the column job_id of jobs.csv.gz; 12_5 for task 5 of"
                            + " array 12 of a queue of Slurm.")
    private String job = "";

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "Of a study, under which policy. Default: the first.")
    private @Nullable String policy;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of a study, under which seed. Default: the first.")
    private @Nullable Long seed;

    @Mixin private JsonOptions output = new JsonOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ExplainCommand() {}

    @Override
    public Integer call() throws IOException {
        long number = number();
        RunFolder run = chosen(runs());
        if (!ExplainedJob.isKnown(run.folder())) {
            throw new WrongCallException(
                    "%s: the run has not written down why jobs waited (waits.csv.gz)."
                            .formatted(run.folder()),
                    run.policy().isEmpty()
                            ? "run it again with 'dandori replay … --explain'."
                            : "run it again with 'dandori run … --set run.explain=true'.");
        }
        ExplainedJob explained =
                ExplainedJob.read(run.folder(), number)
                        .orElseThrow(() ->
                                new WrongCallException(
                                        "JOB: there is no job %s in %s."
                                                .formatted(job, run.folder()),
                                        "one of the column job_id of "
                                                + run.folder().resolve("jobs.csv.gz")
                                                + "."));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                output.json
                        ? JsonText.of(ExplainTree.of(explained, run))
                        : new ExplainText(explained, run).text());
        out.flush();
        return 0;
    }

    private long number() {
        OptionalLong number = SqueueId.numberOf(job);
        return number.orElseThrow(() ->
                new WrongCallException(
                        "JOB: '%s' is not the number of a job.".formatted(job),
                        "one of the column job_id of jobs.csv.gz."));
    }

    private List<RunFolder> runs() throws IOException {
        if (!Files.isDirectory(results)) {
            throw new WrongCallException(
                    "RESULTS: there is no folder '%s'.".formatted(results),
                    "the folder that '--out' named.");
        }
        List<RunFolder> runs = RunFolder.of(results);
        if (runs.isEmpty()) {
            throw new WrongCallException(
                    "RESULTS: '%s' holds no jobs.csv.gz, neither of a replay nor of a study."
                            .formatted(results),
                    "the folder that '--out' named.");
        }
        return runs;
    }

    private RunFolder chosen(List<RunFolder> runs) {
        String named = policy;
        Long wanted = seed;
        boolean isStudy = !runs.get(0).policy().isEmpty();
        if (!isStudy && (named != null || wanted != null)) {
            throw new WrongCallException(
                    "--%s: '%s' is the folder of one run."
                            .formatted(named != null ? "policy" : "seed", results),
                    "leave it out.");
        }
        List<RunFolder> under =
                runs.stream().filter(run -> named == null || run.policy().equals(named)).toList();
        if (named != null && under.isEmpty()) {
            List<String> known = runs.stream().map(RunFolder::policy).distinct().toList();
            throw new WrongCallException(
                    "--policy: there is no policy '%s' in %s.".formatted(named, results),
                    NearestName.maybe(named, known));
        }
        return under.stream()
                .filter(run -> wanted == null || run.seed() == wanted)
                .findFirst()
                .orElseThrow(() ->
                        new WrongCallException(
                                "--seed: there is no run of seed %d in %s."
                                        .formatted(wanted, results),
                                "one of "
                                        + under.stream()
                                                .map(run -> Long.toString(run.seed()))
                                                .distinct()
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }
}
