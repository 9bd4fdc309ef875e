package dandori.interconnect;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * What the first nodes of a graph can send to the others.
 *
 * @param graph the network
 * @param nodes its nodes by number
 */
record GraphCut(Graph<String, DefaultWeightedEdge> graph, List<String> nodes) {

    private static final Integer FIRST = 0;
    private static final Integer OTHERS = 1;

    /** A maximum flow from the first nodes, drawn together, to the others, drawn together. */
    double bytesPerSecond(int border) {
        Map<String, Integer> drawn = drawn(border);
        double widest = 0;
        for (DefaultWeightedEdge cable : graph.edgeSet()) {
            widest = Math.max(widest, graph.getEdgeWeight(cable));
        }
        var flow = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        flow.addVertex(FIRST);
        flow.addVertex(OTHERS);
        for (DefaultWeightedEdge cable : graph.edgeSet()) {
            Integer source = requireNonNull(drawn.get(graph.getEdgeSource(cable)));
            Integer target = requireNonNull(drawn.get(graph.getEdgeTarget(cable)));
            if (!source.equals(target)) {
                flow.addVertex(source);
                flow.addVertex(target);
                DefaultWeightedEdge there = flow.getEdge(source, target);
                double carried = graph.getEdgeWeight(cable) / widest;
                if (there == null) {
                    flow.setEdgeWeight(flow.addEdge(source, target), carried);
                } else {
                    flow.setEdgeWeight(there, flow.getEdgeWeight(there) + carried);
                }
            }
        }
        double most = new PushRelabelMFImpl<>(flow).calculateMaximumFlow(FIRST, OTHERS);
        return Math.rint(most * widest);
    }

    private Map<String, Integer> drawn(int border) {
        var drawn = new HashMap<String, Integer>();
        for (int node = 0; node < nodes.size(); node++) {
            drawn.put(nodes.get(node), node < border ? FIRST : OTHERS);
        }
        for (String name : graph.vertexSet()) {
            drawn.putIfAbsent(name, drawn.size() + 2);
        }
        return drawn;
    }
}
