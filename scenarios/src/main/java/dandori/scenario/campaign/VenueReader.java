package dandori.scenario.campaign;

import dandori.job.Shape;
import dandori.machine.Machine;
import dandori.scenario.key.CampaignSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a campaign is on one machine. */
final class VenueReader {

    private final Machine machine;
    private final Values values;
    private final Transformer model;
    private final int globalBatch;
    private final Issues issues;

    /**
     * A reader.
     *
     * @param machine the machine
     * @param values the keys of {@link CampaignSections#VENUE}, those of the campaign among them
     * @param model what is trained
     * @param globalBatch sequences of an optimizer step
     * @param issues where faults go
     */
    VenueReader(Machine machine, Values values, Transformer model, int globalBatch, Issues issues) {
        this.machine = machine;
        this.values = values;
        this.model = model;
        this.globalBatch = globalBatch;
        this.issues = issues;
    }

    /**
     * The machine that a venue names; null, and an issue, if the scenario has none of that name.
     */
    static @Nullable Machine machine(Values values, List<Machine> machines, Issues issues) {
        String name = values.name("machine");
        Node node = values.node("machine");
        for (Machine machine : machines) {
            if (machine.name().equals(name)) {
                return machine;
            }
        }
        if (name != null && node != null && !machines.isEmpty()) {
            issues.addUnknown(
                    node,
                    "'%s' is not a machine of this scenario.".formatted(name),
                    name,
                    machines.stream().map(Machine::name).toList());
        }
        return null;
    }

    /**
     * The venue; null, and issues, if it cannot be.
     *
     * @param stepsToDo how many optimizer steps are to be done
     */
    @Nullable VenuePlan read(long stepsToDo) {
        int spares = values.count("spares");
        VenueShape shapes = new VenueShape(values, machine, issues);
        VenueLimits limits = new VenueLimits(machine, values, issues);
        VenueSizes sizes = new VenueSizes(values, issues);
        boolean isStepGiven = values.has("stepTime");
        Node spread = values.node("parallelism");
        if (isStepGiven && spread != null) {
            Values.of(CampaignSections.PARALLELISM, spread, issues); // only its batch matters
        }
        TrainingNode node = isStepGiven && !values.has("accelerators") ? null : node();
        NodesWish wish = limits.within(nodes(node, shapes, sizes, spares), spares);
        CheckpointReader checkpoints = new CheckpointReader(values, machine, model, issues);
        if (wish == null || node == null && !isStepGiven) {
            checkpoints.read(1);
            return null;
        }
        TrainingCase training = isStepGiven ? null : spread(Objects.requireNonNull(node), wish);
        if (!isStepGiven && training == null) {
            checkpoints.read(1);
            return null;
        }
        int nodes =
                training == null || node == null
                        ? wish.most()
                        : (int) (training.parallelism().accelerators() / node.accelerators());
        CheckpointPlan checkpoint = checkpoints.read(nodes);
        if (checkpoint == null) {
            return null;
        }
        int faults = issues.count();
        VenuePlan plan = plan(nodes, training, shapes, limits, checkpoint, stepsToDo);
        List<VenuePlan> others = new ArrayList<>();
        for (TrainingCase other :
                training == null
                        ? List.<TrainingCase>of()
                        : sizes.others(training, limits, spares)) {
            int some = (int) (other.parallelism().accelerators() / other.node().accelerators());
            CheckpointPlan its = checkpoints.read(some);
            if (its != null && issues.count() == faults) { // one fault is told once
                others.add(plan(some, other, shapes, limits, its, stepsToDo));
            }
        }
        return plan.with(others);
    }

    private VenuePlan plan(
            int nodes,
            @Nullable TrainingCase training,
            VenueShape shapes,
            VenueLimits limits,
            CheckpointPlan checkpoint,
            long stepsToDo) {
        int spares = values.count("spares");
        double stepMillis =
                training == null
                        ? values.millis("stepTime")
                        : VenuePlan.stepMillis(training, machine);
        VenueTimes times = new VenueTimes(values, stepMillis, checkpoint.writeMillis(), issues);
        return new VenuePlan(
                machine.name(),
                nodes,
                spares,
                limits.partition(),
                shapes.of(nodes + spares),
                training,
                training == null ? values.millis("stepTime") : null,
                times.pieceMillis(limits, nodes + spares, stepsToDo),
                values.millis("margin"),
                values.millis("restart"),
                checkpoint,
                List.of());
    }

    private @Nullable TrainingCase spread(TrainingNode node, NodesWish wish) {
        Node section = values.node("parallelism");
        Spreading spreading = new Spreading(model, globalBatch, machine, node, section, issues);
        return spreading.on(wish, section == null ? wish.at() : section);
    }

    /** What a node of the machine can do; null, and an issue, if its file does not say. */
    private @Nullable TrainingNode node() {
        try {
            return TrainingNode.of(machine);
        } catch (IllegalArgumentException missing) {
            String first = String.valueOf(missing.getMessage()).split("\nMaybe ", 2)[0];
            Node at = values.node("machine");
            issues.add(
                    at == null ? values.mapping() : at,
                    first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1),
                    "'stepTime', if a step was measured; or a machine of the catalogue.");
            return null;
        }
    }

    private @Nullable NodesWish nodes(
            @Nullable TrainingNode node, VenueShape shapes, VenueSizes sizes, int spares) {
        Shape box = shapes.box();
        Node nodes = values.node("nodes");
        Node accelerators = values.node("accelerators");
        Node shape = values.node("shape");
        if (nodes != null && accelerators != null) {
            issues.add(
                    accelerators,
                    "'nodes' and 'accelerators' both say how many.",
                    "delete one of the two.");
            return null;
        }
        NodesWish wish = null;
        if (nodes != null) {
            wish = NodesWish.read(nodes, 1, issues);
        } else if (accelerators != null && node != null) {
            wish = NodesWish.read(accelerators, node.accelerators(), issues);
        } else if (sizes.isGiven() && accelerators == null && box == null) {
            wish = sizes.range();
        } else if (box == null && accelerators == null && !shapes.isWrongBox()) {
            issues.add(
                    values.mapping(),
                    "on how many nodes of '%s'? 'nodes' is missing.".formatted(machine.name()),
                    "nodes: 64, or nodes: 32..64");
        }
        if (box == null || shape == null) {
            return wish;
        }
        int whole = box.nodes() - spares;
        if (whole < 1 || wish != null && (whole < wish.least() || whole > wish.most())) {
            issues.add(
                    shape,
                    "a box of %,d nodes%s is not %s."
                            .formatted(
                                    box.nodes(),
                                    spares == 0 ? "" : ", %d of them in reserve,".formatted(spares),
                                    wish == null ? "enough" : wish.at().says()),
                    "leave 'nodes' out.");
            return null;
        }
        return new NodesWish(wish == null ? shape : wish.at(), whole, whole);
    }
}
