package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.GraphNetwork;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.SwitchTree;
import dandori.interconnect.Torus;
import java.util.ArrayList;
import java.util.List;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

/** What the documentation of the interconnects says, rule by rule. */
class WiringRulesTest {

    private static final Torus FUGAKU = Torus.tofuD(24, 23, 24, 6.8e9);

    /** Ten ports a node: one along a and c, two along b, x, y, z. */
    @Test
    void fugakuHasTenLinksANode() {
        assertThat(FUGAKU.nodes()).isEqualTo(158_976);
        assertThat(FUGAKU.units()).isEqualTo(13_248);
        assertThat(FUGAKU.nodesPerUnit()).isEqualTo(12);
        assertThat(FUGAKU.linkCount()).isEqualTo(158_976 * 10);
        assertThat(FUGAKU.diameter()).isEqualTo(12 + 11 + 12 + 1 + 1 + 1);
    }

    /** Halved across X or Z: two planes of 23 × 24 units of 12 nodes are cut. */
    @Test
    void fugakuIsHalvedAcrossX() {
        assertThat(FUGAKU.bisectionBytesPerSecond()).isEqualTo(2 * 23 * 24 * 12 * 6.8e9);
    }

    @Test
    void aPlaneOfFugakuIsARangeOfNumbers() {
        for (int node : new int[] {0, 6_911, 6_912, 13_823, 158_975}) {
            assertThat(FUGAKU.coordinate(node, 1)).isEqualTo(node / 6_912);
        }
        SwitchTree tree = FUGAKU.switches();
        assertThat(tree.switches(0)).isEqualTo(13_248);
        assertThat(tree.endNode(0, 13_247)).isEqualTo(158_976);
    }

    /** X·a, Y·b, Z·c: the grid in which jobs give their shapes. */
    @Test
    void fugakuShowsJobsAGridOfSingleNodes() {
        var grid = FUGAKU.folded();
        assertThat(List.of(grid.length(0), grid.length(1), grid.length(2)))
                .isEqualTo(List.of(48, 69, 48));
        // Position 2 along X is in the second unit, whose a runs down: X = 1, a = 1.
        int node = grid.node(2, 0, 0);
        assertThat(FUGAKU.coordinate(node, 0)).isEqualTo(1);
        assertThat(FUGAKU.coordinate(node, 3)).isEqualTo(1);
        assertThat(grid.position(node, 0)).isEqualTo(2);
    }

    /** On a ring of 4, two steps up and two down are equal: up it goes. */
    @Test
    void equalWaysRoundGoUp() {
        var ring = new Torus(List.of(new Axis("X", 4, true)), 0, List.of(0), 1);
        // Cable c joins c and c + 1; its links are 2c up and 2c + 1 down.
        assertThat(route(ring, 0, 2)).isEqualTo(List.of(0, 2));
        assertThat(route(ring, 3, 1)).isEqualTo(List.of(6, 0));
        assertThat(route(ring, 0, 3)).isEqualTo(List.of(7));
    }

    @Test
    void anAxisOfTwoHasOneCableWhetherItWrapsOrNot() {
        var wraps = new Torus(List.of(new Axis("a", 2, true)), 0, List.of(0), 1);
        var ends = new Torus(List.of(new Axis("a", 2, false)), 0, List.of(0), 1);
        assertThat(wraps.linkCount()).isEqualTo(2).isEqualTo(ends.linkCount());
        assertThat(route(wraps, 1, 0)).isEqualTo(route(ends, 1, 0)).isEqualTo(List.of(1));
    }

    /** Units are leaves only where they are ranges of numbers. */
    @Test
    void unitsThatNumbersScatterAreNoLeaves() {
        var axes = List.of(new Axis("X", 3, true), new Axis("a", 2, false));
        assertThat(new Torus(axes, 1, List.of(0, 1), 1).switches().switches(0)).isEqualTo(3);
        assertThat(new Torus(axes, 1, List.of(1, 0), 1).switches().switches(0)).isEqualTo(1);
    }

