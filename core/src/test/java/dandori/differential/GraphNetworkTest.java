package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.GraphNetwork;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.Torus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

/** Networks read as graphs: random ones, and those that also have a closed form. */
class GraphNetworkTest extends InterconnectContract<GraphNetwork> {

    @Override
    List<GraphNetwork> samples() {
        var samples = new ArrayList<GraphNetwork>();
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int switches = random.nextInt(8);
            var twin = new WiredTwin(1 + random.nextInt(12));
            var hubs = new ArrayList<>(switches == 0 ? twin.nodes : List.<String>of());
            for (int hub = 0; hub < switches; hub++) {
                hubs.add("s" + hub);
                twin.graph.addVertex("s" + hub);
            }
            for (int hub = 1; hub < hubs.size(); hub++) {
                twin.join(hubs.get(hub), hubs.get(random.nextInt(hub)), 1 + random.nextInt(9));
            }
            for (int more = random.nextInt(9); more > 0; more--) {
                join(twin, hubs.get(random.nextInt(hubs.size())), hubs, random);
            }
            if (switches > 0) {
                for (String node : twin.nodes) {
                    for (int cable = random.nextInt(8) / 7; cable >= 0; cable--) {
                        join(twin, node, hubs, random);
                    }
                }
                twin.nodes.stream()
                        .filter(node -> twin.graph.degreeOf(node) == 0)
                        .forEach(node -> twin.join(node, "s0", 2));
            }
            samples.add(new GraphNetwork(twin.graph, twin.nodes));
        }
        return samples;
    }

    private static void join(WiredTwin twin, String from, List<String> hubs, Random random) {
        String to = hubs.get(random.nextInt(hubs.size()));
        if (!from.equals(to) && !twin.graph.containsEdge(from, to)) {
            twin.join(from, to, 1 + random.nextInt(9));
        }
    }

    /** Its own graph under the numbers of the nodes; nodes with two cables are no way through. */
    @Override
    WiredTwin twin(GraphNetwork wired) {
        var twin = new WiredTwin(wired.nodes());
        for (DefaultWeightedEdge cable : wired.graph().edgeSet()) {
            twin.join(
                    name(wired, wired.graph().getEdgeSource(cable)),
                    name(wired, wired.graph().getEdgeTarget(cable)),
                    wired.graph().getEdgeWeight(cable));
        }
        return twin;
    }

    private static String name(GraphNetwork wired, String vertex) {
        int node = wired.names().indexOf(vertex);
        return node < 0 ? vertex : "n" + node;
    }

    @Override
    int[] distances(GraphNetwork wired, WiredTwin twin, int from) {
        if (wired.graph().vertexSet().size() == wired.nodes()) {
            return twin.distances(twin.graph, from);
        }
        int[] distances = new int[wired.nodes()];
        for (int to = 0; to < distances.length; to++) {
            var within =
                    new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
            Graphs.addGraph(within, twin.graph);
            for (String node : twin.nodes) {
                if (!node.equals("n" + from) && !node.equals("n" + to)) {
                    within.removeVertex(node);
                }
            }
            distances[to] = twin.distances(within, from)[to];
        }
        return distances;
    }

    @Override
    boolean linksMayBeIdle() {
        return true;
    }

    @Override
    boolean isThrough(GraphNetwork wired, int node) {
        return wired.graph().vertexSet().size() == wired.nodes()
                || wired.graph().degreeOf(wired.name(node)) == 1;
    }

    @Override
    boolean goesBackTheSameWay() {
        return false;
    }

    @Test
    void whatHasAClosedFormIsTheSameAsAGraph() {
        var tree = new FatTree(22, List.of(3, 4), List.of(2.0, 1.0), 64);
        var torus =
                new Torus(
                        List.of(new Axis("X", 4, true), new Axis("Y", 3, false)),
                        0,
                        List.of(0, 1),
                        7);
        var fly = new Dragonfly(4, 3, 2, 1_000, 1_001, 3);
        var rails = new RailOptimized(12, 4, 6, 32, 1);
        same(tree, new FatTreeTest().twin(tree));
        same(torus, new TorusTest().twin(torus));
        same(fly, new DragonflyTest().twin(fly));
        same(rails, new RailOptimizedTest().twin(rails));
    }

    private static void same(Interconnect closed, WiredTwin twin) {
        var shuffled = new ArrayList<>(twin.nodes);
        Collections.shuffle(shuffled, new Random(1));
        var graph = new GraphNetwork(twin.graph, shuffled);
        assertThat(graph.diameter()).isEqualTo(closed.diameter());
        for (int from = 0; from < closed.nodes(); from++) {
            for (int to = 0; to < closed.nodes(); to++) {
                int a = Integer.parseInt(graph.name(from).substring(1));
                int b = Integer.parseInt(graph.name(to).substring(1));
                assertThat(graph.hops(from, to)).isEqualTo(closed.hops(a, b));
            }
        }
        assertThat(new GraphNetwork(twin.graph, twin.nodes).bisectionBytesPerSecond())
                .isCloseTo(twin.cutInTheMiddle(), within(0.5));
    }

    @Test
    void nodesAreNumberedLeafByLeafAndPodByPod() {
        var tree = new FatTree(24, List.of(2, 3), List.of(1.0, 1.0), 64);
        WiredTwin twin = new FatTreeTest().twin(tree);
        for (long seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(twin.nodes);
            Collections.shuffle(shuffled, new Random(seed));
            var graph = new GraphNetwork(reordered(twin.graph, seed), shuffled);
            var switches = graph.switches();
            assertThat(switches.levels()).isEqualTo(3);
            for (int level = 0; level < 3; level++) {
                assertThat(switches.switches(level)).isEqualTo(tree.switches().switches(level));
                for (int number = 0; number < switches.switches(level); number++) {
                    var together = new TreeSet<Integer>();
                    for (int n = switches.firstNode(level, number);
                            n < switches.endNode(level, number);
                            n++) {
                        int node = Integer.parseInt(graph.name(n).substring(1));
                        together.add(tree.switches().switchOf(level, node));
                    }
                    assertThat(together).hasSize(1);
                }
            }
        }
    }

    private static Graph<String, DefaultWeightedEdge> reordered(
            Graph<String, DefaultWeightedEdge> graph, long seed) {
        var names = new ArrayList<>(graph.vertexSet());
        Collections.shuffle(names, new Random(-seed));
        var reordered =
                new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        names.forEach(reordered::addVertex);
        for (DefaultWeightedEdge cable : graph.edgeSet()) {
            reordered.setEdgeWeight(
                    reordered.addEdge(graph.getEdgeSource(cable), graph.getEdgeTarget(cable)),
                    graph.getEdgeWeight(cable));
        }
        return reordered;
    }

    /** Two leaves of four nodes, four spines: each node of a leaf is reached over its own spine. */
    @Test
    void nodesOfALeafAreReachedOverDifferentSpines() {
        var twin = new WiredTwin(8);
        for (int node = 0; node < 8; node++) {
            twin.join("n" + node, "leaf" + node / 4, 1);
        }
        for (int spine = 0; spine < 4; spine++) {
            twin.join("leaf0", "spine" + spine, 1);
            twin.join("leaf1", "spine" + spine, 1);
        }
        var network = new GraphNetwork(twin.graph, twin.nodes);
        var third = new TreeSet<Integer>();
        for (int to = 4; to < 8; to++) {
            var links = new ArrayList<Integer>();
            network.route(0, to, links::add);
            third.add(links.get(1));
        }
        assertThat(third).hasSize(4);
    }

    @Override
    String describe(GraphNetwork wired) {
        return wired.graph() + " as " + wired.names();
    }
}
