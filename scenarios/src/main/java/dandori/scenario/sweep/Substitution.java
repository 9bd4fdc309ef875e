package dandori.scenario.sweep;

import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree in which some places hold other nodes.
 *
 * @param byPath what stands at a path
 */
record Substitution(Map<String, Node> byPath) {

    /** The tree with these nodes in their places. */
    Node in(Node node) {
        Node other = byPath.get(node.path());
        if (other != null) {
            return other;
        }
        if (node instanceof Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, in(value)));
            return new Mapping(mapping.path(), mapping.line(), entries);
        }
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>();
            list.items().forEach(item -> items.add(in(item)));
            return new Sequence(list.path(), list.line(), items);
        }
        return node;
    }
}
