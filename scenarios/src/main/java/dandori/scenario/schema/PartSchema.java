package dandori.scenario.schema;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.spi.Option;
import dandori.policy.spi.PartProvider;
import dandori.scenario.KnownParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What parts of policies look like: a word, or a mapping with their options. */
final class PartSchema {

    /** The kind of part behind each key. */
    private static final Map<String, Class<?>> KINDS =
            Map.of(
                    "order", Order.class,
                    "backfill", Backfill.class,
                    "placement", Placement.class,
                    "routing", RoutingRule.class,
                    "admission", Admission.class,
                    "preemption", Preemption.class);

    private static final Set<String> MAY_BE_NONE = Set.of("admission", "preemption");

    private PartSchema() {}

    /** The schema of the part behind a key. */
    static Map<String, Object> of(String key, KnownParts known) {
        Class<?> kind =
                Objects.requireNonNull(KINDS.get(key), "there is no kind of part '" + key + "'");
        List<PartProvider<?>> providers =
                known.providers().stream().filter(one -> one.part() == kind).toList();
        List<Map<String, Object>> ways = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> shortForms = new ArrayList<>();
        for (PartProvider<?> provider : providers) {
            words.add(provider.name());
            if (!provider.options().isEmpty()) {
                shortForms.add(provider.name());
            }
        }
        if (key.equals("backfill")) {
            words.add("clairvoyant");
        }
        if (MAY_BE_NONE.contains(key)) {
            words.add("none");
        }
        ways.add(Shapes.words(words));
        if (!shortForms.isEmpty()) {
            ways.add(Shapes.pattern(shortForm(shortForms)));
        }
        for (PartProvider<?> provider : providers) {
            ways.add(mapping(provider, provider.name(), true));
            if (!provider.options().isEmpty()) {
                ways.add(mapping(provider, provider.name(), false));
            }
        }
        return Shapes.any(ways);
    }

    private static String shortForm(List<String> names) {
        List<String> escaped =
                names.stream().map(name -> name.replaceAll("[^A-Za-z0-9:_-]", "\\\\$0")).toList();
        return "^(" + String.join("|", escaped) + ") *:.+$";
    }

    /** {@code use} and the options; in the short form, the first option stands behind the name. */
    private static Map<String, Object> mapping(
            PartProvider<?> provider, String name, boolean isPlain) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> use =
                isPlain ? Shapes.of("const", name) : Shapes.pattern(shortForm(List.of(name)));
        use.put("description", provider.says());
        properties.put("use", use);
        List<Option> options = provider.options();
        List<String> required = new ArrayList<>(List.of("use"));
        required.addAll(
                options(isPlain ? options : options.subList(1, options.size()), properties));
        return Shapes.closed(properties, required);
    }

    /**
     * Puts options beside other keys.
     *
     * @return the names of those that must be given
     */
    static List<String> options(List<Option> options, Map<String, Object> properties) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Option option : options) {
            int dot = option.name().indexOf('.');
            String name = dot < 0 ? option.name() : option.name().substring(0, dot);
            if (dot < 0) {
                properties.put(name, value(option));
            } else {
                groups.computeIfAbsent(name, group -> new ArrayList<>())
                        .add(
                                new Option(
                                        option.name().substring(dot + 1),
                                        option.kind(),
                                        option.defaultText(),
                                        option.least(),
                                        option.most(),
                                        option.sentence()));
            }
            if (option.defaultText() == null && !required.contains(name)) {
                required.add(name);
            }
        }
        groups.forEach((name, its) -> {
            Map<String, Object> inner = new LinkedHashMap<>();
            List<String> needed = options(its, inner);
            properties.put(name, Shapes.closed(inner, needed));
        });
        return required;
    }

    private static Map<String, Object> value(Option option) {
        List<Map<String, Object>> ways = new ArrayList<>();
        switch (option.kind()) {
            case COUNT -> {
                ways.add(Shapes.number("integer", option.least(), option.most()));
                if (option.most() >= Integer.MAX_VALUE) {
                    ways.add(Map.of("const", "unlimited"));
                }
            }
            case NUMBER -> ways.add(Shapes.number("number", option.least(), option.most()));
            case DURATION -> ways.addAll(KeySchema.durations());
            case FLAG -> ways.add(Map.of("type", "boolean"));
        }
        ways.add(Shapes.ref(ScenarioSchema.SWEEP));
        return KeySchema.described(option.sentence(), option.defaultText(), Shapes.any(ways));
    }
}
