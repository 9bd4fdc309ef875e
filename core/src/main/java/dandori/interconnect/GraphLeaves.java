package dandori.interconnect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * The order of the nodes of a graph along its switches, and the tree of those switches.
 *
 * @param order the nodes by number
 * @param switches leaves, and what joins them, level by level
 */
record GraphLeaves(List<String> order, SwitchTree switches) {

    static GraphLeaves of(Graph<String, DefaultWeightedEdge> graph, Set<String> nodes) {
        var switches = switches(graph, nodes);
        if (switches.vertexSet().isEmpty()) {
            return new GraphLeaves(List.copyOf(nodes), SwitchTree.flat(nodes.size()));
        }
        Map<String, List<String>> held = held(graph, nodes, switches);
        List<Map<String, Integer>> groups = groups(switches, List.copyOf(held.keySet()));
        var leaves = new ArrayList<>(held.keySet());
        for (Map<String, Integer> level : groups) {
            leaves.sort(Comparator.comparing(level::get)); // stable: the last sorts first
        }
        return number(leaves, held, groups);
    }

    /** The switches and the cables between them. */
    static Graph<String, DefaultWeightedEdge> switches(
            Graph<String, DefaultWeightedEdge> graph, Set<String> nodes) {
        var switches = new LinkedHashSet<>(graph.vertexSet());
        switches.removeAll(nodes);
        return new AsSubgraph<>(graph, switches);
    }

    /** The nodes of each leaf; a node on several switches belongs to the first of them. */
    private static Map<String, List<String>> held(
            Graph<String, DefaultWeightedEdge> graph,
            Set<String> nodes,
            Graph<String, DefaultWeightedEdge> switches) {
        var place = new HashMap<String, Integer>();
        var held = new LinkedHashMap<String, List<String>>();
        for (String name : switches.vertexSet()) {
            place.put(name, place.size());
            held.put(name, new ArrayList<>());
        }
        for (String node : nodes) {
            String leaf =
                    Graphs.neighborSetOf(graph, node).stream()
                            .min(Comparator.comparing(place::get))
                            .orElseThrow();
            requireNonNull(held.get(leaf)).add(node);
        }
        held.values().removeIf(List::isEmpty);
        return held;
    }

    /** By level above the leaves: which group a leaf is in, numbered by their first leaves. */
    private static List<Map<String, Integer>> groups(
            Graph<String, DefaultWeightedEdge> switches, List<String> leaves) {
        var groups = new ArrayList<Map<String, Integer>>();
        var near = new LinkedHashSet<>(leaves);
        int before = leaves.size();
        while (before > 1) {
            for (String name : List.copyOf(near)) {
                near.addAll(Graphs.neighborSetOf(switches, name));
            }
            var part = new HashMap<String, Integer>();
            int parts = 0;
            for (Set<String> joined :
                    new ConnectivityInspector<>(new AsSubgraph<>(switches, near)).connectedSets()) {
                for (String name : joined) {
                    part.put(name, parts);
                }
                parts++;
            }
            var first = new HashMap<Integer, Integer>(); // parts by the order of their first leaves
            var group = new HashMap<String, Integer>();
            for (String leaf : leaves) {
                group.put(leaf, first.computeIfAbsent(part.get(leaf), any -> first.size()));
            }
            if (first.size() < before) {
                groups.add(group);
                before = first.size();
            }
        }
        return groups;
    }

    private static GraphLeaves number(
            List<String> leaves,
            Map<String, List<String>> held,
            List<Map<String, Integer>> groups) {
        var order = new ArrayList<String>();
        var firsts = new ArrayList<List<Integer>>();
        for (int level = 0; level <= groups.size(); level++) {
            firsts.add(new ArrayList<>());
        }
        int[] current = new int[groups.size()];
        Arrays.fill(current, -1);
        for (String leaf : leaves) {
            firsts.get(0).add(order.size());
            for (int level = 0; level < current.length; level++) {
                int group = requireNonNull(groups.get(level).get(leaf));
                if (group != current[level]) {
                    firsts.get(level + 1).add(order.size());
                    current[level] = group;
                }
            }
            order.addAll(held.get(leaf));
        }
        List<int[]> levels =
                firsts.stream()
                        .map(first -> first.stream().mapToInt(Integer::intValue).toArray())
                        .toList();
        return new GraphLeaves(List.copyOf(order), new SwitchTree(levels, order.size()));
    }
}
