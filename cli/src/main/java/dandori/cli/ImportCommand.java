package dandori.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dandori import}: makes scenarios of what sites have. */
@Command(
        name = "import",
        description = "Makes a scenario of what a site has, or a machine of a platform.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  dandori import slurm slurm.conf --out our-site.yaml",
            "  dandori import batsim platform.xml --out platform.yaml"
        },
        subcommands = {ImportSlurmCommand.class, ImportBatsimCommand.class})
final class ImportCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ImportCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "import: does not say from what: slurm or batsim.");
    }
}