    /** Leaves of 4 at 2:1 below pods of 3 leaves at 1:1; the last leaf has one node. */
    @Test
    void anUplinkIsWhatIsBelowByOversubscription() {
        var tree = new FatTree(21, List.of(4, 3), List.of(2.0, 1.0), 10);
        assertThat(tree.linkCount()).isEqualTo(2 * (21 + 6 + 2));
        assertThat(tree.bytesPerSecond(41)).isEqualTo(10);
        assertThat(tree.bytesPerSecond(42)).isEqualTo(20); // the first leaf's
        assertThat(tree.bytesPerSecond(42 + 2 * 5)).isEqualTo(5); // of the one node
        assertThat(tree.bytesPerSecond(42 + 2 * 6)).isEqualTo(60); // the first pod's
        assertThat(tree.hops(0, 3)).isEqualTo(2);
        assertThat(tree.hops(0, 4)).isEqualTo(4);
        assertThat(tree.hops(0, 12)).isEqualTo(6);
        assertThat(route(tree, 0, 20)).isEqualTo(List.of(0, 42, 54, 57, 53, 41));
    }

    @Test
    void theTopMayBeNamedOrNot() {
        var named = new FatTree(12, List.of(4, 3), List.of(2.0), 10);
        var unnamed = new FatTree(12, List.of(4), List.of(2.0), 10);
        assertThat(named.linkCount()).isEqualTo(unnamed.linkCount());
        assertThat(named.switches().levels()).isEqualTo(2);
        assertThat(named.bisectionBytesPerSecond()).isEqualTo(unnamed.bisectionBytesPerSecond());
        assertThatThrownBy(() -> new FatTree(13, List.of(4, 3), List.of(2.0), 10))
                .hasMessage(
                        "oversubscription [2.0] must have a ratio for each level of fanOut [4, 3].");
    }

    /** SAKURAONE's wiring: two pods of 50 nodes, eight rails of 400 Gb/s, no loss at the spines. */
    @Test
    void railsOfTwoPodsAreTwoOrFourHopsApart() {
        var rails = new RailOptimized(100, 8, 50, 50e9, 1);
        assertThat(rails.hops(0, 49)).isEqualTo(2);
        assertThat(rails.hops(49, 50)).isEqualTo(4);
        assertThat(rails.bisectionBytesPerSecond()).isEqualTo(50 * 8 * 50e9);
        assertThat(rails.switches().switches(0)).isEqualTo(2);
    }

    /** Kim et al.: a = 4, p = h = 2, nine groups of four routers, 72 nodes. */
    @Test
    void theDragonflyOfThePaperHasThreeCablesBetweenRoutersAtMost() {
        var fly = new Dragonfly(9, 4, 2, 1, 1, 1);
        assertThat(fly.nodes()).isEqualTo(72);
        assertThat(fly.diameter()).isEqualTo(2 + 3);
        assertThat(fly.linkCount()).isEqualTo(2 * (72 + 9 * 6 + 36));
        // Group 0 reaches 1 and 2 from router 0, 3 and 4 from router 1 …
        assertThat(List.of(fly.gateway(0, 2), fly.gateway(0, 3), fly.gateway(8, 0)))
                .isEqualTo(List.of(0, 1, 0));
        assertThat(fly.switches().levels()).isEqualTo(3);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Axis("X", 0, true))
                .hasMessage("Axis X: its length (0) must be at least 1.");
        assertThatThrownBy(() -> new Torus(List.of(new Axis("X", 2, true)), 1, List.of(0), 1))
                .hasMessage("unitAxes (1) must be from 0 to half of the 1 axes.");
        assertThatThrownBy(() -> new Torus(List.of(new Axis("X", 2, true)), 0, List.of(1), 1))
                .hasMessage("numbering [1] must name each axis from 0 to 0 once.");
        assertThatThrownBy(() -> Torus.tofuD(4_000, 4_000, 4_000, 1))
                .hasMessageStartingWith("nodes (");
        assertThatThrownBy(() -> new RailOptimized(4, 8, 2, -1, 1))
                .hasMessage("railBytesPerSecond (-1.0) must be above 0.");
        assertThatThrownBy(() -> new Dragonfly(70_000, 70_000, 1, 1, 1, 1))
                .hasMessageStartingWith("routers (4900000000)");
        var graph = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        List.of("a", "b", "s").forEach(graph::addVertex);
        graph.addEdge("a", "s");
        assertThatThrownBy(() -> new GraphNetwork(graph, List.of("a", "b")))
                .hasMessage("Node 'b' hangs on no switch.");
        graph.addEdge("a", "b");
        assertThatThrownBy(() -> new GraphNetwork(graph, List.of("a", "b")))
                .hasMessage("Nodes 'a' and 'b' are joined without a switch.");
    }

    private static List<Integer> route(Interconnect wired, int from, int to) {
        var links = new ArrayList<Integer>();
        wired.route(from, to, links::add);
        return links;
    }
}
