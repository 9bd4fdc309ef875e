package dandori.catalogue;

import dandori.machine.Fact;
import dandori.machine.Recurrence;
import dandori.scenario.key.Branches;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads when a resource group is open. */
final class WindowReader {

    private static final List<String> DAYS =
            Stream.of(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
    private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th");

    private static final FactKey BASIS = FactKey.of("windows", Dimension.TEXT, "When it is open.");

    private final FactReader facts;
    private final Issues issues;

    WindowReader(FactReader facts, Issues issues) {
        this.facts = facts;
        this.issues = issues;
    }

    /** A window, and the fact that it is. */
    record Window(Recurrence rule, Fact fact) {}

    /** The windows of a list; none where there is no list. */
    List<Window> windows(@Nullable Node node) {
        List<Window> windows = new ArrayList<>();
        for (Node item : Branches.items(node, issues)) {
            Window window = window(item);
            if (window != null) {
                windows.add(window);
            }
        }
        return windows;
    }

    private @Nullable Window window(Node node) {
        int before = issues.count();
        facts.facts(MachineSections.WINDOW, node);
        if (!(node instanceof Mapping mapping)) {
            return null;
        }
        FactReader.Basis basis = facts.basis(BASIS, mapping);
        int nth = count(mapping, "nth", 1, 4);
        int plusDays = mapping.get("plusDays") == null ? 0 : count(mapping, "plusDays", 0, 27);
        DayOfWeek day = day(mapping.entries().get("day"));
        LocalTime at = time(mapping.entries().get("at"));
        int beforeLength = issues.count();
        long length = millis(mapping, "length");
        Node startsNode = mapping.get("starts");
        long starts = startsNode == null ? length : millis(mapping, "starts");
        boolean areKnown = issues.count() == beforeLength && mapping.get("length") != null;
        if (startsNode != null && areKnown && starts > length) {
            issues.add(
                    startsNode,
                    "jobs may start for %s, longer than it is open (%s)."
                            .formatted(Units.duration(starts), Units.duration(length)),
                    null);
        }
        if (basis == null || day == null || at == null || issues.count() > before) {
            return null;
        }
        Recurrence rule = new Recurrence(nth, day, plusDays, at, length, starts);
        return new Window(
                rule,
                new Fact(
                        text(rule),
                        Double.NaN,
                        "",
                        basis.certainty(),
                        basis.sources(),
                        basis.note()));
    }

    /** A rule in words: {@code 3rd Tuesday + 3 d, 15:00, 4d12h (starts 4d)}. */
    private static String text(Recurrence rule) {
        String starts =
                rule.startsMillis() == rule.lengthMillis()
                        ? ""
                        : " (starts for " + Units.duration(rule.startsMillis()) + ")";
        return "%s %s%s, %s, for %s%s"
                .formatted(
                        ORDINALS.get(rule.nth() - 1),
                        rule.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        rule.plusDays() == 0 ? "" : " + " + rule.plusDays() + " d",
                        rule.at(),
                        Units.duration(rule.lengthMillis()),
                        starts);
    }

    private int count(Mapping mapping, String key, int least, int most) {
        Node node = mapping.entries().get(key);
        OptionalLong count =
                node == null ? OptionalLong.empty() : Scalars.count(node, least, most, issues);
        return (int) count.orElse(least);
    }

    private long millis(Mapping mapping, String key) {
        Node node = mapping.entries().get(key);
        OptionalLong millis =
                node == null
                        ? OptionalLong.empty()
                        : Scalars.millis(node, 1, Double.POSITIVE_INFINITY, issues);
        return millis.orElse(1);
    }

    private @Nullable DayOfWeek day(@Nullable Node node) {
        String word = node == null ? null : Scalars.word(node, DAYS, issues);
        return word == null ? null : DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private @Nullable LocalTime time(@Nullable Node node) {
        String text = node == null ? null : Scalars.text(node, issues);
        if (text != null && text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            return LocalTime.parse(text);
        }
        if (node != null && text != null) {
            issues.add(node, "must be a time of day, but is '" + text + "'.", "\"15:00\"");
        }
        return null;
    }
}
