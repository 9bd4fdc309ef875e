package dandori.interconnect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * Any network, held as a graph: vertices are nodes and switches, by name; edges are cables, whose
 * weight is what they carry each way in bytes per second.
 *
 * <p>Where there are switches, every node hangs on one or more of them, and only switches pass
 * messages on. Where there are none, the nodes do. Node numbers follow the switches: nodes of one
 * leaf are neighbours, then leaves that are close, then in the order in which they were given; see
 * {@link #name}.
 *
 * <p>Routes are shortest by hops. Among ways of equal length the destination decides, by its number
 * at each step, so that the nodes of a leaf are reached over different switches (as in d-mod-k
 * routing: Zahavi, "Fat-Tree Routing and Node Ordering Providing Contention Free Traffic for MPI
 * Global Collectives", JPDC 72(11), 2012).
 *
 * <p>Cost: for h switches (or nodes, where there are no switches) and c cables between them, O(h·c)
 * to make and 2h² bytes; {@link #hops} O(1) for nodes with one cable, {@link #route} O(degree) a
 * hop, without allocation.
 */
public final class GraphNetwork implements Interconnect {

    /** The most switches, or nodes where there are no switches, that a network may have. */
    public static final int MOST_SWITCHES = 4_096;

    private final Graph<String, DefaultWeightedEdge> graph;
    private final GraphLeaves leaves;
    private final GraphHubs hubs;
    private final int diameter;
    private final String source;

    /**
     * A network.
     *
     * @param graph names and cables; connected, without loops and parallel cables; not to be
     *     changed afterwards
     * @param nodes which vertices are nodes, each once; all others are switches
     */
    public GraphNetwork(Graph<String, DefaultWeightedEdge> graph, Collection<String> nodes) {
        var distinct = new LinkedHashSet<>(nodes);
        GraphRequirements.check(graph, distinct);
        this.graph = new AsUnmodifiableGraph<>(graph);
        leaves = GraphLeaves.of(graph, distinct);
        hubs = new GraphHubs(graph, leaves.order());
        diameter = hubs.diameter();
        source = "";
    }

    private GraphNetwork(GraphNetwork other, String source) {
        graph = other.graph;
        leaves = other.leaves;
        hubs = other.hubs;
        diameter = other.diameter;
        this.source = source;
    }

    /** The same network, which remembers where it is described: the name of a file. */
    public GraphNetwork from(String file) {
        return new GraphNetwork(this, file);
    }

    /** Where it is described; empty if that is not known. */
    public String source() {
        return source;
    }

    /** The network as a graph that cannot be changed. */
    public Graph<String, DefaultWeightedEdge> graph() {
        return graph;
    }

    /** The name of a node. */
    public String name(int node) {
        return leaves.order().get(node);
    }

    /** The names of all nodes, by number. */
    public List<String> names() {
        return leaves.order();
    }

    @Override
    public String kind() {
        return "graph";
    }

    @Override
    public int nodes() {
        return leaves.order().size();
    }

    @Override
    public int hops(int from, int to) {
        return from == to ? 0 : hubs.hops(from, to);
    }

    @Override
    public int diameter() {
        return diameter;
    }

    /**
     * Between the first half of the nodes, by number, and the rest: a maximum flow, computed at
     * each call and rounded to whole bytes per second.
     */
    @Override
    public double bisectionBytesPerSecond() {
        return nodes() == 1
                ? Double.POSITIVE_INFINITY
                : new GraphCut(graph, leaves.order()).bytesPerSecond(nodes() / 2);
    }

    @Override
    public int linkCount() {
        return hubs.linkCount();
    }

    @Override
    public double bytesPerSecond(int link) {
        return hubs.bytesPerSecond(link);
    }

    @Override
    public void route(int from, int to, IntConsumer links) {
        if (from != to) {
            hubs.route(from, to, links);
        }
    }

    @Override
    public LinkGroups linkGroups() {
        return GraphLinkGroups.of(graph, leaves.order());
    }

    /**
     * Leaves are the switches that hold nodes; above them, what is joined by switches no farther
     * than one cable from a leaf, then two, and so on up to one over all.
     */
    @Override
    public SwitchTree switches() {
        return leaves.switches();
    }
}
