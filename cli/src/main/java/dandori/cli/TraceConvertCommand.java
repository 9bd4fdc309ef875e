package dandori.cli;

import dandori.trace.export.ExportReport;
import dandori.trace.export.JoinedLogs;
import dandori.trace.export.TraceOutput;
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
import picocli.CommandLine.Spec;

/** {@code dandori trace convert}: a trace in another format. */
@Command(
        name = "convert",
        description =
                "Writes traces in another format, joined in order of time, and says what that"
                        + " cannot hold.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori trace convert may.log june.log --out summer.swf.gz",
            "  dandori trace convert summer.swf.gz --usable --out summer.json --to batsim"
        })
final class TraceConvertCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "TRACE",
            description = "Logs, plain or gzip; a folder is one log.")
    private List<Path> traces = List.of();

    @Mixin private ExportOptions export = new ExportOptions();

    @Option(
            names = "--names",
            description =
                    "Lists names in the header of a format whose jobs have numbers in their place"
                            + " (swf).")
    private boolean names;

    @Mixin private TraceOptions log = new TraceOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    TraceConvertCommand() {}

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        TraceOutput format = export.output(log.inputs(traces));
        WrittenTrace written;
        try (Progress shown =
                        Progress.begin(
                                output.progress, "converting", command.commandLine().getErr());
                OpenLogs logs = new OpenLogs(traces, log, export.usable, shown::at)) {
            JoinedLogs jobs = new JoinedLogs(logs.logs(), export.limits());
            ExportReport report = export.write(jobs, format, names, logs::check);
            written = WrittenTrace.of(export, format, report, jobs.reports());
        }
        written.print(output, out);
        return 0;
    }
}
