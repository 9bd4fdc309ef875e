package dandori.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dandori trace}: looks at traces, converts them, makes them anonymous. */
@Command(
        name = "trace",
        description = "Looks at traces, and writes them in other formats or without names.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  dandori trace info KTH-SP2-1996-2.swf.gz"},
        subcommands = {
            TraceProfileCommand.class,
            TraceConvertCommand.class,
            TraceAnonymizeCommand.class
        })
final class TraceCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    TraceCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "trace: what to do with it is missing.");
    }
}
