package dandori.scenario.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes as plain maps, lists, texts, numbers and booleans; nothing becomes an empty text. */
public final class PlainTree {

    private PlainTree() {}

    /** The value of a node. */
    public static Object of(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, Object> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, below) -> entries.put(key, of(below)));
            return entries;
        }
        if (node instanceof Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(of(item)));
            return items;
        }
        Scalar scalar = (Scalar) node;
        return switch (scalar.type()) {
            case NUMBER -> new BigDecimal(scalar.text());
            case FLAG -> Boolean.parseBoolean(scalar.text());
            case TEXT -> scalar.text();
            case NOTHING -> "";
        };
    }
}
