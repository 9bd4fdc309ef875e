package dandori.cli;

import dandori.results.WholeFile;
import dandori.simgrid.PlatformImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori import batsim}: a machine file from a platform of Batsim. */
@Command(
        name = "batsim",
        description =
                "Makes a machine file of a platform of Batsim (SimGrid), and says what of it is not"
                        + " modelled.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori import batsim cluster512.xml --out cluster512.yaml",
            "  dandori replay workload.json --machine cluster512.yaml"
        })
final class ImportBatsimCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLATFORM.xml", description = "The platform.")
    private Path platform = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "MACHINE.yaml",
            required = true,
            description = "Where the machine file goes.")
    private Path out = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ImportBatsimCommand() {}

    @Override
    public Integer call() throws IOException {
        FreePlace.check("--out", out);
        String name = String.valueOf(out.getFileName()).replaceFirst("\\.ya?ml$", "");
        PlatformImport made = PlatformImport.of(platform, machineName(name));
        WholeFile.write(out, made.yaml());
        PrintWriter to = Objects.requireNonNull(spec).commandLine().getOut();
        to.printf(
                Locale.ROOT,
                "%,d node%s. Wrote %s.%n",
                made.nodes(),
                made.nodes() == 1 ? "" : "s",
                out);
        if (!made.notes().isEmpty()) {
            to.println("\nNot taken as it stands there:");
            made.notes().forEach(note -> to.println(Failures.wrapped("  " + note)));
        }
        to.flush();
        return 0;
    }

    private static String machineName(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9-]", "-").replaceFirst("^-+", "");
        return allowed.isEmpty() ? "platform" : allowed;
    }
}
