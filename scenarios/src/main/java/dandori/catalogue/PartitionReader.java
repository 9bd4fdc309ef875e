package dandori.catalogue;

import dandori.job.ShapeMode;
import dandori.machine.Calendar;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one resource group. */
final class PartitionReader {

    private static final List<String> MODES =
            Stream.of(ShapeMode.values()).map(ShapeMode::text).toList();
    private static final List<String> BEGINNINGS = List.of("drain", "kill", "requeue");

    private final FactReader facts;
    private final WindowReader windows;
    private final Issues issues;
    private final Map<String, Facts> known = new LinkedHashMap<>();

    PartitionReader(FactReader facts, Issues issues) {
        this.facts = facts;
        this.windows = new WindowReader(facts, issues);
        this.issues = issues;
    }

    /** The facts behind a group that has been read. */
    Facts factsOf(String name) {
        return known.getOrDefault(name, Facts.NONE);
    }

    /**
     * The group; null, and issues, if it cannot be.
     *
     * @param pool the pool that it is a view of; null if that is not known
     */
    @Nullable Partition partition(String name, Node node, @Nullable Pool pool) {
        int before = issues.count();
        Facts given = facts.facts(MachineSections.PARTITION, node);
        Map<String, Fact> all = new LinkedHashMap<>(given.all());
        List<WindowReader.Window> openings =
                node instanceof Mapping mapping
                        ? windows.windows(mapping.get("windows"))
                        : List.of();
        for (int i = 0; i < openings.size(); i++) {
            String key = "windows" + (openings.size() > 1 ? "[" + i + "]" : "");
            all.put(key, openings.get(i).fact());
        }
        known.put(name, new Facts(all));
        Set<ShapeMode> shapes = shapes(given, node);
        Calendar.OnBegin onBegin = onBegin(given, node);
        NodeSet mask = mask(given, node, pool);
        int least = (int) given.value("minNodes").orElse(1);
        int most = (int) given.value("maxNodes").orElse(1);
        checkSizes(node, least, given.fact("maxNodes") == null ? least : most, mask);
        if (pool == null || issues.count() > before) {
            return null;
        }
        boolean isExclusive = given.text("exclusive").equals("true");
        Calendar calendar =
                openings.isEmpty()
                        ? Calendar.ALWAYS
                        : new Calendar(
                                openings.stream().map(WindowReader.Window::rule).toList(),
                                isExclusive,
                                onBegin);
        return new Partition(
                name,
                mask,
                least,
                most,
                (long) given.value("maxWalltime").orElse(1),
                shapes,
                (int) given.value("tier").orElse(0),
                calendar,
                given.fact("guaranteed") == null
                        ? Tenure.WHOLE
                        : new Tenure((long) given.value("guaranteed").orElse(0)),
                given.text("byName").equals("true"));
    }

    /** The nodes of the group; none if they are not known. */
    private NodeSet mask(Facts given, Node node, @Nullable Pool pool) {
        Fact fact = given.fact("nodes");
        boolean isSaid = node instanceof Mapping mapping && mapping.get("nodes") != null;
        NodeSet mask = fact == null ? NodeSet.EMPTY : Words.nodes(fact.text());
        if (pool == null || (isSaid && mask.size() == 0)) {
            return mask;
        }
        int last = pool.firstNode() + pool.nodes() - 1;
        if (!isSaid) {
            return NodeSet.range(pool.firstNode(), last);
        }
        if (mask.first(0) < pool.firstNode() || mask.last(mask.intervalCount() - 1) > last) {
            issues.add(
                    Node.below(node.path(), "nodes"),
                    lineOf(node, "nodes"),
                    "%s is not all in pool '%s' (%d-%d)."
                            .formatted(mask, pool.name(), pool.firstNode(), last),
                    null);
        }
        return mask;
    }

    private void checkSizes(Node node, int least, int most, NodeSet mask) {
        if (most < least) {
            issues.add(
                    Node.below(node.path(), "maxNodes"),
                    lineOf(node, "maxNodes"),
                    "is %d, fewer than minNodes (%d).".formatted(most, least),
                    null);
        } else if (mask.size() > 0 && most > mask.size()) {
            issues.add(
                    Node.below(node.path(), "maxNodes"),
                    lineOf(node, "maxNodes"),
                    "is %d, but the group has %d nodes.".formatted(most, mask.size()),
                    "at most %d.".formatted(mask.size()));
        }
    }

    private Set<ShapeMode> shapes(Facts given, Node node) {
        Set<ShapeMode> shapes = new LinkedHashSet<>();
        String text = given.text("shapes");
        for (String word : text.isEmpty() ? List.<String>of() : List.of(text.split("[ ,]+"))) {
            ShapeMode mode = ShapeMode.named(word).orElse(null);
            if (mode == null || !shapes.add(mode)) {
                issues.add(
                        Node.below(node.path(), "shapes"),
                        lineOf(node, "shapes"),
                        mode == null
                                ? "there is no shape '" + word + "'."
                                : "'" + word + "' is named twice.",
                        mode == null ? NearestName.maybe(word, MODES) : null);
            }
        }
        return shapes;
    }

    private Calendar.OnBegin onBegin(Facts given, Node node) {
        String word = given.text("onBegin");
        if (word.isEmpty()) {
            return Calendar.OnBegin.DRAIN;
        }
        if (!BEGINNINGS.contains(word)) {
            issues.add(
                    Node.below(node.path(), "onBegin"),
                    lineOf(node, "onBegin"),
                    "must be one of 'drain', 'kill', 'requeue', but is '" + word + "'.",
                    NearestName.of(word, new ArrayList<>(BEGINNINGS))
                            .map(near -> "'" + near + "'.")
                            .orElse(null));
            return Calendar.OnBegin.DRAIN;
        }
        return Calendar.OnBegin.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int lineOf(Node node, String key) {
        Node below = node instanceof Mapping mapping ? mapping.get(key) : null;
        return below == null ? node.line() : below.line();
    }
}
