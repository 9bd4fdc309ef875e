package dandori.scenario;

import dandori.scenario.key.Scalars;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a mapping to be written, key by key; lines and paths do not matter there. */
final class TreeBuilder {

    private final Map<String, Node> entries = new LinkedHashMap<>();

    TreeBuilder put(String key, Node node) {
        entries.put(key, node);
        return this;
    }

    TreeBuilder text(String key, String value) {
        return put(key, ofText(value));
    }

    TreeBuilder number(String key, double value) {
        return put(key, ofNumber(value));
    }

    TreeBuilder list(String key, List<Node> items) {
        return put(key, new Sequence("", 0, items));
    }

    Mapping mapping() {
        return new Mapping("", 0, entries);
    }

    static Node ofText(String value) {
        return new Scalar("", 0, value, Scalar.Type.TEXT);
    }

    static Node ofNumber(double value) {
        return new Scalar("", 0, Scalars.plain(value), Scalar.Type.NUMBER);
    }
}
