package dandori.scenario.sweep;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands at each path of a file that is no mapping and no list; of parts with options, what
 * they use; without inquiries.
 */
final class Leaves {

    private Leaves() {}

    /** Those of a file; none, and an issue, if it cannot be read: it may be too long. */
    static Map<String, String> of(byte[] text, Issues issues) {
        Node root = TreeReader.read(text, issues);
        return root == null ? Map.of() : of(root);
    }

    /** Those of a tree. */
    static Map<String, String> of(Node root) {
        Map<String, String> leaves = new LinkedHashMap<>();
        gather(root, leaves);
        for (String inquiry : SweepFinder.INQUIRIES) {
            leaves.keySet().removeIf(place -> place.startsWith(inquiry + "."));
        }
        return leaves;
    }

    private static void gather(Node node, Map<String, String> leaves) {
        if (node instanceof Scalar scalar) {
            leaves.put(scalar.path(), scalar.text());
        } else if (node instanceof Mapping mapping) {
            if (mapping.get("use") instanceof Scalar part) {
                leaves.put(mapping.path(), part.text());
            }
            mapping.entries().values().forEach(one -> gather(one, leaves));
        } else if (node instanceof Sequence list) {
            list.items().forEach(one -> gather(one, leaves));
        }
    }
}
