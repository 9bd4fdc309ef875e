package dandori.scenario.key;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands below a key: named sections, or a list of them. */
public final class Branches {

    private Branches() {}

    /** The sections behind names; none, and an issue, where there are none. */
    public static Map<String, Node> sections(@Nullable Node node, Issues issues) {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof Mapping named) || named.entries().isEmpty()) {
            issues.add(node, "must name at least one, but is " + node.says() + ".", null);
            return Map.of();
        }
        Map<String, Node> sections = new LinkedHashMap<>();
        named.entries()
                .forEach((name, below) -> {
                    if (!Scalars.isName(name)) {
                        issues.add(
                                below,
                                "'"
                                        + name
                                        + "' must be a name of letters, digits, '-', '_' or '+'.",
                                null);
                    }
                    sections.put(name, below);
                });
        return sections;
    }

    /** The items of a list of at least one; none, and an issue, where it is none. */
    public static List<Node> items(@Nullable Node node, Issues issues) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            issues.add(node, "must be a list of at least one, but is " + node.says() + ".", null);
            return List.of();
        }
        return list.items();
    }
}
