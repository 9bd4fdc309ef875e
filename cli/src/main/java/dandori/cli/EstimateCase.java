package dandori.cli;

import dandori.catalogue.LanguageModel;
import dandori.machine.Machine;
import dandori.training.Calibration;
import dandori.training.MemoryNeed;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch;
import dandori.training.ParallelismSearch.Found;
import dandori.training.Software;
import dandori.training.SpreadCheck;
import dandori.training.SpreadFault;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.TrainingStep;
import dandori.training.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One case of a call: a model on nodes of a machine, spread as the call says, and as is best where
 * it does not.
 */
final class EstimateCase {

    private static final double TOKENS_OF_STEP = 4 << 20; // where nobody says how many

    private final LanguageModel known;
    private final Machine machine;
    private final int nodes;
    private final EstimateOptions options;
    private final TrainingNode node;
    private final Calibration calibration;
    private final Transformer model;
    private final Software software;
    private final int accelerators;
    private final List<String> problems = new ArrayList<>();

    EstimateCase(LanguageModel known, Machine machine, int nodes, EstimateOptions options) {
        this.known = known;
        this.machine = machine;
        this.nodes = nodes;
        this.options = options;
        node = nodeOf(machine);
        calibration = Calibration.of(machine);
        model =
                options.sequence == null
                        ? known.transformer()
                        : known.transformer().withSequence(options.sequence);
        software = software();
        accelerators = Math.multiplyExact(nodes, node.accelerators());
    }

    private static TrainingNode nodeOf(Machine machine) {
        try {
            return TrainingNode.of(machine);
        } catch (IllegalArgumentException missing) {
            String[] lines = String.valueOf(missing.getMessage()).split("\nMaybe ", 2);
            throw new WrongCallException(
                    "--machine: " + lines[0], lines.length > 1 ? lines[1] : null);
        }
    }

    private Software software() {
        Software usual = Software.usualOn(node);
        return new Software(
                Objects.requireNonNullElse(options.precision, usual.precision()),
                Objects.requireNonNullElse(options.attention, usual.attention()));
    }

    LanguageModel known() {
        return known;
    }

    Machine machine() {
        return machine;
    }

    int nodes() {
        return nodes;
    }

    TrainingNode node() {
        return node;
    }

    Calibration calibration() {
        return calibration;
    }

    /** The case, estimated; what is wrong with the call is told, all at once. */
    Found found() {
        check();
        Parallelism whole = options.wish().whole(accelerators, globalBatch());
        if (whole != null) {
            TrainingCase what = new TrainingCase(model, whole, software, node);
            return new Found(
                    what, TrainingStep.of(what, calibration.constants()), MemoryNeed.of(what));
        }
        Optional<Found> found =
                new ParallelismSearch(
                                model,
                                software,
                                node,
                                accelerators,
                                globalBatch(),
                                calibration.constants(),
                                options.wish())
                        .best();
        return found.orElseThrow(() ->
                new WrongCallException(
                        "--nodes: nothing that divides %d layers, %d heads and %d sequences makes use of %d accelerators."
                                .formatted(
                                        model.layers(), model.heads(), globalBatch(), accelerators),
                        "another --global-batch, or another number of nodes."));
    }

    private int globalBatch() {
        return Objects.requireNonNullElseGet(
                options.globalBatch,
                () -> known.globalBatch().orElse((int) (TOKENS_OF_STEP / model.sequence())));
    }

    private void check() {
        if (nodes > machine.nodes()) {
            add("--nodes: is %d, but %s has %d.".formatted(nodes, machine.name(), machine.nodes()));
        }
        for (SpreadFault fault :
                SpreadCheck.faults(
                        model, accelerators, globalBatch(), options.wish(), EstimateCase::option)) {
            String keys =
                    String.join(" x ", fault.keys().stream().map(EstimateCase::option).toList());
            String maybe = fault.maybe() == null ? "" : "\nMaybe " + fault.maybe();
            add(keys + ": " + fault.message() + maybe);
        }
        if (!problems.isEmpty()) {
            String text = String.join("\n", problems);
            int last = text.lastIndexOf("\nMaybe ");
            boolean isLast = last >= 0 && text.indexOf('\n', last + 1) < 0;
            throw new WrongCallException(
                    isLast ? text.substring(0, last) : text,
                    isLast ? text.substring(last + 7) : null);
        }
    }

    /** The option of a key: {@code --micro-batch}. */
    private static String option(String key) {
        return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private void add(String problem) {
        problems.add(problem);
    }
}
