package dandori.catalogue;

import dandori.machine.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema of machine files, made of the declarations by which they are read, so that an
 * editor says what the reader would say. What keys have to do with each other only the reader
 * knows.
 */
public final class MachineSchema {

    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

    private MachineSchema() {}

    /** The schema as maps, lists and texts, of the draft 2020-12. */
    public static Map<String, Object> tree() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (String key : MachineSections.MACHINE.otherNames()) {
            properties.put(key, described(top(key), MachineSections.MACHINE.sentenceOf(key)));
            if (MachineSections.MACHINE.isRequired(key)) {
                required.add(key);
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        tree.put("title", "A machine file of Dandori");
        tree.putAll(closed(properties, required));
        tree.put("$defs", definitions());
        return tree;
    }

    private static Map<String, Object> top(String key) {
        return switch (key) {
            case "unit" -> Map.of("enum", List.of("node", "accelerator", "processor"));
            case "sources" -> named(Map.of("type", "string"));
            case "totals" -> section(MachineSections.TOTALS, Map.of());
            case "nodeTypes" ->
                    named(
                            section(
                                    MachineSections.NODE_TYPE,
                                    Map.of(
                                            "accelerator",
                                            section(MachineSections.ACCELERATOR, Map.of()))));
            case "interconnect" ->
                    Map.of(
                            "oneOf",
                            WiringSections.kinds().stream().map(MachineSchema::wiring).toList());
            case "pools" -> named(section(MachineSections.POOL, Map.of()));
            case "partitions" -> named(partition());
            case "maintenance" -> list(maintenance());
            case "storage" -> section(MachineSections.STORAGE, Map.of());
            case "site" -> section(MachineSections.SITE, Map.of());
            case "prices" -> section(MachineSections.PRICES, Map.of());
            case "reliability" -> section(MachineSections.RELIABILITY, Map.of());
            case "measured" -> section(MachineSections.MEASURED, Map.of());
            case "calibration" -> section(MachineSections.CALIBRATION, Map.of());
            default -> Map.of("type", "string");
        };
    }

    private static Map<String, Object> wiring(String kind) {
        Map<String, Map<String, Object>> others = new LinkedHashMap<>();
        others.put("kind", Map.of("const", kind));
        others.put("axes", named(section(WiringSections.AXIS, Map.of())));
        others.put("numbering", list(Map.of("type", "string")));
        others.put("levels", list(section(WiringSections.LEVEL, Map.of())));
        others.put("file", Map.of("type", "string"));
        return section(WiringSections.ofKind(kind), others);
    }

    private static Map<String, Object> partition() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> duration = value(Dimension.DURATION);
        Map<String, Map<String, Object>> window = new LinkedHashMap<>();
        window.put("nth", number("integer", 1, 4));
        window.put("day", text);
        window.put("plusDays", number("integer", 0, 27));
        window.put("at", pattern("^[0-2][0-9]:[0-5][0-9]$"));
        window.put("length", duration);
        window.put("starts", duration);
        window.put("certainty", ref("certainty"));
        window.put("source", text);
        window.put("note", text);
        return section(
                MachineSections.PARTITION,
                Map.of("pool", text, "windows", list(section(MachineSections.WINDOW, window))));
    }

