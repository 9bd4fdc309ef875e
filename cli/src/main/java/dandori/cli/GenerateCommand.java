package dandori.cli;

import dandori.engine.RandomStreams;
import dandori.generate.PopularEstimates;
import dandori.results.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code dandori generate}: a synthetic trace. */
@Command(
        name = "generate",
        description =
                "Writes a synthetic trace in Standard Workload Format: of a model, with what was drawn beside"
                        + " what was expected, or like a log, with how well it fits.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori generate lublin --nodes 128 --load 0.8 --out lublin.swf.gz",
            "  dandori generate daily-cycle --nodes 1024 --load 0.7 --days 56 --seed 2",
            "      --set nodes.max=256 --set runTime.median=20min --out ours.swf",
            "  dandori generate --like KTH-SP2-1996-2.swf.gz --days 365 --out like-kth.swf.gz",
            "  dandori catalogue generators"
        })
final class GenerateCommand implements Callable<Integer> {

    private static final List<String> OF_MODELS =
            List.of("--nodes", "--load", "--jobs-per-day", "--start", "--set", "--estimates");

    private static final List<String> OF_LOGS =
            List.of("--format", "--mapping", "--time-zone", "--count", "--strict");

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            completionCandidates = Choices.OfGenerator.class,
            description = "The model: see 'dandori catalogue generators'.")
    private @Nullable String model;

    @Mixin private GenerateOptions asked = new GenerateOptions();

    @Mixin private LikeOptions like = new LikeOptions();

    @Mixin private TraceOptions log = new TraceOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where the trace goes; a name that ends in .gz is packed. With --like it may be"
                            + " left out.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace a file of that name.")
    private boolean force;

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    GenerateCommand() {}

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (like.like == null) {
            refuse(command, OF_LOGS, "says how a log is read, and none is: there is no --like.");
        }
        if (like.isGiven()) {
            printLike(command);
            return 0;
        }
        if (like.fitOut != null) {
            throw new WrongCallException(
                    "--fit-out: there is no --like, and so nothing that is fitted.",
                    "--like TRACE.");
        }
        if (model == null) {
            throw new WrongCallException(
                    "MODEL: is missing: which model shall draw the jobs?",
                    "'lublin', or '--like TRACE' for jobs like those of a log.");
        }
        Path out = checkedPlace();
        PopularEstimates estimates = asked.popular();
        GeneratedTrace drawn = ModelTrace.of(model, asked);
        GenerateOptions.refuseNone(
                drawn.jobs(),
                asked.days,
                "more days, or a larger %s."
                        .formatted(asked.load == null ? "--jobs-per-day" : "--load"));
        GeneratedTrace trace =
                estimates == null
                        ? drawn
                        : drawn.estimated(estimates, new RandomStreams(asked.seed));
        try (Progress shown =
                Progress.begin(output.progress, "writing", command.commandLine().getErr())) {
            GeneratedFile.write(out, trace, shown::at);
        }
        PrintWriter to = command.commandLine().getOut();
        to.print(
                output.print.json
                        ? JsonText.of(GeneratedText.tree(trace, out))
                        : GeneratedText.of(trace, out));
        to.flush();
        return 0;
    }

    private void printLike(CommandSpec command) throws IOException {
        refuse(
                command,
                OF_MODELS,
                "is for models; jobs like those of a log have its load and size.");
        if (model != null) {
            throw new WrongCallException(
                    "MODEL: '%s' and a log both say what the jobs are like.".formatted(model),
                    "one of the two.");
        }
        boolean areDaysGiven = command.commandLine().getParseResult().hasMatchedOption("--days");
        Double days = areDaysGiven ? asked.days : null;
        PrintWriter err = command.commandLine().getErr();
        String result =
                new LikeTrace(like, log, days, asked.seed, out, force)
                        .result(
                                output.print.json,
                                what -> Progress.begin(output.progress, what, err));
        command.commandLine().getOut().print(result);
    }

    private static void refuse(CommandSpec command, List<String> options, String why) {
        ParseResult given = command.commandLine().getParseResult();
        for (String option : options) {
            if (given.hasMatchedOption(option)) {
                throw new WrongCallException(option + ": " + why, "leave it out.");
            }
        }
    }

    private Path checkedPlace() throws IOException {
        if (out == null) {
            throw new WrongCallException("--out: is missing.", "--out jobs.swf.gz");
        }
        FreePlace.check("--out", out, force);
        return out;
    }
}
