package dandori.cli;

import dandori.catalogue.LanguageModel;
import dandori.machine.Machine;
import dandori.machine.Precision;
import dandori.training.AttentionKernel;
import dandori.training.Calibration;
import dandori.training.MemoryNeed;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch;
import dandori.training.ParallelismSearch.Found;
import dandori.training.Recompute;
import dandori.training.Sharding;
import dandori.training.Software;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.TrainingStep;
import dandori.training.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case of a call: a model on nodes of a machine, spread as the call says, and as is best where
 * it does not.
 */
final class EstimateCase {

    private static final double TOKENS_OF_STEP = 4 << 20; // where nobody says how many
    private static final double AS_FAST_AS_H100 = 600e12; // FLOP/s in 16 bits

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
        boolean isProcessor = node.accelerators() == 1 && node.isTofu();
        Precision usual = isProcessor ? Precision.FP32 : Precision.BF16;
        AttentionKernel kernel =
                isProcessor
                        ? AttentionKernel.UNFUSED
                        : node.peak16() > AS_FAST_AS_H100
                                ? AttentionKernel.FLASH_TUNED
                                : AttentionKernel.FLASH;
        return new Software(
                Objects.requireNonNullElse(options.precision, usual),
                Objects.requireNonNullElse(options.attention, kernel));
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
        Integer t = options.tensor;
        Integer p = options.pipeline;
        Integer b = options.microBatch;
        if (t != null && p != null && b != null) {
            return exactly(t, p, b);
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

    private Found exactly(int t, int p, int b) {
        int d = accelerators / t / p;
        Sharding sharding = d == 1 ? Sharding.NONE : Sharding.ZERO_1;
        Parallelism spread =
                new Parallelism(
                        t,
                        p,
                        d,
                        Objects.requireNonNullElse(options.interleave, 1),
                        Objects.requireNonNullElse(options.expert, 1),
                        Objects.requireNonNullElse(options.sequenceParallel, t > 1),
                        b,
                        globalBatch(),
                        Objects.requireNonNullElse(options.recompute, Recompute.NONE),
                        Objects.requireNonNullElse(options.sharding, sharding));
        TrainingCase what = new TrainingCase(model, spread, software, node);
        return new Found(what, TrainingStep.of(what, calibration.constants()), MemoryNeed.of(what));
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
        Integer t = options.tensor;
        Integer p = options.pipeline;
        divides("--tensor", t, accelerators, "accelerators");
        divides("--tensor", t, model.heads(), "heads");
        divides("--pipeline", p, accelerators, "accelerators");
        divides("--expert", options.expert, model.experts(), "experts");
        if (p != null && p > model.layers()) {
            add(
                    "--pipeline: is %d, but the model has %d layers.\nMaybe at most %d."
                            .formatted(p, model.layers(), model.layers()));
        }
        if (options.interleave != null && options.interleave > 1 && p != null) {
            divides("--interleave", options.interleave, model.layers() / p, "layers of a stage");
        }
        if (problems.isEmpty() && t != null && p != null) {
            data(t, p);
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

    private void data(int t, int p) {
        if ((long) t * p > accelerators || accelerators % (t * p) != 0) {
            add(
                    "--tensor x --pipeline: is %d, which does not divide %d accelerators.\nMaybe --pipeline %d."
                            .formatted(t * p, accelerators, divisor(accelerators / t, p)));
            return;
        }
        int d = accelerators / t / p;
        if (options.data != null && options.data != d) {
            add(
                    "--data: is %d, but %d accelerators / (%d x %d) is %d.\nMaybe leave it out."
                            .formatted(options.data, accelerators, t, p, d));
        }
        divides("--expert", options.expert, d, "copies");
        int b = Objects.requireNonNullElse(options.microBatch, 1);
        if (globalBatch() % ((long) d * b) != 0) {
            long whole = (long) d * b;
            long near = Math.max(1, Math.round((double) globalBatch() / whole)) * whole;
            add(
                    "--global-batch: is %d, which %d copies of micro-batches of %d do not divide.\nMaybe --global-batch %d."
                            .formatted(globalBatch(), d, b, near));
        }
    }

    private void divides(String option, @Nullable Integer part, int whole, String of) {
        if (part == null) {
            return;
        }
        if (part < 1) {
            add("%s: must be at least 1, but is %d.".formatted(option, part));
        } else if (whole % part != 0) {
            add(
                    "%s: is %d, which does not divide %d %s.\nMaybe %s %d."
                            .formatted(option, part, whole, of, option, divisor(whole, part)));
        }
    }

    /** The divisor that is nearest to a number, the smaller of equals. */
    private static int divisor(int whole, int near) {
        int best = 1;
        for (int i = 1; i <= whole; i++) {
            if (whole % i == 0 && Math.abs(i - near) < Math.abs(best - near)) {
                best = i;
            }
        }
        return best;
    }

    private void add(String problem) {
        problems.add(problem);
    }
}
