package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Interconnect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jgrapht.alg.util.UnionFind;

/**
 * Which vertex each link leaves and enters, concluded from the routes alone: the first link of a
 * route leaves the node where it begins, each next one leaves where the last one entered, and the
 * last enters the node where it ends.
 */
final class LinkEnds {

    private final Interconnect wired;
    private final UnionFind<String> places;
    private final boolean[] used;

    /** With what is concluded where a route goes back the way that it came, if that is promised. */
    LinkEnds(Interconnect wired, boolean sameWayBack) {
        this.wired = wired;
        used = new boolean[wired.linkCount()];
        var names = new HashSet<String>();
        for (int link = 0; link < used.length; link++) {
            names.add("tail" + link);
            names.add("head" + link);
        }
        for (int node = 0; node < wired.nodes(); node++) {
            names.add("n" + node);
        }
        places = new UnionFind<>(names);
        for (int from = 0; from < wired.nodes(); from++) {
            for (int to = 0; to < wired.nodes(); to++) {
                List<Integer> links = follow(from, to);
                if (sameWayBack) {
                    List<Integer> back = follow(to, from);
                    for (int i = 0; i < links.size(); i++) {
                        places.union("head" + links.get(i), "tail" + back.get(back.size() - 1 - i));
                    }
                }
            }
        }
    }

    private List<Integer> follow(int from, int to) {
        List<Integer> links = new ArrayList<>();
        wired.route(from, to, links::add);
        assertThat(links).as("%d to %d", from, to).hasSize(wired.hops(from, to));
        assertThat(links).doesNotHaveDuplicates();
        String at = "n" + from;
        for (int link : links) {
            assertThat(link).isBetween(0, wired.linkCount() - 1);
            used[link] = true;
            places.union(at, "tail" + link);
            at = "head" + link;
        }
        places.union(at, "n" + to);
        return links;
    }

    /**
     * The network of all links that some route uses, as a twin would be drawn; vertices that are no
     * nodes get names of their own.
     */
    WiredTwin network() {
        var names = new TreeMap<String, String>();
        for (int node = 0; node < wired.nodes(); node++) {
            String before = names.put(places.find("n" + node), "n" + node);
            assertThat(before).as("another node at the place of %d", node).isNull();
        }
        var network = new WiredTwin(wired.nodes());
        for (int link = 0; link < used.length; link++) {
            if (used[link]) {
                String tail = name(names, "tail" + link);
                String head = name(names, "head" + link);
                assertThat(head).as("link %d", link).isNotEqualTo(tail);
                var there = network.graph.getEdge(tail, head);
                if (there == null) {
                    network.join(tail, head, wired.bytesPerSecond(link));
                } else { // the way back
                    assertThat(network.graph.getEdgeWeight(there))
                            .isEqualTo(wired.bytesPerSecond(link));
                }
            }
        }
        return network;
    }

    private String name(Map<String, String> names, String end) {
        return names.computeIfAbsent(places.find(end), any -> "s" + names.size());
    }

    /** Whether every link is on some route. */
    boolean allUsed() {
        for (boolean one : used) {
            if (!one) {
                return false;
            }
        }
        return true;
    }
}
