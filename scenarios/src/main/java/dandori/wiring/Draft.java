package dandori.wiring;

import dandori.interconnect.GraphNetwork;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jspecify.annotations.Nullable;

/** A network while it is read: what was named so far, at which line, and what is wrong with it. */
final class Draft {

    private static final int NAMED = 5; // names of a list in a message

    private final Issues issues;
    private final Graph<String, DefaultWeightedEdge> graph =
            new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    private final ObjectIntHashMap<String> lines =
            new ObjectIntHashMap<>(); // of nodes and switches
    private final ObjectIntHashMap<DefaultWeightedEdge> cableLines = new ObjectIntHashMap<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private boolean lacksCables; // that were meant, but could not be understood

    Draft(Issues issues) {
        this.issues = issues;
    }

    void addNode(String name, int line) {
        if (add(name, line)) {
            nodes.add(name);
        }
    }

    void addSwitch(String name, int line) {
        add(name, line);
    }

    /** Says that a cable was meant that is not here, so what is not joined proves nothing. */
    void lackCable() {
        lacksCables = true;
    }

    private boolean add(String name, int line) {
        if (!graph.addVertex(name)) {
            issues.add(
                    name,
                    line,
                    "stands here a second time; first in line " + lines.get(name) + ".",
                    "leave one of them out, or give it a name of its own.");
            return false;
        }
        lines.put(name, line);
        return true;
    }

    void join(String from, String to, double bytesPerSecond, int line) {
        String cable = from + " – " + to;
        boolean positive = bytesPerSecond > 0 && !Double.isInfinite(bytesPerSecond);
        if (!positive) {
            issues.add(
                    cable,
                    line,
                    String.format(
                            Locale.ROOT, "bandwidth must be above 0, but is %s.", bytesPerSecond),
                    "leave it out: then it is that of the others.");
        }
        boolean fromKnown = isKnown(from, line);
        boolean toKnown = isKnown(to, line);
        if (!fromKnown || !toKnown) {
            lackCable();
        } else if (from.equals(to)) {
            issues.add(cable, line, "A cable leads back to where it begins.", "leave it out.");
        } else if (graph.containsEdge(from, to)) {
            issues.add(
                    cable,
                    line,
                    "These two are joined a second time.",
                    "write one cable that carries as much as all of them.");
        } else {
            DefaultWeightedEdge joined = graph.addEdge(from, to);
            graph.setEdgeWeight(joined, positive ? bytesPerSecond : 1);
            cableLines.put(joined, line);
        }
    }

    private boolean isKnown(String name, int line) {
        if (!graph.containsVertex(name)) {
            issues.add(
                    name,
                    line,
                    "is joined, but is neither a node nor a switch.",
                    NearestName.maybe(name, graph.vertexSet()));
        }
        return graph.containsVertex(name);
    }

    /** The network, or null if something is wrong; then the issues say what. */
    @Nullable GraphNetwork network() {
        if (nodes.isEmpty()) {
            issues.add("", 0, "It has no nodes.", null);
        } else {
            var switches = new LinkedHashSet<>(graph.vertexSet());
            switches.removeAll(nodes);
            if (Math.max(switches.size(), switches.isEmpty() ? nodes.size() : 0)
                    > GraphNetwork.MOST_SWITCHES) {
                issues.add(
                        "",
                        0,
                        "It has more than %d %s."
                                .formatted(
                                        GraphNetwork.MOST_SWITCHES,
                                        switches.isEmpty() ? "nodes and no switch" : "switches"),
                        "the kind torus, fat-tree or dragonfly says the same without a file.");
            }
            if (!switches.isEmpty()) {
                checkHeld(switches);
            }
            if (!lacksCables) {
                checkJoined(switches.isEmpty() ? nodes : switches);
            }
        }
        return issues.isEmpty() ? new GraphNetwork(graph, nodes) : null;
    }

    private void checkHeld(Set<String> switches) {
        var unheld = new ArrayList<String>();
        for (String node : nodes) {
            boolean held = false;
            for (DefaultWeightedEdge cable : graph.edgesOf(node)) {
                String source = graph.getEdgeSource(cable);
                String other = source.equals(node) ? graph.getEdgeTarget(cable) : source;
                held |= switches.contains(other);
                if (nodes.contains(other) && source.equals(node)) {
                    issues.add(
                            node + " – " + other,
                            cableLines.get(cable),
                            "Two nodes are joined without a switch.",
                            "a switch lacks kind = switch.");
                }
            }
            if (!held) {
                unheld.add(node);
            }
        }
        if (!unheld.isEmpty()) {
            issues.add(
                    unheld.get(0),
                    lines.get(unheld.get(0)),
                    unheld.size() == 1
                            ? "No switch holds this node."
                            : "No switch holds these %d nodes: %s"
                                    .formatted(unheld.size(), list(unheld)),
                    "join each to a switch, or leave them out.");
        }
    }

    /** Nodes pass nothing on where there are switches, so those must be joined by themselves. */
    private void checkJoined(Set<String> hubs) {
        List<Set<String>> parts =
                new ConnectivityInspector<>(new AsSubgraph<>(graph, hubs)).connectedSets();
        if (parts.size() > 1) {
            var firsts = parts.stream().map(part -> part.iterator().next()).toList();
            issues.add(
                    "",
                    0,
                    "It falls into %d parts that nothing joins, those of %s"
                            .formatted(parts.size(), list(firsts)),
                    "a switch above them is missing.");
        }
    }

    private static String list(Collection<String> names) {
        String list = String.join(", ", names.stream().limit(NAMED).toList());
        return list + (names.size() > NAMED ? ", …" : ".");
    }
}
