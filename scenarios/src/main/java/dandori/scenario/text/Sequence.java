package dandori.scenario.text;

import java.util.List;

/**
 * A list of nodes.
 *
 * @param path where it stands
 * @param line its line
 * @param items in order
 */
public record Sequence(String path, int line, List<Node> items) implements Node {

    /** Keeps the items. */
    public Sequence {
        items = List.copyOf(items);
    }

    @Override
    public String says() {
        return items.isEmpty() ? "an empty list" : "a list";
    }
}
