package dandori.scenario.schema;

import dandori.scenario.KnownParts;
import dandori.scenario.key.Key;
import dandori.scenario.key.Kind;
import dandori.scenario.key.Section;
import dandori.scenario.key.SectionTree;
import dandori.scenario.key.Sections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand behind the keys of a section. */
final class KeySchema {

    private static final String DATE =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*(Z|[-+][0-9:]+|\\])$";

    private final KnownParts parts;

    KeySchema(KnownParts parts) {
        this.parts = parts;
    }

    /** The schema of a key, with what its declaration says. */
    Map<String, Object> of(Section section, Key key) {
        return described(key.sentence(), key.defaultText(), any(section, key));
    }

    private Map<String, Object> any(Section section, Key key) {
        List<Map<String, Object>> ways = new ArrayList<>();
        boolean isWords = key.kind() == Kind.CHOICE || key.kind() == Kind.WORDS;
        if (!key.words().isEmpty() && !isWords && key.kind() != Kind.NAMES) {
            ways.add(Shapes.words(key.words()));
        }
        String place = section.place().isEmpty() ? key.name() : section.place() + "." + key.name();
        switch (key.kind()) {
            case TEXT -> {
                ways.addAll(text(TextForms.of(place)));
                if (place.equals("search.change")) {
                    ways.add(Shapes.list(Shapes.any(text(""))));
                }
            }
            case FILE -> ways.addAll(text(""));
            case NAME -> ways.addAll(name());
            case CHOICE -> ways.add(Shapes.words(key.words()));
            case COUNT -> ways.add(Shapes.number("integer", key.least(), key.most()));
            case NUMBER -> ways.add(Shapes.number("number", key.least(), key.most()));
            case FRACTION -> {
                ways.add(Shapes.number("number", 0, 1));
                ways.add(Shapes.pattern("^(100|[0-9]{1,2}(\\.[0-9]+)?) *%$"));
            }
            case DURATION -> ways.addAll(durations());
            case DATE -> ways.add(Shapes.pattern(DATE));
            case MOMENT -> {
                ways.add(Shapes.pattern(DATE));
                ways.addAll(durations());
            }
            case FLAG -> ways.add(Map.of("type", "boolean"));
            case SEEDS -> {
                ways.add(seed());
                ways.add(Shapes.list(seed()));
            }
            case PART -> ways.add(Shapes.ref(key.name()));
            default -> {
                return branch(section, key);
            }
        }
        ways.add(Shapes.ref(ScenarioSchema.SWEEP));
        return Shapes.any(ways);
    }

    /** What stands below a key that has no value of its own. */
    private static Map<String, Object> branch(Section section, Key key) {
        return switch (key.kind()) {
            case NAMES -> Shapes.list(Shapes.any(name()));
            case WORDS -> Shapes.list(Shapes.words(key.words()));
            case TERMS -> Shapes.named(Map.of("type", List.of("string", "number")), false);
            case NUMBERS ->
                    Shapes.of(
                            "type",
                            "object",
                            "additionalProperties",
                            Shapes.number("number", key.least(), key.most()));
            case ROW -> Shapes.list(Shapes.number("number", key.least(), key.most()));
            case SECTIONS -> Shapes.named(section(SectionTree.below(section, key)), true);
            case PAIRS -> Shapes.named(pair(), false);
            case LIST -> list(section, item(SectionTree.below(section, key)));
            default -> section(SectionTree.below(section, key));
        };
    }

    /** A list of sections; a search may have a single target as it is. */
    private static Map<String, Object> list(Section section, Map<String, Object> item) {
        Map<String, Object> list = Shapes.list(item);
        return section.place().equals("search") ? Shapes.any(List.of(item, list)) : list;
    }

    /** Two values. */
    private static Map<String, Object> pair() {
        Map<String, Object> pair = Shapes.list(Shapes.any(text("")));
        pair.put("minItems", 2);
        pair.put("maxItems", 2);
        return pair;
    }

    /** A section; where nothing in it is needed, it may be left empty. */
    private static Map<String, Object> section(Section below) {
        if (below.isOpen() || below.keys().stream().anyMatch(Key::isRequired)) {
            return Shapes.ref(definition(below));
        }
        return Shapes.any(List.of(Shapes.ref(definition(below)), Map.of("type", "null")));
    }

    /** An item of a list; machines of campaigns may be named alone. */
    private static Map<String, Object> item(Section below) {
        List<Map<String, Object>> ways = new ArrayList<>();
        ways.add(Shapes.ref(definition(below)));
        if (below.key("machine").isPresent() && below.place().startsWith("campaigns.")) {
            ways.addAll(name());
        }
        return Shapes.any(ways);
    }

    /** How a section is called among the definitions. */
    static String definition(Section section) {
        return section.place().replace("[N]", "");
    }

    /** The ways to write a span of time. */
    static List<Map<String, Object>> durations() {
        return List.of(Shapes.pattern(TextForms.DURATION), Map.of("const", 0));
    }

    /** Texts, which YAML may take for numbers. */
    private static List<Map<String, Object>> text(String form) {
        return form.isEmpty()
                ? List.of(Map.of("type", List.of("string", "number", "boolean")))
                : List.of(Shapes.pattern(form), Shapes.of("type", "number", "minimum", 0));
    }

    /** Names, which YAML may take for numbers. */
    private static List<Map<String, Object>> name() {
        return List.of(Shapes.pattern(Shapes.NAME), Map.of("type", List.of("integer", "boolean")));
    }

    private static Map<String, Object> seed() {
        return Shapes.any(
                List.of(
                        Shapes.number("integer", 0, 999_999_999),
                        Shapes.pattern("^[0-9]{1,9}( *\\.\\. *[0-9]{1,9})?$")));
    }

    /** A schema with a sentence, and what is taken if there is nothing. */
    static Map<String, Object> described(
            String sentence, @Nullable String defaultText, Map<String, Object> schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        boolean hasDefault = defaultText != null && !defaultText.isEmpty();
        described.put(
                "description",
                hasDefault ? sentence + " Default: `" + defaultText + "`." : sentence);
        if (schema.containsKey("$ref")) { // beside which nothing else would count
            described.put("allOf", List.of(schema));
        } else {
            described.putAll(schema);
        }
        return described;
    }

    /** The names of the kinds of parts, which have definitions. */
    static List<Key> parts() {
        List<Key> keys = new ArrayList<>();
        for (Key key : Sections.POLICY.keys()) {
            if (key.kind() == Kind.PART) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** What a part behind a key looks like. */
    Map<String, Object> part(Key key) {
        Map<String, Object> part = PartSchema.of(key.name(), parts);
        if (!key.name().equals("placement")) {
            return part;
        }
        Map<String, Object> byMachine =
                Shapes.of(
                        "type",
                        "object",
                        "minProperties",
                        1,
                        "properties",
                        Map.of("use", false),
                        "additionalProperties",
                        part);
        return Shapes.any(List.of(part, byMachine));
    }
}
