package dandori.cli;

import dandori.trace.export.AnonymityRules;
import dandori.trace.export.Anonymizer;
import dandori.trace.export.ExportReport;
import dandori.trace.export.JoinedLogs;
import dandori.trace.export.NameCounts;
import dandori.trace.export.NameKind;
import dandori.trace.export.Pseudonyms;
import dandori.trace.export.TraceOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori trace anonymize}: a trace without names. */
@Command(
        name = "anonymize",
        description =
                "Writes traces with keyed pseudonyms for names, other dates and numbers, and says"
                        + " what may still tell who jobs were (docs/guide/anonymizing.md).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori trace anonymize may.swf.gz --key our.key --round-times 60 --out anon.swf.gz",
            "  head -c 32 /dev/urandom > our.key     makes a key"
        })
final class TraceAnonymizeCommand implements Callable<Integer> {

    private static final int MOST_WEEKS = 5_200;
    private static final int MOST_SECONDS = 86_400;

    @Parameters(
            arity = "1..*",
            paramLabel = "TRACE",
            description = "Logs, plain or gzip; a folder is one log.")
    private List<Path> traces = List.of();

    @Mixin private ExportOptions export = new ExportOptions();

    @Mixin private AnonymityKey key = new AnonymityKey();

    @Option(
            names = "--shift",
            paramLabel = "WEEKS",
            description =
                    "By how many weeks dates move, back if negative; 0: they stay. By default 52 to"
                            + " 520 back, as the key has it.")
    private @Nullable Integer shift;

    @Option(
            names = "--round-times",
            paramLabel = "S",
            defaultValue = "1",
            description = "Rounds times to whole multiples of S seconds. Default: 1.")
    private int roundTimes = 1;

    @Option(names = "--round-sizes", description = "Rounds sizes and memory up to powers of two.")
    private boolean roundSizes;

    @Option(
            names = "--merge-below",
            paramLabel = "K",
            defaultValue = "1",
            description =
                    "Users, groups and programs of fewer than K jobs become one of each kind; the"
                            + " traces are read twice then.")
    private int mergeBelow = 1;

    @Option(
            names = "--keep",
            paramLabel = "KIND",
            split = ",",
            description =
                    "Names that stay as they are: user, group, queue, partition or application.")
    private Set<NameKind> kept = EnumSet.noneOf(NameKind.class);

    @Mixin private TraceOptions log = new TraceOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    TraceAnonymizeCommand() {}

    @Override
    public Integer call() throws IOException {
        check();
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        TraceOutput format = export.output(inputs());
        Pseudonyms pseudonyms = new Pseudonyms(key.read());
        AnonymityRules rules =
                new AnonymityRules(shift, 1_000L * roundTimes, roundSizes, mergeBelow, kept);
        NameCounts counts = mergeBelow > 1 ? counts(command) : new NameCounts();
        WrittenTrace written;
        try (Progress shown =
                        Progress.begin(
                                output.progress, "anonymizing", command.commandLine().getErr());
                OpenLogs logs = new OpenLogs(traces, log, export.usable, shown::at)) {
            JoinedLogs jobs = new JoinedLogs(logs.logs(), export.limits());
            Anonymizer anonymous = new Anonymizer(jobs, rules, pseudonyms, counts);
            ExportReport report = export.write(anonymous, format, true, logs::check);
            written =
                    WrittenTrace.of(export, format, report, jobs.reports())
                            .with(anonymous.fates(), warnings());
        }
        written.print(output, out);
        return 0;
    }

    private NameCounts counts(CommandSpec command) {
        try (Progress shown =
                        Progress.begin(
                                output.progress, "counting", command.commandLine().getErr());
                OpenLogs logs = new OpenLogs(traces, log, export.usable, shown::at)) {
            return new NameCounts().addAll(new JoinedLogs(logs.logs(), export.limits()));
        }
    }

    private void check() {
        if (shift != null && (shift < -MOST_WEEKS || shift > MOST_WEEKS)) {
            throw new WrongCallException(
                    "--shift: must be from -5200 to 5200 weeks, but is %d.".formatted(shift), null);
        }
        if (roundTimes < 1 || roundTimes > MOST_SECONDS) {
            throw new WrongCallException(
                    "--round-times: must be from 1 to 86400 seconds, but is %d."
                            .formatted(roundTimes),
                    "60.");
        }
        if (mergeBelow < 1) {
            throw new WrongCallException(
                    "--merge-below: must be at least 1, but is %d.".formatted(mergeBelow), "5.");
        }
        if (mergeBelow > 1) {
            traces.forEach(trace -> FreePlace.checkReadTwice("--merge-below", trace));
        }
    }

    /** The files that are read. */
    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(log.inputs(traces));
        key.file().ifPresent(inputs::add);
        return inputs;
    }

    private List<String> warnings() {
        String keyWords =
                key.isDrawn()
                        ? "the key was drawn and is gone: no other file can be joined with this one"
                        : "whoever has the key can test names against this file";
        List<String> words = new ArrayList<>();
        for (NameKind kind : kept) {
            words.add(
                    "%s: the names stay as they are, and may tell who it was (--keep)"
                            .formatted(kind.name().toLowerCase(Locale.ROOT)));
        }
        if (shift != null && shift == 0) {
            words.add("dates are the true ones (--shift 0)");
        }
        if (roundSizes || roundTimes > 1) {
            words.add(
                    "rounding up makes jobs larger or longer, so that a replay shows more load and other"
                            + " slowdowns: compare 'trace info' of both");
        }
        words.addAll(
                List.of(
                        "whoever knows when somebody submitted, and a size or a limit, finds the"
                                + " job, and with its number all others of that user",
                        roundTimes == 1
                                ? "times are to the second (--round-times 60)"
                                : "busy and quiet times, outages and holidays show through the rounding",
                        roundSizes
                                ? "the largest jobs stand out"
                                : "rare sizes stand out (--round-sizes)",
                        mergeBelow == 1
                                ? "users of few jobs stand alone (--merge-below 5)"
                                : "the busiest users are known by how busy they are",
                        keyWords));
        return words;
    }
}
