package dandori.catalogue;

import dandori.machine.AllocationUnit;
import dandori.machine.Facts;
import dandori.machine.NodeType;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the types of node of a machine file come to, and whether its totals agree. What was not read
 * right has been told already, and nothing is made of it.
 */
final class TypeSums {

    private final Mapping root;
    private final Map<String, NodeType> types;
    private final Issues issues;

    TypeSums(Mapping root, Map<String, NodeType> types, Issues issues) {
        this.root = root;
        this.types = types;
        this.issues = issues;
    }

    /** Compares nodes and accelerators with the totals. */
    void check(Facts totals) {
        Node node = root.get("nodeTypes");
        if (node == null || types.isEmpty()) {
            return;
        }
        compare(node, totals, "nodes", sum(type -> OptionalDouble.of(1)));
        Node all = root.get("totals") instanceof Mapping below ? below.get("accelerators") : null;
        if (all != null) {
            compare(all, totals, "accelerators", sum(this::accelerators));
        }
    }

    private void compare(Node at, Facts totals, String what, OptionalDouble sum) {
        OptionalDouble stated = totals.value(what);
        if (sum.isPresent() && stated.isPresent() && sum.getAsDouble() != stated.getAsDouble()) {
            issues.add(
                    at,
                    "the types have %.0f %s together, but 'totals.%s' is %.0f."
                            .formatted(sum.getAsDouble(), what, what, stated.getAsDouble()),
                    null);
        }
    }

    /** How many nodes all types have together; 0 if that cannot be said. */
    int nodes() {
        return types.isEmpty() ? 0 : (int) sum(type -> OptionalDouble.of(1)).orElse(0);
    }

    /** How many units of a kind all nodes have together; nothing if that cannot be said. */
    OptionalDouble units(AllocationUnit unit) {
        return sum(unit == AllocationUnit.PROCESSOR ? this::cores : this::accelerators);
    }

    /** The sum over all nodes of something that each has; nothing if it is unknown of any. */
    private OptionalDouble sum(Function<NodeType, OptionalDouble> each) {
        double sum = 0;
        for (NodeType type : types.values()) {
            OptionalDouble its = each.apply(type);
            if (type.facts().fact("count") == null || its.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += type.count() * its.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /** None where the file says nothing; unknown where it says something that cannot be read. */
    private OptionalDouble cores(NodeType type) {
        return type.cores().isEmpty() && below(type, "cores") == null
                ? OptionalDouble.of(0)
                : type.cores();
    }

    private OptionalDouble accelerators(NodeType type) {
        return type.accelerator() == null ? OptionalDouble.of(0) : type.accelerator().perNode();
    }

    private @Nullable Node below(NodeType type, String key) {
        Node named = root.get("nodeTypes") instanceof Mapping all ? all.get(type.name()) : null;
        return named instanceof Mapping its ? its.get(key) : null;
    }
}
