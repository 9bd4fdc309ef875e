package dandori.interconnect;

import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultWeightedEdge;

/** What a graph must satisfy to be a network. */
final class GraphRequirements {

    private GraphRequirements() {}

    static void check(Graph<String, DefaultWeightedEdge> graph, Set<String> nodes) {
        Requirements.atLeast(1, "nodes", nodes.size());
        for (String node : nodes) {
            require(graph.containsVertex(node), "Node '%s' is not in the graph.", node);
        }
        int switches = graph.vertexSet().size() - nodes.size();
        int hubs = switches == 0 ? nodes.size() : switches;
        require(
                hubs <= GraphNetwork.MOST_SWITCHES,
                "A graph may have %s switches, or nodes where it has no switches.",
                GraphNetwork.MOST_SWITCHES);
        require(!graph.getType().isDirected(), "The graph of a network has no directions.");
        require(!graph.getType().isAllowingSelfLoops(), "The graph must not allow loops.");
        require(!graph.getType().isAllowingMultipleEdges(), "The graph must be simple.");
        for (DefaultWeightedEdge cable : graph.edgeSet()) {
            String source = graph.getEdgeSource(cable);
            String target = graph.getEdgeTarget(cable);
            Requirements.positive(
                    "The bandwidth from " + source + " to " + target, graph.getEdgeWeight(cable));
            require(
                    switches == 0 || !nodes.contains(source) || !nodes.contains(target),
                    "Nodes '%s' and '%s' are joined without a switch.",
                    source,
                    target);
        }
        for (String node : nodes) {
            require(
                    switches == 0 || graph.degreeOf(node) > 0,
                    "Node '%s' hangs on no switch.",
                    node);
        }
        require(new ConnectivityInspector<>(graph).isConnected(), "The graph is not connected.");
        // A node is no way through, so the switches must be joined without it.
        require(
                switches == 0
                        || new ConnectivityInspector<>(GraphLeaves.switches(graph, nodes))
                                .isConnected(),
                "The switches are not connected without the nodes.");
    }

    private static void require(boolean satisfied, String message, Object... values) {
        if (!satisfied) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
