package dandori.differential;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/** An interconnect as a graph that a test drew cable by cable; node 7 is the vertex {@code n7}. */
final class WiredTwin {

    final Graph<String, DefaultWeightedEdge> graph =
            new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    final List<String> nodes;

    WiredTwin(int nodes) {
        this.nodes = IntStream.range(0, nodes).mapToObj(node -> "n" + node).toList();
        this.nodes.forEach(graph::addVertex);
    }

    void join(String a, String b, double bytesPerSecond) {
        graph.addVertex(a);
        graph.addVertex(b);
        graph.setEdgeWeight(graph.addEdge(a, b), bytesPerSecond);
    }

    /** The distance from a node to every node, breadth first. */
    int[] distances(Graph<String, DefaultWeightedEdge> within, int from) {
        int[] distances = new int[nodes.size()];
        Arrays.fill(distances, -1);
        var search = new BreadthFirstIterator<>(within, nodes.get(from));
        while (search.hasNext()) {
            String name = search.next();
            if (name.startsWith("n")) {
                distances[Integer.parseInt(name.substring(1))] = search.getDepth(name);
            }
        }
        return distances;
    }

    /** What the nodes of a set can send to the others. */
    double cut(BitSet near) {
        var flow = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        flow.addVertex("near");
        flow.addVertex("far");
        for (DefaultWeightedEdge cable : graph.edgeSet()) {
            String source = drawn(graph.getEdgeSource(cable), near);
            String target = drawn(graph.getEdgeTarget(cable), near);
            if (!source.equals(target)) {
                flow.addVertex(source);
                flow.addVertex(target);
                var there = flow.getEdge(source, target);
                var edge = there == null ? flow.addEdge(source, target) : there;
                double before = there == null ? 0 : flow.getEdgeWeight(there);
                flow.setEdgeWeight(edge, before + graph.getEdgeWeight(cable));
            }
        }
        return new EdmondsKarpMFImpl<>(flow).calculateMaximumFlow("near", "far");
    }

    private static String drawn(String name, BitSet near) {
        if (!name.startsWith("n")) {
            return name;
        }
        return near.get(Integer.parseInt(name.substring(1))) ? "near" : "far";
    }

    /** The least cut between any two halves: all of them are tried. */
    double bisection() {
        int count = nodes.size();
        double least = Double.POSITIVE_INFINITY;
        for (long set = 0; set < 1L << count; set++) {
            if (Long.bitCount(set) == count / 2) {
                least = Math.min(least, cut(BitSet.valueOf(new long[] {set})));
            }
        }
        return least;
    }

    /** The least cut between the first half of the nodes, by number, and the others. */
    double cutInTheMiddle() {
        var near = new BitSet();
        near.set(0, nodes.size() / 2);
        return cut(near);
    }
}
