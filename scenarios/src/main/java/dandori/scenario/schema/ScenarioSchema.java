package dandori.scenario.schema;

import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.scenario.KnownParts;
import dandori.scenario.key.Key;
import dandori.scenario.key.Section;
import dandori.scenario.key.Sections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of scenario files, made of the declarations by which they are read, so that an
 * editor offers the keys that there are, says what they mean, and marks what the reader would
 * refuse. What keys have to do with each other, and whether a name is anybody's, only the reader
 * knows.
 *
 * <p>It keeps to words of draft 7, which all editors know.
 */
public final class ScenarioSchema {

    /** The definition of a series of values, which may stand in place of a single one. */
    static final String SWEEP = "sweep";

    private ScenarioSchema() {}

    /**
     * The schema as maps, lists and texts.
     *
     * @param parts what policies may be made of
     */
    public static Map<String, Object> tree(KnownParts parts) {
        KeySchema keys = new KeySchema(parts);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("$schema", "http://json-schema.org/draft-07/schema#");
        tree.put("title", "A scenario of Dandori");
        tree.putAll(section(Sections.SCENARIO, keys));
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (Section section : Sections.all()) {
            if (!section.place().isEmpty()) {
                definitions.put(
                        KeySchema.definition(section),
                        section.isOpen() ? generated(section, keys) : section(section, keys));
            }
        }
        for (Key part : KeySchema.parts()) {
            definitions.put(part.name(), keys.part(part));
        }
        definitions.put(SWEEP, sweep());
        tree.put("$defs", definitions);
        return tree;
    }

    private static Map<String, Object> section(Section section, KeySchema keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        put(section, keys, properties, required);
        Map<String, Object> schema = Shapes.of("description", section.sentence());
        schema.putAll(Shapes.closed(properties, required));
        return schema;
    }

    private static void put(
            Section section,
            KeySchema keys,
            Map<String, Object> properties,
            List<String> required) {
        for (Key key : section.keys()) {
            properties.put(key.name(), keys.of(section, key));
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
    }

    /** The section of generated jobs, once for each model. */
    private static Map<String, Object> generated(Section section, KeySchema keys) {
        List<Map<String, Object>> ways = new ArrayList<>();
        for (Generator generator : Generators.all()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            put(section, keys, properties, required);
            Map<String, Object> model = Shapes.of("const", generator.name());
            model.put("description", generator.says());
            properties.put("model", model);
            String standard = section.key("model").map(Key::defaultText).orElse("");
            if (!generator.name().equals(standard)) {
                required.add("model");
            }
            required.addAll(PartSchema.options(generator.options(), properties));
            ways.add(Shapes.closed(properties, required));
        }
        Map<String, Object> schema = Shapes.of("description", section.sentence());
        schema.put("anyOf", ways);
        return schema;
    }

    private static Map<String, Object> sweep() {
        Map<String, Object> values = Shapes.of("type", "array", "minItems", 1);
        Map<String, Object> keys = Shapes.of(SWEEP, values);
        keys.put("name", Shapes.of("description", "What it is called in results."));
        keys.put("labels", Shapes.of("description", "What each value is called.", "type", "array"));
        keys.put(
                "of",
                Shapes.of(
                        "description",
                        "The sweeps on which the values depend, each with its labels.",
                        "type",
                        "object",
                        "additionalProperties",
                        values));
        Map<String, Object> schema = Shapes.of("description", "A series of values.");
        schema.putAll(Shapes.closed(keys, List.of(SWEEP)));
        return schema;
    }
}
