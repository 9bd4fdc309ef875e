package dandori.cli;

import dandori.agent.Asks;
import dandori.experiment.SteppedRun;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.Workloads;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.scenario.text.NearestName;
import dandori.sim.Checking;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori step}: lets a program in another language decide. */
@Command(
        name = "step",
        description =
                "Lets another program decide who starts: lines of JSON on standard input and output.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  dandori step scenarios/examples/first-steps.yaml --policy easy --seed 1",
            "",
            "Then, a line each: {\"do\": \"reset\"}, {\"do\": \"start\", \"job\": 0}, {\"do\": \"wait\"},",
            "{\"do\": \"reject\", \"job\": 0}, {\"do\": \"preempt\", \"job\": 0}, {\"do\": \"observe\"},",
            "{\"do\": \"close\"}. docs/guide/agents.md explains them, with a client in Python."
        })
final class StepCommand implements Callable<Integer> {

    private static final int MOST_LISTED = 1_000_000;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file.")
    private Path scenario = Path.of("");

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description =
                    "Whose order, admission, placement, estimates and preemption hold; its backfill"
                            + " is not asked. Default: the first of the scenario.")
    private @Nullable String policy;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The seed of episodes for which none is named. Default: the scenario's first.")
    private @Nullable Integer seed;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value in place of the file's, such as run.length=8w; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--reward",
            paramLabel = "KIND",
            defaultValue = "bounded-slowdown",
            description =
                    "What is paid: bounded-slowdown (minus its average over all jobs) or"
                            + " waiting-node-hours (minus those since the last decision). Default:"
                            + " bounded-slowdown.")
    private RewardWord reward = RewardWord.BOUNDED_SLOWDOWN;

    @Option(
            names = "--asks",
            paramLabel = "WHEN",
            defaultValue = "somebody-fits",
            description =
                    "When to ask: somebody-fits, somebody-waits or every-pass. Default:"
                            + " somebody-fits.")
    private Asks asks = Asks.SOMEBODY_FITS;

    @Option(
            names = "--queue",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many waiting jobs an observation lists at most. Default: 100.")
    private int most = 100;

    @Option(
            names = "--check",
            paramLabel = "LEVEL",
            defaultValue = "CHEAP",
            description = "How much each run checks itself: off, cheap or full. Default: cheap.")
    private Checking checking = Checking.CHEAP;

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    StepCommand() {}

    private static Scenario single(Variants variants) {
        if (variants.list().size() > 1) {
            throw new WrongCallException(
                    "the scenario has %d variants, but one is played step by step."
                            .formatted(variants.list().size()),
                    "--set %s=VALUE".formatted(variants.places().get(0)));
        }
        return variants.first();
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        if (most < 1 || most > MOST_LISTED) {
            throw new WrongCallException(
                    "--queue: must be from 1 to %d, but is %d.".formatted(MOST_LISTED, most),
                    "leave it out: 100 are listed then.");
        }
        if (seed != null && seed < 0) {
            throw new WrongCallException(
                    "--seed: must be at least 0, but is %d.".formatted(seed), "leave it out.");
        }
        Scenario read = single(VariantReader.read(scenario, settings));
        if (read.run().conventions().passesPerEvent()) {
            throw new WrongCallException(
                    "run.conventions: '%s' has a pass for each event; by steps there is one an instant."
                            .formatted(read.run().conventions().name()),
                    "--set run.conventions=dandori");
        }
        SteppedRun run = new SteppedRun(read, chosen(read), checking);
        int first = seed == null ? read.run().seeds().get(0) : seed;
        StepDialogue dialogue =
                new StepDialogue(
                        run,
                        new Workloads(read, (done, all) -> {}),
                        new StepDialogue.Terms(reward, asks, most, first));
        dialogue.talk(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                command.commandLine().getOut());
        return 0;
    }

    private PolicyParts chosen(Scenario read) {
        String name = policy;
        if (name == null) {
            return read.policiesToRun().get(0);
        }
        return read.policies().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new WrongCallException(
                                "--policy: there is no policy '%s' in '%s'."
                                        .formatted(name, read.name()),
                                NearestName.maybe(
                                        name,
                                        read.policies().stream().map(PolicyParts::name).toList())));
    }
}
