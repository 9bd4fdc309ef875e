package dandori.cli;

import dandori.results.JsonText;
import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.TraceProfile;
import dandori.trace.TraceProfileText;
import dandori.trace.Traces;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori trace info}: what a trace holds, and the dirt in it. */
@Command(
        name = "info",
        description = "Prints machine, span, load, distributions, and the dirt.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {"", "Example:", "  dandori trace info KTH-SP2-1996-2.swf.gz"})
final class TraceProfileCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "TRACE",
            description = "Logs, plain or gzip; a folder is one log.")
    private List<Path> traces = List.of();

    @ArgGroup private @Nullable SizeOptions size;

    @Mixin private TraceOptions log = new TraceOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    TraceProfileCommand() {}

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        GivenSize given = SizeOptions.given(size);
        ImportRules rules =
                ImportRules.dandori()
                        .withMachineProcessors(given == null ? 0 : given.count())
                        .withKeepLoggedWaits(true)
                        .withLog(log.options());
        List<TraceProfile> profiles = new ArrayList<>();
        for (Path file : traces) {
            try (Progress shown =
                    Progress.begin(output.progress, "reading", command.commandLine().getErr())) {
                ImportedTrace trace = log.checked(file, Traces.read(file, rules, shown::at));
                ImportNote note = given == null ? null : given.otherUnit(trace.unit(), false);
                if (note != null) {
                    trace = trace.withReport(trace.report().with(note));
                }
                profiles.add(TraceProfile.of(trace, rules));
            }
        }
        if (output.print.json) {
            out.print(JsonText.of(profiles.size() == 1 ? profiles.get(0) : profiles));
        } else {
            for (int i = 0; i < profiles.size(); i++) {
                out.print((i == 0 ? "" : "\n") + TraceProfileText.of(profiles.get(i)));
            }
        }
        return 0;
    }
}
