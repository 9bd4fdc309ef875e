package dandori.scenario.campaign;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.training.MemoryNeed;
import dandori.training.Parallelism;
import dandori.training.SpreadCheck;
import dandori.training.TrainingCase;
import dandori.training.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * On which numbers of nodes else the jobs of a campaign can run: those on which whole copies of the
 * model, each spread as it is, share out the sequences of a step. The step stays the same, so fewer
 * copies compute more of it each.
 */
final class VenueSizes {

    private final @Nullable Node at;
    private final @Nullable NodesWish range;
    private final Issues issues;

    VenueSizes(Values values, Issues issues) {
        this.issues = issues;
        at = values.node("elastic");
        range = at == null ? null : read(at, values);
    }

    private @Nullable NodesWish read(Node node, Values values) {
        NodesWish read = NodesWish.read(node, 1, issues);
        if (read != null && read.isFixed()) {
            issues.add(
                    node,
                    "must be a range, but is %s.".formatted(node.says()),
                    "'%d..%d', or leave it out.".formatted(read.least(), 2 * read.most()));
            return null;
        }
        for (String other : List.of("shape", "stepTime")) {
            if (values.has(other)) {
                issues.add(
                        node,
                        "jobs with '%s' cannot be elastic: it is meant for one number of nodes."
                                .formatted(other),
                        "leave '%s' or 'elastic' out.".formatted(other));
                return null;
            }
        }
        return read;
    }

    /** Whether something is said, right or wrong. */
    boolean isGiven() {
        return at != null;
    }

    /** What is said; null where nothing is, or what cannot be and has been told. */
    @Nullable NodesWish range() {
        return range;
    }

    /**
     * How the model is spread on each other number of nodes, the fewest first; none, and perhaps an
     * issue, if there are none.
     *
     * @param asked how it is spread on the nodes that jobs ask for
     * @param limits what the machine and its groups allow
     */
    List<TrainingCase> others(TrainingCase asked, VenueLimits limits, int spares) {
        Node node = at;
        if (node == null || range == null) {
            return List.of();
        }
        int nodes = nodes(asked);
        if (nodes < range.least() || nodes > range.most()) {
            issues.add(
                    node,
                    "must hold the %d nodes that jobs ask for, but is %s."
                            .formatted(nodes, node.says()),
                    "'%d..%d'."
                            .formatted(
                                    Math.min(nodes, range.least()), Math.max(nodes, range.most())));
            return List.of();
        }
        NodesWish allowed = limits.within(range, spares);
        if (allowed == null) {
            return List.of();
        }
        List<TrainingCase> all = new ArrayList<>();
        for (int count = allowed.least(); count <= allowed.most(); count++) {
            TrainingCase other = count == nodes ? null : on(count, asked);
            if (other != null) {
                all.add(other);
            }
        }
        if (all.isEmpty()) {
            issues.add(
                    node,
                    "holds no other number of nodes on which whole copies of the model (%d accelerators each) share out %d sequences."
                            .formatted(
                                    asked.parallelism().tensor() * asked.parallelism().pipeline(),
                                    asked.parallelism().globalBatch()),
                    instead(asked, limits, spares));
        }
        return tight(node, all, nodes) ? List.of() : all;
    }

    /** Whether memory does not suffice on the fewest nodes: it says so. */
    private boolean tight(Node node, List<TrainingCase> all, int asked) {
        int fitting = 0;
        while (fitting < all.size() && !MemoryNeed.of(all.get(fitting)).fits()) {
            fitting++;
        }
        if (fitting == 0) {
            return false;
        }
        MemoryNeed memory = MemoryNeed.of(all.get(0));
        int least = fitting == all.size() ? asked : nodes(all.get(fitting));
        int most = Math.max(asked, nodes(all.get(all.size() - 1)));
        issues.add(
                node,
                String.format(
                        Locale.ROOT,
                        "on %d nodes it needs %.0f GiB of memory an accelerator, which has %.0f.",
                        nodes(all.get(0)),
                        Math.ceil(memory.needsGib()),
                        memory.hasGib()),
                least == most
                        ? "leave it out."
                        : "'%d..%d'.".formatted(Math.min(least, asked), most));
        return true;
    }

    /** The nearest ranges that would do. */
    private static @Nullable String instead(TrainingCase asked, VenueLimits limits, int spares) {
        int nodes = nodes(asked);
        for (int count = nodes - 1; count > 0; count--) {
            TrainingCase other = on(count, asked);
            if (other != null && MemoryNeed.of(other).fits()) {
                return "'%d..%d'.".formatted(count, nodes);
            }
        }
        for (int count = nodes + 1; count <= limits.mostNodes(1) - spares; count++) {
            if (on(count, asked) != null) {
                return "'%d..%d'.".formatted(nodes, count);
            }
        }
        return null;
    }

    private static int nodes(TrainingCase what) {
        return (int) (what.parallelism().accelerators() / what.node().accelerators());
    }

    /** The case with as many copies as so many nodes hold; null if that cannot be. */
    private static @Nullable TrainingCase on(int nodes, TrainingCase asked) {
        Parallelism spread = asked.parallelism();
        int accelerators = Math.multiplyExact(nodes, asked.node().accelerators());
        int copy = spread.tensor() * spread.pipeline();
        int copies = accelerators / copy;
        if (copies == 0
                || accelerators % copy != 0
                || spread.globalBatch() % ((long) copies * spread.microBatch()) != 0) {
            return null;
        }
        Parallelism other = spread.withDegrees(spread.tensor(), spread.pipeline(), copies);
        Wish wish =
                new Wish(
                        other.tensor(),
                        other.pipeline(),
                        copies,
                        other.interleave(),
                        other.expert(),
                        other.sequenceParallel(),
                        other.microBatch(),
                        other.recompute(),
                        other.sharding());
        return SpreadCheck.faults(
                                asked.model(), accelerators, other.globalBatch(), wish, key -> key)
                        .isEmpty()
                ? asked.with(other)
                : null;
    }
}
