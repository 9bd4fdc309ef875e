package dandori.scenario;

import dandori.generate.Generators;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.spi.Option;
import dandori.scenario.Mutant.Change;
import dandori.scenario.key.Key;
import dandori.scenario.key.Kind;
import dandori.scenario.key.Section;
import dandori.scenario.key.SectionTree;
import dandori.scenario.key.Sections;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes each key of a scenario file in every way that makes sense for it, one at a time. */
final class Mutants {

    private static final Map<String, Class<?>> PARTS =
            Map.of(
                    "order", Order.class,
                    "backfill", Backfill.class,
                    "placement", Placement.class,
                    "routing", RoutingRule.class,
                    "admission", Admission.class,
                    "preemption", Preemption.class);

    private final String example;
    private final Node root;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(String example, Node root) {
        this.example = example;
        this.root = root;
    }

    /** All mutants of a file. */
    static List<Mutant> of(String example, byte[] bytes) {
        Issues issues = new Issues();
        Node root = TreeReader.read(bytes, issues);
        if (root == null || !issues.isEmpty()) {
            throw new IllegalArgumentException(example + " has " + issues.list());
        }
        Mutants all = new Mutants(example, root);
        all.section(Sections.SCENARIO, root);
        return all.mutants;
    }

    private void section(Section section, Node node) {
        if (!(node instanceof Mapping mapping)) {
            return; // the name of a venue
        }
        for (Key key : section.keys()) {
            Node value = mapping.get(key.name());
            if (value != null) {
                change(section.place(), key, value);
                descend(section, key, value);
            }
        }
        if (section.isOpen()) {
            Node model = mapping.get("model");
            String name = model instanceof Scalar scalar ? scalar.text() : "daily-cycle";
            options(Generators.named(name).orElseThrow().options(), mapping, "", "model " + name);
        }
    }

    private void descend(Section section, Key key, Node value) {
        if (key.kind() == Kind.SECTION) {
            section(SectionTree.below(section, key), value);
        } else if (key.kind() == Kind.SECTIONS && value instanceof Mapping named) {
            named.entries().values().forEach(one -> section(SectionTree.below(section, key), one));
        } else if (key.kind() == Kind.LIST && value instanceof Sequence list) {
            list.items().forEach(one -> section(SectionTree.below(section, key), one));
        } else if (key.kind() == Kind.PART && value instanceof Mapping part) {
            part(key, part);
        }
    }

    private void part(Key key, Mapping part) {
        if (part.get("use") instanceof Scalar use) {
            Class<?> kind = PARTS.get(key.name());
            Reading.PARTS
                    .nameIn(kind, use.text())
                    .flatMap(name -> Reading.PARTS.named(kind, name))
                    .ifPresent(it -> options(it.options(), part, "", key.name() + " " + it.name()));
        } else {
            part.entries().values().stream()
                    .filter(Mapping.class::isInstance)
                    .forEach(one -> part(key, (Mapping) one));
        }
    }

    private void options(List<Option> options, Mapping mapping, String prefix, String owner) {
        mapping.entries()
                .forEach((name, value) -> {
                    for (Option option : options) {
                        if (option.name().equals(prefix + name)) {
                            change(owner, key(name, option), value);
                        }
                    }
                    boolean isGroup =
                            options.stream()
                                    .anyMatch(one -> one.name().startsWith(prefix + name + "."));
                    if (isGroup && value instanceof Mapping group) {
                        options(options, group, prefix + name + ".", owner);
                    }
                });
    }

    private static Key key(String name, Option option) {
        Kind kind = Kind.valueOf(option.kind().name());
        Key key =
                Key.of(name, kind, option.sentence()).atLeast(option.least()).atMost(option.most());
        return option.defaultText() == null ? key.required() : key.or(option.defaultText());
    }

