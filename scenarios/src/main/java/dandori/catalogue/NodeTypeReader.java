package dandori.catalogue;

import dandori.machine.Accelerator;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.NodeType;
import dandori.scenario.key.Branches;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the types of nodes. */
final class NodeTypeReader {

    private final FactReader facts;
    private final Issues issues;

    NodeTypeReader(FactReader facts, Issues issues) {
        this.facts = facts;
        this.issues = issues;
    }

    /** The types of a machine file, in its order. */
    Map<String, NodeType> types(Mapping root) {
        Map<String, NodeType> types = new LinkedHashMap<>();
        Branches.sections(root.get("nodeTypes"), issues)
                .forEach((name, node) -> types.put(name, type(name, node)));
        return types;
    }

    private NodeType type(String name, Node node) {
        Facts known = facts.facts(MachineSections.NODE_TYPE, node);
        Node below = node instanceof Mapping mapping ? mapping.get("accelerator") : null;
        Fact count = known.fact("count");
        return new NodeType(
                name, count == null ? 1 : (int) count.value(), known, accelerator(below));
    }

    private @Nullable Accelerator accelerator(@Nullable Node node) {
        return node == null
                ? null
                : new Accelerator(facts.facts(MachineSections.ACCELERATOR, node));
    }
}
