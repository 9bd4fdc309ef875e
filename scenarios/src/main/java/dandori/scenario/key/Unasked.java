package dandori.scenario.key;

import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Sequence;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks what nobody has asked for while a file was read: values that another key makes idle, such
 * as how a model is spread whose steps were measured. What is wrong with them is told all the same,
 * so that no typo waits for the day on which they matter.
 */
public final class Unasked {

    private static final Pattern STEP = Pattern.compile("[.\\[]");

    private final Issues issues;
    private final Set<String> told = new HashSet<>();

    private Unasked(Issues issues) {
        this.issues = issues;
        for (Issue issue : issues.list()) {
            Matcher step = STEP.matcher(issue.path());
            while (step.find()) {
                told.add(issue.path().substring(0, step.start()));
            }
            told.add(issue.path());
        }
    }

    /**
     * Checks a file of which everything else has been read.
     *
     * @param root its root
     * @param issues what is wrong with it so far; nothing is added about places named there
     */
    public static void check(Node root, Issues issues) {
        if (root instanceof Mapping && !issues.isFull()) {
            new Unasked(issues).section(Sections.SCENARIO, root);
        }
    }

    private void section(Section section, Node node) {
        Values values = Values.of(section, node, issues);
        for (Key key : section.keys()) {
            Node value = values.mapping().get(key.name());
            if (value == null) {
                continue;
            }
            if (!told.contains(value.path())) {
                ask(values, key);
            }
            switch (key.kind()) {
                case SECTION -> {
                    Section below = SectionTree.below(section, key);
                    if (below != InquirySections.SEARCH && below != InquirySections.SENSITIVITY) {
                        section(below, value); // of those two everything is always read
                    }
                }
                case SECTIONS -> {
                    if (value instanceof Mapping named) {
                        Section below = SectionTree.below(section, key);
                        named.entries().values().forEach(one -> section(below, one));
                    }
                }
                case LIST -> {
                    if (value instanceof Sequence list) {
                        Section below = SectionTree.below(section, key);
                        list.items().stream()
                                .filter(Mapping.class::isInstance) // else the name of a machine
                                .forEach(one -> section(below, one));
                    }
                }
                default -> {}
            }
        }
    }

    /** Asks for a value, so that it is checked. */
    private static void ask(Values values, Key key) {
        String name = key.name();
        if (values.isWord(name)) {
            return;
        }
        switch (key.kind()) {
            case TEXT, FILE -> values.text(name);
            case NAME -> values.name(name);
            case CHOICE -> values.word(name);
            case COUNT -> values.count(name);
            case NUMBER -> values.number(name);
            case FRACTION -> values.fraction(name);
            case DURATION -> values.millis(name);
            case DATE -> values.date(name);
            case MOMENT -> values.moment(name);
            case FLAG -> values.flag(name);
            case SEEDS -> values.seeds(name);
            case NAMES, WORDS -> values.names(name);
            case TERMS -> values.terms(name);
            case NUMBERS -> values.numbers(name);
            case SECTIONS -> values.sections(name);
            case LIST -> values.items(name);
            case ROW -> values.row(name);
            case SECTION, PART, PAIRS -> {} // always read, or by their own section
        }
    }
}
