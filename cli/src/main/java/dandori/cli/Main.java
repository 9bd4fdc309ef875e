package dandori.cli;

import dandori.agent.Asks;
import dandori.training.AttentionKernel;
import dandori.training.Sharding;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code dandori} command. */
@Command(
        name = "dandori",
        description = "Simulates who gets which nodes of a supercomputer, when, under which rule.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori run scenarios/examples/first-steps.yaml",
            "  dandori replay trace.swf.gz --order fcfs --backfill easy --out out",
            "",
            "Exit status: 0 done; 1 it could not be finished; 2 the call, the scenario or the trace is wrong;",
            "3 a check failed; 130 interrupted."
        },
        subcommands = {
            RunCommand.class,
            MergeCommand.class,
            ReplayCommand.class,
            ValidateCommand.class,
            ValidateStudiesCommand.class,
            DescribeCommand.class,
            TraceCommand.class,
            GenerateCommand.class,
            CatalogueCommand.class,
            EstimateCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ServeCommand.class,
            StepCommand.class,
            ImportCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    public Main() {}

    /**
     * Runs the command and ends the process with its exit status. A reader that has gone away, such
     * as {@code head}, is nothing to complain about.
     */
    public static void main(String[] args) {
        Parent.watch();
        RememberingStream out = new RememberingStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = writer(System.err);
        int status = run(args, writer(out), err);
        IOException failure = out.failure();
        if (failure != null && !"Broken pipe".equals(failure.getMessage())) {
            err.println("dandori: standard output: " + failure.getMessage() + ".");
            err.flush();
        }
        System.exit(status);
    }

    /** Runs the command and returns its exit status. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = line().setOut(out).setErr(err);
        int status;
        try {
            status = line.execute(args);
        } catch (OutOfMemoryError full) {
            err.println("dandori: " + Failures.text(full));
            status = Failures.status(full);
        } catch (ServiceConfigurationError broken) {
            err.println(
                    "dandori: a part on the class path cannot be loaded: " + broken.getMessage());
            err.println(
                    "Maybe its line in META-INF/services is misspelled; a class within a class is"
                            + " written Outer$Inner.");
            status = Failures.WRONG_INPUT;
        }
        out.flush();
        err.flush();
        return out.checkError() && status == 0 ? Failures.UNFINISHED : status;
    }

    /** The command and those below it, not yet called. */
    static CommandLine line() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Asks.class, new HyphenWord<>(Asks.class))
                .registerConverter(RewardWord.class, new HyphenWord<>(RewardWord.class))
                .registerConverter(Sharding.class, new HyphenWord<>(Sharding.class))
                .registerConverter(AttentionKernel.class, new HyphenWord<>(AttentionKernel.class))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(Failures::ofCall)
                .setExecutionExceptionHandler(Failures::ofWork);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(line, "there is no command in this call.");
    }
}
