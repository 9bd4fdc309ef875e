package dandori.cli;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Shard;
import dandori.report.Report;
import dandori.report.StudyFolder;
import dandori.report.StudyReport;
import dandori.report.TextReport;
import dandori.results.FoundManifest;
import dandori.results.Manifest;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.sim.Checking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Plays one part of N, from 1/N to N/N, into shards/I-of-N below the folder or into --out; 'dandori merge' puts them together.")
    private @Nullable String shard;

    @Option(
            names = "--submit",
            paramLabel = "SYSTEM",
            description =
                    "Has a batch system play shards, follows it, and puts them together: slurm. With --resume it takes up what was submitted.")
    private @Nullable BatchSystem submit;

    @Option(
            names = "--shards",
            paramLabel = "N",
            description =
                    "In how many shards it is submitted. Default: one for each draw of jobs, 32 at most.")
    private @Nullable Integer shards;

    @Option(
            names = "--slurm-options",
            paramLabel = "WORDS",
            description =
                    "More options for sbatch, such as \"--partition=cpu --time=1:00:00 --mem=4G\".")
    private @Nullable String slurmOptions;

    @Option(
            names = "--check",
            paramLabel = "LEVEL",
            description =
                    "How much each run checks itself: off, cheap or full. Default: cheap; with --resume, as the study was begun.")
    private @Nullable Checking checking;

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
        Shard part = RunWords.shard(shard);
        Path study = Path.of(chosen.first().report().folder());
        Path folder = out != null ? out : shard == null ? study : RunWords.folder(study, part);
        boolean isColoured = Terminal.isStandardOutput();
        StudyRun run = study(chosen, folder, part);
        checkSubmission(chosen);
        if (submit != null) {
            ExperimentResult result = submission(run).run(output.progress, err);
            standard.print(text(result, folder, output.print.json, isColoured));
            standard.flush();
            return 0;
        }
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
                            ? summary(folder)
                            : StudyText.body(
                                    result.report(),
                                    chosen.first(),
                                    folder.resolve("report.md"),
                                    isColoured));
        }
        if (result.result().studies().isEmpty()) {
            standard.print(
                    output.print.json ? "{}\n" : "Shard %s has no cells.\n".formatted(part.text()));
        }
        standard.flush();
        return result.status();
    }

    private StudyRun study(Variants variants, Path folder, Shard part) throws IOException {
        return new StudyRun(
                submit == null ? scenario : scenario.toAbsolutePath().normalize(),
                variants,
                folder,
                new StudyRun.Settings(
                        RunWords.threads(threads),
                        checking(folder),
                        resumes,
                        part,
                        Objects.requireNonNull(spec)
                                .commandLine()
                                .getParseResult()
                                .originalArgs()));
    }

    /** How much is checked: as asked for, else as the study was begun that goes on. */
    private Checking checking(Path folder) throws IOException {
        if (checking != null) {
            return checking;
        }
        String begun =
                resumes && Files.exists(folder.resolve(Manifest.NAME))
                        ? FoundManifest.read(folder).check()
                        : "";
        return Stream.of(Checking.values())
                .filter(one -> one.text().equals(begun))
                .findFirst()
                .orElse(Checking.CHEAP);
    }

    private void checkSubmission(Variants variants) {
        boolean grows =
                variants.list().stream()
                        .anyMatch(one -> one.scenario().run().certainty().until() != null);
        if (grows && (submit != null || shard != null)) {
            throw new WrongCallException(
                    (submit != null ? "--submit" : "--shard")
                            + ": with 'run.until' the seeds follow from what all cells came to.",
                    "run.seeds with as many as you need, without 'run.until'.");
        }
        if (variants.first().inquiry() != null && (submit != null || shard != null)) {
            throw new WrongCallException(
                    (submit != null ? "--submit" : "--shard")
                            + ": a search or a sensitivity is played as a whole.",
                    "more --threads, or sweeps in place of it.");
        }
        if (submit == null && (shards != null || slurmOptions != null)) {
            throw new WrongCallException(
                    (shards != null ? "--shards" : "--slurm-options")
                            + ": says nothing without --submit.",
                    "--submit slurm.");
        }
        if (submit != null && shard != null) {
            throw new WrongCallException(
                    "--shard: what is submitted is all shards, not one.", "--shards N.");
        }
        if (shards != null && (shards < 1 || shards > RunWords.MOST_SHARDS)) {
            throw new WrongCallException(
                    "--shards: must be from 1 to %d, but is %d."
                            .formatted(RunWords.MOST_SHARDS, shards),
                    "leave it out: one for each draw of jobs.");
        }
    }

    private Submission submission(StudyRun run) {
        List<String> words = new ArrayList<>();
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        if (policies != null) {
            words.addAll(List.of("--policies", policies));
        }
        if (seeds != null) {
            words.addAll(List.of("--seeds", seeds));
        }
        words.addAll(List.of("--check", run.settings().checking().text()));
        return new Submission(
                run,
                shards,
                words,
                threads == null ? 0 : threads,
                slurmOptions == null ? List.of() : SlurmArray.words(slurmOptions));
    }

    /** What was made for programs when the study was complete. */
    private static String summary(Path folder) throws IOException {
        return Files.readString(folder.resolve(StudyFolder.SUMMARY));
    }

    /** What is printed of a study that has been played before, as text or JSON. */
    static String text(ExperimentResult result, Path folder, boolean isJson, boolean isColoured)
            throws IOException {
        if (isJson) {
            return summary(folder);
        }
        Report report = StudyReport.of(result);
        return TextReport.head(report.title(), report.size(), isColoured)
                + StudyText.body(
                        report, result.first().scenario(), folder.resolve("report.md"), isColoured);
    }
}
