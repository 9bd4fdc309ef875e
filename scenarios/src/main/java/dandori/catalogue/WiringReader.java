package dandori.catalogue;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.Flat;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.Torus;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.scenario.key.Branches;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.Sequence;
import dandori.wiring.Wirings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the nodes of a machine are wired. */
final class WiringReader {

    private final FactReader facts;
    private final @Nullable Path folder;
    private final Issues issues;

    WiringReader(FactReader facts, @Nullable Path folder, Issues issues) {
        this.facts = facts;
        this.folder = folder;
        this.issues = issues;
    }

    /**
     * A wiring and the facts behind it.
     *
     * @param interconnect the wiring; null, and issues, if it cannot be
     * @param facts what is known about it, in the words of machine files
     */
    record Wiring(@Nullable Interconnect interconnect, Facts facts) {}

    /**
     * The wiring; flat where none is given.
     *
     * @param stated how many nodes the machine has by its totals; 0 if that is not known
     * @param typed the same by its types; where the two disagree, which has been told, either will
     *     do
     */
    Wiring wiring(@Nullable Node node, int stated, int typed) {
        int nodes = typed > 0 ? typed : stated;
        if (node == null) {
            return new Wiring(nodes > 0 ? new Flat(nodes) : null, Facts.NONE);
        }
        Node kindNode = node instanceof Mapping mapping ? mapping.get("kind") : null;
        String kind =
                kindNode == null ? "flat" : Scalars.word(kindNode, WiringSections.kinds(), issues);
        if (kind == null || !(node instanceof Mapping mapping)) {
            return new Wiring(null, Facts.NONE);
        }
        int before = issues.count();
        Map<String, Fact> known =
                new LinkedHashMap<>(facts.facts(WiringSections.ofKind(kind), node).all());
        List<Axis> axes = kind.equals("torus") ? axes(mapping.get("axes"), known) : List.of();
        List<Level> levels =
                kind.equals("fat-tree") ? levels(mapping.get("levels"), known) : List.of();
        List<Integer> numbering = numbering(mapping.get("numbering"), axes);
        Facts all = new Facts(known);
        boolean isRight = issues.count() == before;
        if (!isRight && numbering.size() < axes.size()) {
            numbering = numbering(null, axes); // as good as any other to look at sizes
        }
        if (!knowsSize(kind, all, axes, levels, nodes)) {
            return new Wiring(null, all);
        }
        Interconnect wired;
        try {
            wired = made(kind, mapping, all, nodes, axes, numbering, levels);
        } catch (IllegalArgumentException impossible) {
            issues.add(node, Words.inside(String.valueOf(impossible.getMessage())), null);
            return new Wiring(null, all);
        }
        if (stated > 0 && wired != null && wired.nodes() != nodes) {
            checkSize(node, wired, stated);
        }
        return new Wiring(isRight ? wired : null, all);
    }

    /** Whether enough was read right to say which nodes are wired, whatever else is wrong. */
    private static boolean knowsSize(
            String kind, Facts known, List<Axis> axes, List<Level> levels, int nodes) {
        return switch (kind) {
            case "torus" ->
                    !axes.isEmpty()
                            && axes.stream()
                                    .allMatch(axis ->
                                            known.fact("axes." + axis.name() + ".length") != null);
            case "fat-tree" -> {
                boolean isKnown = nodes > 0 && !levels.isEmpty();
                for (int i = 0; i < levels.size(); i++) {
                    isKnown &= known.fact("levels[" + i + "].fanOut") != null;
                }
                yield isKnown;
            }
            case "rail-optimized" -> nodes > 0 && hasAll(known, "rails", "nodesPerPod");
            case "dragonfly" -> hasAll(known, "groups", "routersPerGroup", "nodesPerRouter");
            case "graph" -> true;
            default -> nodes > 0;
        };
    }

    private static boolean hasAll(Facts known, String... names) {
        return Arrays.stream(names).allMatch(name -> known.fact(name) != null);
    }

    private @Nullable Interconnect made(
            String kind,
            Mapping node,
            Facts known,
            int nodes,
            List<Axis> axes,
            List<Integer> numbering,
            List<Level> levels) {
        return switch (kind) {
            case "torus" ->
                    new Torus(
                            axes,
                            count(known, "unitAxes"),
                            numbering,
                            number(known, "linkBandwidth"));
            case "fat-tree" -> fatTree(node, nodes, levels, number(known, "nodeBandwidth"));
            case "rail-optimized" ->
                    new RailOptimized(
                            nodes,
                            count(known, "rails"),
                            count(known, "nodesPerPod"),
                            number(known, "railBandwidth"),
                            number(known, "spineOversubscription"));
            case "dragonfly" ->
                    new Dragonfly(
                            count(known, "groups"),
                            count(known, "routersPerGroup"),
                            count(known, "nodesPerRouter"),
                            number(known, "nodeBandwidth"),
                            number(known, "localBandwidth"),
                            number(known, "globalBandwidth"));
            case "graph" -> graph(node.get("file"), number(known, "linkBandwidth"));
            default -> new Flat(nodes);
        };
    }

