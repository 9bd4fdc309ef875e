package dandori.cli;

import dandori.machine.Machine;
import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.scenario.sweep.VariantsText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori describe}: a scenario with every default filled in, or a machine. */
@Command(
        name = "describe",
        description = {
            "Shows what was understood of a scenario, or what is known about a machine.",
            "A scenario comes with every default filled in, a machine with a source beside",
            "every figure."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori describe scenarios/examples/first-steps.yaml",
            "  dandori describe fugaku",
            "",
            "What it prints of a scenario is a scenario again, and means the same.",
            "Machines: dandori catalogue machines."
        })
final class DescribeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SCENARIO|MACHINE",
            completionCandidates = Choices.OfMachine.class,
            description = "A scenario file, a machine of the catalogue, or a machine file.")
    private String what = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value in place of the file's, such as run.length=8w; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Mixin private JsonOptions output = new JsonOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    DescribeCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Optional<Machine> machine = MachineWords.describable(what);
        if (machine.isPresent()) {
            if (!settings.isEmpty()) {
                throw new WrongCallException(
                        "--set: '%s' is a machine, and values are set in scenarios."
                                .formatted(what),
                        "a machine file of your own: dandori catalogue machines "
                                + machine.get().name()
                                + ".");
            }
            out.print(
                    output.json
                            ? JsonText.of(MachineTree.of(machine.get()))
                            : MachineText.of(machine.get()));
            return 0;
        }
        Variants variants = VariantReader.read(Path.of(what), settings);
        KnownParts parts = KnownParts.found();
        out.print(
                output.json
                        ? JsonText.of(VariantsText.tree(variants, parts))
                        : VariantsText.of(variants, parts));
        return 0;
    }
}
