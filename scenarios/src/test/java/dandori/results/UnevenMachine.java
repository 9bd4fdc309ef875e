package dandori.results;

import dandori.interconnect.GraphNetwork;
import dandori.interconnect.Interconnect;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import java.util.List;
import java.util.stream.Stream;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Six nodes on three switches, which hold three of them, two and one, and one over all. */
public final class UnevenMachine {

    private UnevenMachine() {}

    /** The machine. */
    public static Machine made() {
        var graph = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        List<String> nodes = List.of("a1", "a2", "a3", "b1", "b2", "c1");
        List<String> leaves = List.of("a", "b", "c");
        Stream.of(nodes, leaves, List.of("top")).flatMap(List::stream).forEach(graph::addVertex);
        nodes.forEach(node -> graph.addEdge(node, node.substring(0, 1)));
        leaves.forEach(leaf -> graph.addEdge(leaf, "top"));
        graph.edgeSet().forEach(cable -> graph.setEdgeWeight(cable, 1e9));
        Interconnect wiring = new GraphNetwork(graph, nodes);
        return new Machine("uneven", AllocationUnit.NODE, wiring, List.of(new Pool("all", 0, 6)));
    }
}