    private static Map<String, Object> maintenance() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> date =
                pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*(Z|[-+][0-9:]+|\\])$");
        Map<String, Map<String, Object>> keys = new LinkedHashMap<>();
        keys.put("from", date);
        keys.put("to", date);
        keys.put("nodes", number("integer", 1, Integer.MAX_VALUE));
        keys.put("pool", text);
        keys.put("certainty", ref("certainty"));
        keys.put("source", text);
        keys.put("note", text);
        return section(MachineSections.MAINTENANCE, keys);
    }

    /** The schema of a section: its facts, and the given schemas of what else it has. */
    private static Map<String, Object> section(
            FactSection section, Map<String, Map<String, Object>> others) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (String other : section.otherNames()) {
            Map<String, Object> schema = others.getOrDefault(other, Map.of());
            properties.put(other, described(schema, section.sentenceOf(other)));
            if (section.isRequired(other)) {
                required.add(other);
            }
        }
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        for (FactKey fact : section.facts()) {
            Map<String, Object> schema = described(ref(name(fact.dimension())), fact.sentence());
            int dot = fact.name().indexOf('.');
            if (dot > 0) {
                groups.computeIfAbsent(
                                fact.name().substring(0, dot), group -> new LinkedHashMap<>())
                        .put(fact.name().substring(dot + 1), schema);
            } else {
                properties.put(fact.name(), schema);
            }
            if (fact.isRequired()) {
                required.add(fact.name());
            }
        }
        groups.forEach((group, facts) ->
                properties.put(group, closed(new LinkedHashMap<>(facts), List.of())));
        return closed(properties, required);
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put(
                "certainty",
                Map.of("enum", Stream.of(Certainty.values()).map(Certainty::text).toList()));
        definitions.put("source", pattern("[^ ]"));
        definitions.put("note", Map.of("type", List.of("string", "number")));
        for (Dimension dimension : Dimension.values()) {
            definitions.put(name(dimension), fact(dimension));
        }
        return definitions;
    }

    private static Map<String, Object> fact(Dimension dimension) {
        List<Object> items =
                List.of(value(dimension), ref("certainty"), ref("source"), ref("note"));
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("type", "array");
        brief.put("prefixItems", items);
        brief.put("minItems", 3);
        brief.put("maxItems", 4);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("value", items.get(0));
        properties.put("certainty", items.get(1));
        properties.put("source", items.get(2));
        properties.put("note", items.get(3));
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("title", dimension.words());
        fact.put(
                "oneOf",
                List.of(brief, closed(properties, List.of("value", "certainty", "source"))));
        return fact;
    }

    private static Map<String, Object> value(Dimension dimension) {
        String units = String.join("|", dimension.units()).replace("/", "\\/");
        return switch (dimension) {
            case COUNT -> number("integer", 0, Integer.MAX_VALUE);
            case RATE -> number("number", 0, Integer.MAX_VALUE);
            case RATIO ->
                    Map.of(
                            "anyOf",
                            List.of(
                                    number("number", 0, Integer.MAX_VALUE),
                                    pattern("^" + NUMBER + " ?%$")));
            case DURATION -> pattern("^(" + NUMBER + " ?(" + units + ") ?)+$");
            case FLAG -> Map.of("type", "boolean");
            case DATE ->
                    Map.of(
                            "anyOf",
                            List.of(
                                    Map.of("type", "integer"),
                                    pattern("^[0-9]{4}(-[0-9]{2}){0,2}$")));
            case TEXT, NODES -> Map.of("type", List.of("string", "number"));
            default -> pattern("^" + NUMBER + " ?(" + units + ")$");
        };
    }

    private static Map<String, Object> number(String type, int least, int most) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", type);
        number.put("minimum", least);
        number.put("maximum", most);
        return number;
    }

    private static Map<String, Object> pattern(String pattern) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        text.put("pattern", pattern);
        return text;
    }

    private static String name(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> ref(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String sentence) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("description", sentence);
        described.putAll(schema);
        return described;
    }

    private static Map<String, Object> named(Map<String, Object> schema) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("type", "object");
        named.put("minProperties", 1);
        named.put("additionalProperties", schema);
        return named;
    }

    private static Map<String, Object> list(Map<String, Object> schema) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("minItems", 1);
        list.put("items", schema);
        return list;
    }

    private static Map<String, Object> closed(
            Map<String, Object> properties, List<String> required) {
        Map<String, Object> closed = new LinkedHashMap<>();
        closed.put("type", "object");
        closed.put("properties", properties);
        if (!required.isEmpty()) {
            closed.put("required", required);
        }
        closed.put("additionalProperties", false);
        return closed;
    }
}
