package dandori.cli;

import dandori.report.StudySize;
import dandori.results.WholeFile;
import dandori.scenario.ScenarioReader;
import dandori.slurm.SlurmImport;
import dandori.slurm.SlurmNotes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori import slurm}: a scenario from slurm.conf, accounts, QOS and a queue. */
@Command(
        name = "slurm",
        description =
                "Makes a machine file and a scenario of slurm.conf, and says what of it is not"
                        + " modelled.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori import slurm /etc/slurm/slurm.conf --out our-site.yaml",
            "  sacctmgr show assoc tree -P > assoc.txt",
            "  sacctmgr show qos -P > qos.txt",
            "  squeue --json > queue.json",
            "  dandori import slurm slurm.conf --assoc assoc.txt --qos qos.txt",
            "      --squeue queue.json --at 2026-11-20T12:00+09:00 --out now.yaml",
            "",
            "In place of --json: squeue -o \"%%i|%%u|%%a|%%P|%%T|%%D|%%l|%%M|%%V|%%E|%%j|%%r\""
        })
final class ImportSlurmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SLURM.CONF", description = "The site's slurm.conf.")
    private Path conf = Path.of("");

    @Option(
            names = "--assoc",
            paramLabel = "FILE",
            description =
                    "The accounts: from 'sacctmgr show assoc tree -P' or 'sacctmgr dump CLUSTER'.")
    private @Nullable Path accounts;

    @Option(
            names = "--qos",
            paramLabel = "FILE",
            description = "The qualities of service: from 'sacctmgr show qos -P'.")
    private @Nullable Path qualities;

    @Option(
            names = "--squeue",
            paramLabel = "FILE",
            description =
                    "Who runs and waits: from 'squeue --json', or from squeue with its header and"
                            + " fields between '|'.")
    private @Nullable Path queue;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description =
                    "When --squeue was taken, with the zone of its times: the instant that is time"
                            + " 0.")
    private @Nullable String taken;

    @Option(
            names = "--out",
            paramLabel = "SCENARIO.yaml",
            required = true,
            description =
                    "Where the scenario goes; the machine file goes beside it, as"
                            + " SCENARIO-machine.yaml.")
    private Path out = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ImportSlurmCommand() {}

    @Override
    public Integer call() throws IOException {
        String name = String.valueOf(out.getFileName()).replaceFirst("\\.ya?ml$", "");
        Path machineFile = out.resolveSibling(name + "-machine.yaml");
        for (Path file : List.of(out, machineFile)) {
            FreePlace.check("--out", file);
        }
        SlurmImport made =
                SlurmImport.of(
                        new SlurmImport.Files(conf, accounts, qualities, queue, taken()),
                        String.valueOf(machineFile.getFileName()),
                        out.toAbsolutePath().resolveSibling(""));
        WholeFile.write(machineFile, made.machineYaml());
        WholeFile.write(out, made.scenarioYaml());
        String size = StudySize.of(ScenarioReader.read(out, List.of()));
        PrintWriter to = Objects.requireNonNull(spec).commandLine().getOut();
        to.printf(
                Locale.ROOT,
                "%s: %,d node%s. Wrote %s and %s.%n",
                made.machine(),
                made.nodes(),
                made.nodes() == 1 ? "" : "s",
                out,
                machineFile);
        to.println(size.replace(" · ", ", ") + ".");
        print(made.notes(), to);
        to.flush();
        return 0;
    }

    private static void print(SlurmNotes notes, PrintWriter to) {
        if (!notes.notes().isEmpty()) {
            to.println("\nNot taken as it stands there:");
            notes.notes().forEach(note -> to.println(Failures.wrapped("  " + note.text())));
        }
        if (!notes.idle().isEmpty()) {
            to.printf(
                    Locale.ROOT,
                    "%n%d settings say nothing about who gets which nodes when: they are listed in"
                            + " the scenario.%n",
                    notes.idle().size());
        }
    }

    private @Nullable ZonedDateTime taken() {
        if (queue == null) {
            if (taken != null) {
                throw new WrongCallException(
                        "--at: says when --squeue was taken, but there is none.", "leave it out.");
            }
            return null;
        }
        if (taken == null) {
            throw new WrongCallException(
                    "--at: is missing: when was the queue of --squeue taken?",
                    "--at 2026-11-20T12:00+09:00.");
        }
        try {
            return ZonedDateTime.parse(taken);
        } catch (DateTimeParseException none) {
            throw new WrongCallException(
                    "--at: is no date with time and zone: '%s'.".formatted(taken),
                    "'2026-11-20T12:00+09:00'.");
        }
    }
}
