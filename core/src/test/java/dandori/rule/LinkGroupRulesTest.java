package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.Flat;
import dandori.interconnect.GraphNetwork;
import dandori.interconnect.Interconnect;
import dandori.interconnect.LinkGroup;
import dandori.interconnect.LinkGroups;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.Torus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links in groups: each link in one, and each group called by what its links join. */
class LinkGroupRulesTest {

    static Stream<Interconnect> wirings() {
        return Stream.of(
                new Flat(9),
                Torus.tofuD(4, 3, 5, 6.8e9),
                Torus.tofuD(24, 23, 24, 6.8e9),
                Torus.tofuD(60, 60, 60, 6.8e9), // planes are too many
                new Torus(List.of(new Axis("x", 3_000, true)), 0, List.of(0), 1e9),
                new Torus(
                        List.of(
                                new Axis("x", 7, true),
                                new Axis("y", 2, true),
                                new Axis("z", 1, false),
                                new Axis("w", 3, false)),
                        0,
                        List.of(2, 0, 3, 1),
                        1e9),
                new FatTree(50, List.of(4, 4), List.of(2.0, 3.0), 1e9),
                new FatTree(90_000, List.of(30, 20), List.of(2.0, 3.0), 1e9),
                new FatTree(7, List.of(8), List.of(), 1e9),
                new RailOptimized(95, 8, 10, 5e9, 2),
                new RailOptimized(8, 8, 10, 5e9, 2),
                new Dragonfly(5, 3, 2, 1e9, 2e9, 3e9),
                new Dragonfly(9, 1, 4, 1e9, 2e9, 3e9),
                new Dragonfly(60, 32, 4, 1e9, 2e9, 3e9),
                new Dragonfly(300, 2, 2, 1e9, 2e9, 3e9),
                new Dragonfly(700, 1, 1, 1e9, 2e9, 3e9),
                graph(6, 3),
                graph(2_500, 2_400));
    }

