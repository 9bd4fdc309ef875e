package dandori.scenario;

import dandori.results.JsonText;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.util.List;
import java.util.Map;

/** Writes a tree as YAML, one key a line, with something else in the place of one entry. */
final class MutantText {

    private final String path;
    private final List<Map.Entry<String, String>> instead;
    private final StringBuilder text = new StringBuilder();
    private int lines;
    private int changed;

    /**
     * A writer.
     *
     * @param path the path of the entry that is replaced
     * @param instead keys and values to write in its place, values in one line of YAML
     */
    MutantText(String path, List<Map.Entry<String, String>> instead) {
        this.path = path;
        this.instead = instead;
    }

    /** The text. */
    String of(Node root) {
        below(root, "");
        return text.toString();
    }

    /** The line of the last thing that was written in place of the entry, or 0. */
    int changed() {
        return changed;
    }

    private void line(String line) {
        text.append(line).append('\n');
        lines++;
    }

    private void below(Node node, String indent) {
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach((key, value) -> entry(key, value, indent));
        } else if (node instanceof Sequence list && !list.items().isEmpty()) {
            for (Node item : list.items()) {
                if (isShort(item)) {
                    line(indent + "- " + inLine(item));
                } else {
                    line(indent + "-");
                    below(item, indent + "  ");
                }
            }
        }
    }

    private void entry(String key, Node value, String indent) {
        if (value.path().equals(path)) {
            for (Map.Entry<String, String> other : instead) {
                line(indent + key(other.getKey()) + ": " + other.getValue());
                changed = lines;
            }
        } else if (isShort(value)) {
            line(indent + key(key) + ": " + inLine(value));
        } else {
            line(indent + key(key) + ":");
            below(value, indent + "  ");
        }
    }

    private static boolean isShort(Node node) {
        return node instanceof Scalar
                || node instanceof Mapping mapping && mapping.entries().isEmpty()
                || node instanceof Sequence list && list.items().isEmpty();
    }

    /** A value in one line. */
    static String inLine(Node node) {
        if (node instanceof Mapping mapping) {
            List<String> entries =
                    mapping.entries().entrySet().stream()
                            .map(entry -> key(entry.getKey()) + ": " + inLine(entry.getValue()))
                            .toList();
            return "{" + String.join(", ", entries) + "}";
        }
        if (node instanceof Sequence list) {
            List<String> items = list.items().stream().map(MutantText::inLine).toList();
            return "[" + String.join(", ", items) + "]";
        }
        Scalar scalar = (Scalar) node;
        return scalar.type() == Scalar.Type.TEXT
                ? JsonText.of(scalar.text()).strip()
                : scalar.text();
    }

    private static String key(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9-]*") ? key : JsonText.of(key).strip();
    }
}
