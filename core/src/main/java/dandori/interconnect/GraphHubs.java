package dandori.interconnect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * Distances and routes over the hubs of a graph: what passes messages on, that is its switches, or
 * its nodes where there are no switches.
 */
final class GraphHubs {

    private final boolean direct; // nodes are hubs
    private final int[][] hubs; // by node: where it hangs; itself if direct
    private final int[][] up; // by node: the link to each of those; none if direct
    private final int[][] neighbours; // by hub
    private final int[][] links; // by hub: the link to each neighbour; link ^ 1 leads back
    private final short[][] distance; // by hub and hub, in links
    private final double[] cableBytesPerSecond; // by link / 2

    GraphHubs(Graph<String, DefaultWeightedEdge> graph, List<String> nodes) {
        var number = new ObjectIntHashMap<String>();
        nodes.forEach(node -> number.put(node, number.size()));
        graph.vertexSet().forEach(name -> number.getIfAbsentPut(name, number.size()));
        direct = number.size() == nodes.size();
        int first = direct ? 0 : nodes.size(); // the number of hub 0
        var around = new ArrayList<Map<Integer, Integer>>(); // by vertex: neighbour to link
        number.forEachValue(any -> around.add(new LinkedHashMap<>()));
        cableBytesPerSecond = new double[graph.edgeSet().size()];
        int cable = 0;
        for (DefaultWeightedEdge edge : graph.edgeSet()) {
            int source = number.get(graph.getEdgeSource(edge));
            int target = number.get(graph.getEdgeTarget(edge));
            around.get(source).put(target, 2 * cable);
            around.get(target).put(source, 2 * cable + 1);
            cableBytesPerSecond[cable++] = graph.getEdgeWeight(edge);
        }
        hubs = new int[nodes.size()][];
        up = new int[nodes.size()][];
        for (int node = 0; node < nodes.size(); node++) {
            var hung = direct ? Map.of(node, 0) : around.get(node);
            hubs[node] = ints(hung.keySet(), first);
            up[node] = ints(hung.values(), 0);
        }
        int count = number.size() - first;
        neighbours = new int[count][];
        links = new int[count][];
        for (int hub = 0; hub < count; hub++) {
            var joined = around.get(first + hub);
            joined.keySet().removeIf(other -> other < first);
            neighbours[hub] = ints(joined.keySet(), first);
            links[hub] = ints(joined.values(), 0);
        }
        distance = distances(neighbours);
    }

    private static int[] ints(Collection<Integer> numbers, int less) {
        return numbers.stream().mapToInt(number -> number - less).toArray();
    }

    /**
     * Breadth first from each hub, over plain arrays: some thirty times as fast as over JGraphT.
     */
    private static short[][] distances(int[][] neighbours) {
        int count = neighbours.length;
        var distance = new short[count][count];
        int[] queue = new int[count];
        for (int from = 0; from < count; from++) {
            short[] found = distance[from];
            Arrays.fill(found, (short) -1);
            found[from] = 0;
            queue[0] = from;
            int end = 1;
            for (int next = 0; next < end; next++) {
                int at = queue[next];
                for (int other : neighbours[at]) {
                    if (found[other] < 0) {
                        found[other] = (short) (found[at] + 1);
                        queue[end++] = other;
                    }
                }
            }
        }
        return distance;
    }

    int linkCount() {
        return 2 * cableBytesPerSecond.length;
    }

    double bytesPerSecond(int link) {
        return cableBytesPerSecond[Requirements.within(linkCount(), "link", link) / 2];
    }

    int hops(int from, int to) {
        return between(from, to) + (direct ? 0 : 2);
    }

    /** The links between the nearest hubs of two nodes. */
    private int between(int from, int to) {
        int least = Short.MAX_VALUE;
        for (int out : hubs[from]) {
            for (int in : hubs[to]) {
                least = Math.min(least, distance[out][in]);
            }
        }
        return least;
    }

    void route(int from, int to, IntConsumer found) {
        int least = between(from, to);
        int ways = 0;
        for (int out : hubs[from]) {
            for (int in : hubs[to]) {
                ways += distance[out][in] == least ? 1 : 0;
            }
        }
        int choice = to % ways;
        for (int i = 0; i < hubs[from].length; i++) {
            for (int j = 0; j < hubs[to].length; j++) {
                int out = hubs[from][i];
                int in = hubs[to][j];
                if (distance[out][in] == least && choice-- == 0) {
                    if (!direct) {
                        found.accept(up[from][i]);
                    }
                    walk(out, in, to, found);
                    if (!direct) {
                        found.accept(up[to][j] ^ 1);
                    }
                    return;
                }
            }
        }
    }

    /** From hub to hub, over the neighbour that is nearer and whose turn it is. */
    private void walk(int from, int to, int node, IntConsumer found) {
        short[] left = distance[to];
        int at = from;
        while (at != to) {
            int nearer = 0;
            for (int next : neighbours[at]) {
                nearer += left[next] < left[at] ? 1 : 0;
            }
            int choice = node % nearer;
            int place = 0;
            while (left[neighbours[at][place]] >= left[at] || choice-- > 0) {
                place++;
            }
            found.accept(links[at][place]);
            at = neighbours[at][place];
        }
    }

    int diameter() {
        var kinds = new LinkedHashMap<List<Integer>, Integer>(); // one node of each place
        boolean shared = false; // two nodes hang on the same
        for (int node = 0; node < hubs.length; node++) {
            List<Integer> place = Arrays.stream(hubs[node]).boxed().sorted().toList();
            shared |= kinds.putIfAbsent(place, node) != null;
        }
        int most = shared ? 2 : 0;
        for (int from : kinds.values()) {
            for (int to : kinds.values()) {
                most = from == to ? most : Math.max(most, hops(from, to));
            }
        }
        return most;
    }
}
