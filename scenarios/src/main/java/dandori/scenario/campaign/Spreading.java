package dandori.scenario.campaign;

import dandori.machine.Machine;
import dandori.machine.Precision;
import dandori.scenario.key.CampaignSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.training.Calibration;
import dandori.training.MemoryNeed;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch;
import dandori.training.ParallelismSearch.Found;
import dandori.training.Recompute;
import dandori.training.Remedy;
import dandori.training.Sharding;
import dandori.training.Software;
import dandori.training.SpreadCheck;
import dandori.training.SpreadFault;
import dandori.training.StepConstants;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.TrainingStep;
import dandori.training.Transformer;
import dandori.training.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spreads a model over nodes as a scenario wishes, or says why that cannot be. */
final class Spreading {

    private final Transformer model;
    private final int globalBatch;
    private final TrainingNode node;
    private final StepConstants constants;
    private final Wish wish;
    private final Software software;
    private final Issues issues;

    /**
     * The wish of a venue.
     *
     * @param section what its key {@code parallelism} has; null if nothing
     * @param globalBatch sequences of an optimizer step
     */
    Spreading(
            Transformer model,
            int globalBatch,
            Machine machine,
            TrainingNode node,
            @Nullable Node section,
            Issues issues) {
        this.model = model;
        this.globalBatch = globalBatch;
        this.node = node;
        this.issues = issues;
        constants = Calibration.of(machine).constants();
        Software usual = Software.usualOn(node);
        if (section == null) {
            wish = Wish.NONE;
            software = usual;
            return;
        }
        Values values = Values.of(CampaignSections.PARALLELISM, section, issues);
        wish = wish(values);
        software =
                values.has("precision")
                        ? new Software(precision(values.word("precision")), usual.attention())
                        : usual;
    }

    private static Wish wish(Values values) {
        String recompute = values.word("recompute");
        String sharding = values.word("sharding");
        return new Wish(
                count(values, "tensor"),
                count(values, "pipeline"),
                count(values, "data"),
                count(values, "interleave"),
                count(values, "expert"),
                values.has("sequenceParallel") ? values.flag("sequenceParallel") : null,
                count(values, "microBatch"),
                recompute.isEmpty() ? null : Recompute.valueOf(recompute.toUpperCase(Locale.ROOT)),
                sharding.isEmpty()
                        ? null
                        : Sharding.valueOf(sharding.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static @Nullable Integer count(Values values, String key) {
        return values.has(key) ? values.count(key) : null;
    }

    private static Precision precision(String word) {
        return word.isEmpty() ? Precision.BF16 : Precision.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The case on the most nodes on which it can be and fits; null, and issues, if on none. */
    @Nullable TrainingCase on(NodesWish nodes, Node section) {
        for (int count = nodes.most(); count >= nodes.least() && !nodes.isFixed(); count--) {
            int accelerators = Math.multiplyExact(count, node.accelerators());
            if (mayDivide(accelerators) && faults(accelerators).isEmpty()) {
                Optional<Found> found = found(accelerators);
                if (found.isPresent() && found.get().memory().fits()) {
                    return found.get().what();
                }
            }
        }
        return exactly(nodes, section);
    }

    /** Whether it is a product of parts of heads, layers and batch; a search is much slower. */
    private boolean mayDivide(int accelerators) {
        for (int t = 1; t <= model.heads(); t++) {
            for (int p = 1; model.heads() % t == 0 && p <= model.layers(); p++) {
                boolean isWhole = model.layers() % p == 0 && accelerators % ((long) t * p) == 0;
                if (isWhole && globalBatch % (accelerators / (t * p)) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable TrainingCase exactly(NodesWish nodes, Node section) {
        int accelerators = Math.multiplyExact(nodes.most(), node.accelerators());
        List<SpreadFault> faults = faults(accelerators);
        for (SpreadFault fault : faults) {
            Node key =
                    fault.keys().size() == 1 && section instanceof Mapping mapping
                            ? mapping.get(fault.keys().get(0))
                            : null;
            issues.add(
                    key == null ? section : key,
                    key == null
                            ? "%s %s".formatted(String.join(" × ", fault.keys()), fault.message())
                            : fault.message(),
                    fault.maybe());
        }
        if (!faults.isEmpty()) {
            return null;
        }
        Optional<Found> found = found(accelerators);
        if (found.isEmpty()) {
            issues.add(
                    nodes.at(),
                    "nothing that divides %d layers, %d heads and %d sequences makes use of %d accelerators."
                            .formatted(model.layers(), model.heads(), globalBatch, accelerators),
                    nearest(nodes.most()));
            return null;
        }
        TrainingCase what = found.get().what();
        MemoryNeed memory = found.get().memory();
        if (!memory.fits()) {
            issues.add(
                    section,
                    String.format(
                            Locale.ROOT,
                            "needs %.0f GiB of memory an accelerator, which has %.0f.",
                            Math.ceil(memory.needsGib()),
                            memory.hasGib()),
                    Remedy.of(what, constants).map(remedy -> remedy.words() + ".").orElse(null));
            return null;
        }
        return what;
    }

    private List<SpreadFault> faults(int accelerators) {
        return SpreadCheck.faults(model, accelerators, globalBatch, wish, key -> key);
    }

    private Optional<Found> found(int accelerators) {
        Parallelism whole = wish.whole(accelerators, globalBatch);
        if (whole == null) {
            return new ParallelismSearch(
                            model, software, node, accelerators, globalBatch, constants, wish)
                    .best();
        }
        TrainingCase what = new TrainingCase(model, whole, software, node);
        return Optional.of(new Found(what, TrainingStep.of(what, constants), MemoryNeed.of(what)));
    }

    /** The number of nodes nearest to one of which some parallelism makes use. */
    private @Nullable String nearest(int nodes) {
        for (int away = 1; away < nodes; away++) {
            for (int count : new int[] {nodes - away, nodes + away}) {
                int accelerators = Math.multiplyExact(count, node.accelerators());
                if (mayDivide(accelerators)
                        && faults(accelerators).isEmpty()
                        && found(accelerators).isPresent()) {
                    return "%d nodes (%d accelerators).".formatted(count, accelerators);
                }
            }
        }
        return null;
    }
}