    private void change(String owner, Key key, Node value) {
        String was = MutantText.inLine(value);
        add(owner, Change.DROPPED, key, value, List.of());
        if (key.defaultText() != null) {
            String text = key.defaultText();
            put(owner, Change.DEFAULTED, key, value, text.isEmpty() ? "''" : text);
        }
        add(
                owner,
                Change.DOUBLED,
                key,
                value,
                List.of(Map.entry(key.name(), was), Map.entry(key.name(), was)));
        for (String wrong : misspelled(key.name())) {
            add(owner, Change.MISSPELLED, key, value, List.of(Map.entry(wrong, was)));
        }
        for (String wrong : wrong(key)) {
            put(owner, Change.WRONG_TYPE, key, value, wrong);
        }
        put(owner, Change.EMPTY, key, value, "");
        for (String wrong : outOfRange(key)) {
            put(owner, Change.OUT_OF_RANGE, key, value, wrong);
        }
        if (key.kind() == Kind.DURATION) {
            put(owner, Change.WRONG_UNIT, key, value, "30");
            put(owner, Change.WRONG_UNIT, key, value, "30 parsecs");
            put(owner, Change.WRONG_UNIT, key, value, "1min 2h");
        }
        if (key.kind() == Kind.NAME && !List.of("scenario", "name").contains(key.name())) {
            put(owner, Change.NOBODY, key, value, "nobody-of-that-name");
        }
        if (key.kind() == Kind.NAMES) {
            put(owner, Change.NOBODY, key, value, "[nobody-of-that-name]");
        }
    }

    private void put(String owner, Change change, Key key, Node value, String instead) {
        add(owner, change, key, value, List.of(Map.entry(key.name(), instead)));
    }

    private void add(
            String owner,
            Change change,
            Key key,
            Node value,
            List<Map.Entry<String, String>> instead) {
        MutantText writer = new MutantText(value.path(), instead);
        String text = writer.of(root);
        String said = instead.isEmpty() ? key.name() : instead.get(0).getKey();
        mutants.add(
                new Mutant(
                        example, change, owner, value.path(), key, said, text, writer.changed()));
    }

    /** Ways to misspell a name: two letters swapped, one lost, one twice. */
    private static Set<String> misspelled(String name) {
        int middle = name.length() / 2;
        Set<String> wrong = new LinkedHashSet<>();
        wrong.add(
                name.substring(0, middle - 1)
                        + name.charAt(middle)
                        + name.charAt(middle - 1)
                        + name.substring(middle + 1));
        wrong.add(name.substring(0, middle) + name.substring(middle + 1));
        wrong.add(name.substring(0, middle) + name.charAt(middle) + name.substring(middle));
        wrong.remove(name);
        return wrong;
    }

    /** Values that are not of the key's kind. */
    private static List<String> wrong(Key key) {
        List<String> wrong = new ArrayList<>();
        switch (key.kind()) {
            case SECTION, TERMS, NUMBERS, PAIRS ->
                    wrong.addAll(List.of("7", "true", "word", "[1]"));
            case SECTIONS -> wrong.addAll(List.of("7", "word", "[{}]", "{}"));
            case LIST, NAMES, WORDS -> wrong.addAll(List.of("7", "{a: 1}", "[[1]]", "[]"));
            case ROW -> wrong.addAll(List.of("7", "word", "{a: 1}", "[[1]]"));
            case COUNT, NUMBER, FRACTION ->
                    wrong.addAll(List.of("word", "true", "'3'", "[3]", "{a: 3}", "3 GB"));
            case FLAG -> wrong.addAll(List.of("yes", "1", "'true'", "[true]", "{a: 1}"));
            case DURATION, DATE, MOMENT ->
                    wrong.addAll(List.of("word", "true", "[1h]", "{a: 1}", "2026-04-01"));
            case SEEDS -> wrong.addAll(List.of("word", "{a: 1}", "-1", "1.5", "5..1", "[[1]]"));
            case CHOICE -> wrong.addAll(List.of("wrod", "7", "true", "[word]", "{a: 1}"));
            case TEXT, FILE, NAME -> wrong.addAll(List.of("[word]", "{a: 1}"));
            case PART -> wrong.addAll(List.of("7", "wrod", "[fcfs]", "{uses: fcfs}", "{}"));
        }
        return wrong;
    }

    /** Numbers beyond the bounds that the key declares. */
    private static List<String> outOfRange(Key key) {
        List<String> wrong = new ArrayList<>();
        boolean isNumber = key.kind() == Kind.COUNT || key.kind() == Kind.NUMBER;
        if (isNumber && key.least() > -1e300) {
            wrong.add(key.least() == 0 || key.least() == 1 ? "-1" : "-1e15");
        }
        if (isNumber && key.most() < 1e300) {
            wrong.add("1e299");
        }
        if (key.kind() == Kind.FRACTION) {
            wrong.addAll(List.of("1.01", "-0.1", "101 %", "-1 %"));
        }
        if (key.kind() == Kind.DURATION) {
            wrong.addAll(List.of("-1h", "999999999999y"));
        }
        return wrong;
    }
}