    /** Switches in a ring, and nodes on them in turn. */
    private static Interconnect graph(int nodes, int switches) {
        Graph<String, DefaultWeightedEdge> graph =
                new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int i = 0; i < switches; i++) {
            graph.addVertex("s" + i);
        }
        for (int i = 0; i < switches; i++) {
            graph.setEdgeWeight(graph.addEdge("s" + i, "s" + (i + 1) % switches), 2e9);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            graph.addVertex("n" + i);
            graph.setEdgeWeight(graph.addEdge("n" + i, "s" + i % switches), 1e9);
            names.add("n" + i);
        }
        return new GraphNetwork(graph, names);
    }

    @ParameterizedTest
    @MethodSource("wirings")
    void everyLinkIsInOneOfNotTooManyGroups(Interconnect wiring) {
        LinkGroups groups = wiring.linkGroups();
        int count = groups.groups().size();
        assertThat(count).isLessThanOrEqualTo(LinkGroups.MOST);
        int[] links = new int[count];
        double[] carry = new double[count];
        for (int link = 0; link < wiring.linkCount(); link++) {
            links[groups.groupOf(link)]++;
            carry[groups.groupOf(link)] += wiring.bytesPerSecond(link);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            LinkGroup group = groups.groups().get(i);
            assertThat(group.links()).as("%s", group).isPositive().isEqualTo(links[i]);
            assertThat(group.bytesPerSecond()).isCloseTo(carry[i], within(1e-9 * carry[i]));
            assertThat(names.add(group.link() + "|" + group.from() + "|" + group.to()))
                    .as("%s", group)
                    .isTrue();
        }
    }

    @Test
    void aStepOnATorusCrossesTheGroupOfItsPlane() {
        Torus torus = Torus.tofuD(4, 3, 5, 6.8e9);
        for (int x = 0; x < 4; x++) {
            int next = (x + 1) % 4;
            assertThat(
                            between(
                                    torus,
                                    torus.node(x, 1, 2, 0, 1, 1),
                                    torus.node(next, 1, 2, 0, 1, 1)))
                    .isEqualTo("X: Y 1 X %d - Y 1 X %d".formatted(x, next));
        }
        assertThat(between(torus, torus.node(3, 0, 4, 1, 0, 0), torus.node(3, 0, 3, 1, 0, 0)))
                .isEqualTo("Z: Y 0 Z 3 - Y 0 Z 4");
        assertThat(between(torus, torus.node(3, 0, 4, 1, 0, 0), torus.node(3, 2, 4, 1, 0, 0)))
                .isEqualTo("Y: Y 2 - Y 0");
        assertThat(between(torus, torus.node(3, 2, 4, 1, 0, 0), torus.node(3, 2, 4, 1, 2, 0)))
                .isEqualTo("b: Y 2 - Y 2");
        assertThat(torus.linkGroups().groups()).hasSize(4 * 3 + 3 + 5 * 3 + 3 * 3);
    }

    @Test
    void fugakuHasItsBoundariesPlaneByPlane() {
        // X and Z: 24 boundaries in each of 23 planes; Y: 23 between planes; a, b, c in each plane.
        List<LinkGroup> groups = Torus.tofuD(24, 23, 24, 6.8e9).linkGroups().groups();
        assertThat(groups).hasSize(2 * 24 * 23 + 23 + 3 * 23);
        // 24 units along Z, 12 nodes each, two directions.
        assertThat(groups.get(0).links()).isEqualTo(24 * 12 * 2);
        List<LinkGroup> larger = Torus.tofuD(60, 60, 60, 6.8e9).linkGroups().groups();
        assertThat(larger).hasSize(3 * 60 + 3);
        assertThat(larger.get(59).from()).isEqualTo("X 59");
        assertThat(larger.get(59).to()).isEqualTo("X 0");
    }

    @Test
    void switchesHaveTheLinksOfTheirNodesAndTheirUplinks() {
        assertThat(named(new FatTree(10, List.of(4, 2), List.of(2.0, 3.0), 1e9)))
                .containsExactly(
                        "node: nodes - leaf 0 (8)",
                        "node: nodes - leaf 1 (8)",
                        "node: nodes - leaf 2 (4)",
                        "leaf: leaf 0 - pod 0 (2)",
                        "leaf: leaf 1 - pod 0 (2)",
                        "leaf: leaf 2 - pod 1 (2)",
                        "pod: pod 0 - all (2)",
                        "pod: pod 1 - all (2)");
        assertThat(named(new RailOptimized(15, 8, 10, 5e9, 2)))
                .containsExactly(
                        "node: nodes - pod 0 (20)",
                        "node: nodes - pod 1 (10)",
                        "pod: pod 0 - all (2)",
                        "pod: pod 1 - all (2)");
        assertThat(named(new FatTree(90_000, List.of(30, 20), List.of(2.0, 3.0), 1e9)))
                .contains(
                        "node: nodes - pod 149 (1200)",
                        "leaf: pod 149 - pod 149 (40)",
                        "pod: pod 149 - all (2)")
                .hasSize(450);
    }

    @Test
    void groupsOfADragonflyAreJoinedPairByPair() {
        assertThat(named(new Dragonfly(3, 2, 2, 1e9, 2e9, 3e9)))
                .containsExactly(
                        "node: nodes - router 0 (4)",
                        "node: nodes - router 1 (4)",
                        "node: nodes - router 2 (4)",
                        "node: nodes - router 3 (4)",
                        "node: nodes - router 4 (4)",
                        "node: nodes - router 5 (4)",
                        "router: group 0 - group 0 (2)",
                        "router: group 1 - group 1 (2)",
                        "router: group 2 - group 2 (2)",
                        "group: group 0 - group 1 (2)",
                        "group: group 0 - group 2 (2)",
                        "group: group 1 - group 2 (2)");
        assertThat(named(new Dragonfly(300, 2, 2, 1e9, 2e9, 3e9)))
                .contains("group: group 299 - all (299)", "node: nodes - router 599 (4)");
    }

    @Test
    void aGraphHasItsCablesByName() {
        assertThat(named(graph(6, 3)))
                .containsExactly(
                        "cable: s0 - s1 (2)",
                        "cable: s1 - s2 (2)",
                        "cable: s2 - s0 (2)",
                        "node: nodes - s0 (4)",
                        "node: nodes - s1 (4)",
                        "node: nodes - s2 (4)");
        assertThat(named(graph(2_500, 2_400)))
                .containsExactly("cable: all - all (4800)", "node: all - all (5000)");
    }

    private static List<String> named(Interconnect wiring) {
        return wiring.linkGroups().groups().stream()
                .map(group ->
                        "%s: %s - %s (%d)"
                                .formatted(group.link(), group.from(), group.to(), group.links()))
                .toList();
    }

    /** The only group of links that a message crosses. */
    private static String between(Interconnect wiring, int from, int to) {
        Set<LinkGroup> crossed = new HashSet<>();
        LinkGroups groups = wiring.linkGroups();
        wiring.route(from, to, link -> crossed.add(groups.groups().get(groups.groupOf(link))));
        assertThat(crossed).hasSize(1);
        LinkGroup group = crossed.iterator().next();
        return "%s: %s - %s".formatted(group.link(), group.from(), group.to());
    }
}
