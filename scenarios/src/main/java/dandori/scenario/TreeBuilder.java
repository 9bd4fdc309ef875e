package dandori.scenario;

import dandori.scenario.key.Moment;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.Units;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    TreeBuilder flag(String key, boolean value) {
        return put(key, new Scalar("", 0, String.valueOf(value), Scalar.Type.FLAG));
    }

    /** Names in a list; nothing if there are none. */
    TreeBuilder names(String key, Collection<String> names) {
        return names.isEmpty() ? this : list(key, names.stream().map(TreeBuilder::ofText).toList());
    }

    /** A moment as {@code Values.moment} reads it; nothing if there is none. */
    TreeBuilder moment(String key, @Nullable Moment moment) {
        if (moment == null) {
            return this;
        }
        Long millis = moment.millis();
        return text(key, millis == null ? String.valueOf(moment.date()) : Units.duration(millis));
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