    private @Nullable Interconnect graph(@Nullable Node node, double linkBandwidth) {
        String name = node == null ? null : Scalars.text(node, issues);
        if (node == null || name == null) {
            return null;
        }
        if (folder == null) {
            issues.add(node, "a machine without a folder cannot name files.", null);
            return null;
        }
        try {
            Path file = folder.resolve(name).normalize();
            if (!Files.isRegularFile(file)) {
                issues.add(node, "there is no file '%s' in %s.".formatted(name, folder), null);
                return null;
            }
            return Wirings.read(file, linkBandwidth).from(name);
        } catch (InvalidPathException e) {
            issues.add(node, "is no path of a file: '" + name + "'.", null);
        } catch (IOException e) {
            issues.add(node, "cannot be read: " + e.getMessage() + ".", null);
        } catch (ScenarioException wrong) {
            for (Issue issue : wrong.issues()) {
                String line = issue.line() > 0 ? " (line " + issue.line() + ")" : "";
                String path = issue.path().isEmpty() ? "" : ", " + issue.path();
                issues.add(node, name + path + line + ": " + issue.message(), issue.maybe());
            }
        }
        return null;
    }

    private @Nullable FatTree fatTree(
            Node node, int nodes, List<Level> levels, double nodeBandwidth) {
        long held = 1;
        List<String> spelled = new ArrayList<>();
        List<Integer> fanOut = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (Level level : levels) {
            held = Math.min(held * level.fanOut(), Integer.MAX_VALUE);
            spelled.add(String.valueOf(level.fanOut()));
            fanOut.add(level.fanOut());
            ratios.add(level.oversubscription() == null ? 1 : level.oversubscription());
        }
        if (held < nodes) {
            String levelText = levels.size() == 1 ? "the level holds" : "the levels hold";
            String product = levels.size() == 1 ? "" : String.join(" x ", spelled) + " = ";
            issues.add(
                    node,
                    "%s %s%d nodes, but the machine has %d: no switch holds the other %d."
                            .formatted(levelText, product, held, nodes, nodes - held),
                    "a further level with fanOut %d.".formatted((nodes + held - 1) / held));
            return null;
        }
        return new FatTree(nodes, fanOut, ratios.subList(0, fanOut.size() - 1), nodeBandwidth);
    }

    private void checkSize(Node node, Interconnect wired, int nodes) {
        if (wired.nodes() == nodes) {
            return;
        }
        String more =
                wired.nodes() < nodes
                        ? ": no switch holds the other %d.".formatted(nodes - wired.nodes())
                        : ".";
        issues.add(
                node,
                "wires %d nodes, but 'totals.nodes' is %d".formatted(wired.nodes(), nodes) + more,
                null);
    }

    private List<Axis> axes(@Nullable Node node, Map<String, Fact> known) {
        List<Axis> axes = new ArrayList<>();
        Branches.sections(node, issues)
                .forEach((name, below) -> {
                    Facts axis = facts.facts(WiringSections.AXIS, below);
                    axis.all().forEach((key, fact) -> known.put("axes." + name + "." + key, fact));
                    int length = Math.max(1, count(axis, "length"));
                    axes.add(new Axis(name, length, axis.text("wraps").equals("true")));
                });
        return axes;
    }

    /** A level of switches; no oversubscription at the top. */
    private record Level(int fanOut, @Nullable Double oversubscription) {}

    private List<Level> levels(@Nullable Node node, Map<String, Fact> known) {
        List<Level> levels = new ArrayList<>();
        List<Node> items = Branches.items(node, issues);
        for (Node item : items) {
            Facts level = facts.facts(WiringSections.LEVEL, item);
            String prefix = "levels[" + levels.size() + "].";
            level.all().forEach((key, fact) -> known.put(prefix + key, fact));
            boolean isTop = levels.size() == items.size() - 1;
            boolean hasRatio =
                    item instanceof Mapping mapping && mapping.get("oversubscription") != null;
            if (isTop && hasRatio) {
                issues.add(
                        item,
                        "the last level is the top, so nothing can be oversubscribed above it.",
                        "leave 'oversubscription' out here.");
            } else if (!isTop && !hasRatio) {
                issues.add(
                        item,
                        "'oversubscription' is missing.",
                        "add 'oversubscription: [1, published, S1]'; 1 blocks nobody.");
            }
            Double ratio = hasRatio ? number(level, "oversubscription") : null;
            levels.add(new Level(Math.max(1, count(level, "fanOut")), ratio));
        }
        return levels;
    }

    /** Places of axes, the slowest first. */
    private List<Integer> numbering(@Nullable Node node, List<Axis> axes) {
        List<String> names = axes.stream().map(Axis::name).toList();
        List<Integer> places = new ArrayList<>();
        if (node == null) {
            names.forEach(name -> places.add(places.size()));
            return places;
        }
        if (!(node instanceof Sequence list)) {
            issues.add(node, "must be a list of axes, but is " + node.says() + ".", null);
            return places;
        }
        for (Node item : list.items()) {
            String name = item instanceof Scalar scalar ? scalar.text() : item.says();
            int place = names.indexOf(name);
            if (place < 0 || places.contains(place)) {
                issues.add(
                        item,
                        place < 0
                                ? "there is no axis '" + name + "'."
                                : "axis '" + name + "' is named twice.",
                        place < 0 ? NearestName.maybe(name, names) : null);
            } else {
                places.add(place);
            }
        }
        if (places.size() < names.size() && list.items().size() < names.size()) {
            issues.add(
                    node,
                    "names %d axes, but there are %d.".formatted(places.size(), names.size()),
                    "all of them: %s.".formatted(String.join(", ", names)));
        }
        return places;
    }

    private static int count(Facts known, String name) {
        return (int) known.value(name).orElse(0);
    }

    private static double number(Facts known, String name) {
        return known.value(name).orElse(1);
    }
}
