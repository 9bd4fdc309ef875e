package dandori.interconnect;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * The links of a graph: those of the nodes on each switch, and each cable between two switches; or
 * each cable where there are no switches. Where that would be too many groups, all links of a kind
 * are one.
 */
final class GraphLinkGroups {

    private GraphLinkGroups() {}

    /** Groups of a graph, whose edge c is the links 2c and 2c + 1. */
    static LinkGroups of(Graph<String, DefaultWeightedEdge> graph, Collection<String> nodes) {
        Set<String> ends = new HashSet<>(nodes);
        boolean isDirect = ends.size() == graph.vertexSet().size();
        Set<List<String>> keys = new HashSet<>();
        graph.edgeSet().forEach(edge -> keys.add(key(graph, edge, ends, isDirect)));
        boolean isCoarse = keys.size() > LinkGroups.MOST;
        LinkGroups.Draft draft = new LinkGroups.Draft(2 * graph.edgeSet().size());
        Map<List<String>, Integer> groups = new LinkedHashMap<>();
        int link = 0;
        for (DefaultWeightedEdge edge : graph.edgeSet()) {
            List<String> key = key(graph, edge, ends, isDirect);
            List<String> its = isCoarse ? List.of(key.get(0), LinkGroups.ALL, LinkGroups.ALL) : key;
            int group =
                    groups.computeIfAbsent(
                            its, fresh -> draft.group(its.get(0), its.get(1), its.get(2)));
            draft.put(link++, group, graph.getEdgeWeight(edge));
            draft.put(link++, group, graph.getEdgeWeight(edge));
        }
        return draft.finished();
    }

    private static List<String> key(
            Graph<String, DefaultWeightedEdge> graph,
            DefaultWeightedEdge edge,
            Set<String> nodes,
            boolean isDirect) {
        String source = graph.getEdgeSource(edge);
        String target = graph.getEdgeTarget(edge);
        if (isDirect || !nodes.contains(source) && !nodes.contains(target)) {
            return List.of("cable", source, target);
        }
        return List.of("node", "nodes", nodes.contains(source) ? target : source);
    }
}
