package dandori.scenario.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of a schema, as maps that keep their order. */
final class Shapes {

    /** What stands for any name: letters, digits, and three signs. */
    static final String NAME = "^[\\p{L}0-9][\\p{L}0-9_+-]{0,63}$";

    /** A number as text, without a sign. */
    static final String NUMBER = "[0-9]{1,30}(\\.[0-9]{0,30})?([eE][-+]?[0-9]{1,3})?";

    /** Bounds beyond which a number is none of ours. */
    private static final double LARGEST = 1e300;

    private Shapes() {}

    /** The definition of a name. */
    static Map<String, Object> ref(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    /** One of several. */
    static Map<String, Object> any(List<Map<String, Object>> schemas) {
        return schemas.size() == 1 ? schemas.get(0) : Map.of("anyOf", schemas);
    }

    /** A text of a form. */
    static Map<String, Object> pattern(String pattern) {
        return of("type", "string", "pattern", pattern);
    }

    /** One of some words. */
    static Map<String, Object> words(List<String> words) {
        return Map.of("enum", words);
    }

    /** A number from one bound to another; 0 excluded where the least is the smallest above it. */
    static Map<String, Object> number(String type, double least, double most) {
        Map<String, Object> number = of("type", type);
        if (least == Double.MIN_VALUE) {
            number.put("exclusiveMinimum", 0);
        } else if (least > -LARGEST) {
            number.put("minimum", plain(least));
        }
        if (most < LARGEST) {
            number.put("maximum", plain(most));
        }
        return number;
    }

    private static Number plain(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? (Number) (long) value : value;
    }

    /** A list of at least one. */
    static Map<String, Object> list(Map<String, Object> item) {
        return of("type", "array", "minItems", 1, "items", item);
    }

    /** Something behind each of some names, at least one. */
    static Map<String, Object> named(Map<String, Object> schema, boolean areOurs) {
        Map<String, Object> named = of("type", "object", "minProperties", 1);
        if (areOurs) {
            named.put("propertyNames", Map.of("pattern", NAME));
        }
        named.put("additionalProperties", schema);
        return named;
    }

    /** A mapping with just these keys. */
    static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        Map<String, Object> closed = of("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            closed.put("required", required);
        }
        closed.put("additionalProperties", false);
        return closed;
    }

    /** A map of names and values that stand in turn. */
    static Map<String, Object> of(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
