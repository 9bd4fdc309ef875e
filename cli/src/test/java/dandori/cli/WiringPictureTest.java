package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.Flat;
import dandori.interconnect.GraphNetwork;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.Torus;
import java.util.List;
import java.util.stream.Stream;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawings of wirings that no machine of the catalogue has. */
class WiringPictureTest {

    private static final String DRAGONFLY =
            """
              (group 1)-----(group 2)
                  | \\       / |        16 groups, each joined to each by 25 GB/s
                  |   \\   /   |
                  |     X     |
                  |   /   \\   |
                  | /       \\ |
                ( ... )-----(group 16)

              a group:  [r]--[r]--[r] ...   8 routers, each joined to each by 50 GB/s
                        ooo  ooo  ooo       4 nodes on each, 12.5 GB/s a node
            """;
    private static final String GRID =
            """
                  o--o--o-- ... --o
                  |  |  |         |    x 8@ down
                  o--o--o-- ... --o
                  :  :  :         :
                  o--o--o-- ... --o
                        y 4
              8 x 4 = 32 nodes; @ marks rings
              node numbers grow slowest along x, then y
              6.8 GB/s a link, one way
            """;
    private static final String THREE_LEVELS =
            """
                         +---------------------------+
                         |            top            |
                         +---------------------------+
                           |         |             |
                       [  pod  ] [  pod  ] ... [  pod  ]     8 of 128 nodes, oversubscribed 4:1
                           |         |             |
                       [ leaf  ] [ leaf  ] ... [ leaf  ]     63 of 16 nodes, 1:1 upwards
                         ||||      ||||          ||||       25 GB/s each
                         oooo      oooo          oooo
            """;

    private static Torus torus(int... lengths) {
        Axis[] axes = new Axis[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            axes[i] = new Axis(String.valueOf((char) ('A' + i)), lengths[i], i % 2 == 0);
        }
        List<Integer> order = Stream.iterate(0, i -> i + 1).limit(lengths.length).toList();
        return new Torus(List.of(axes), 0, order, 1e9);
    }

    static List<Interconnect> wirings() {
        return List.of(
                new Flat(1),
                new Flat(5),
                torus(4),
                torus(4, 4),
                torus(4, 4, 4),
                torus(2, 2, 2, 2, 2),
                Torus.tofuD(4, 5, 6, 6.8e9),
                new FatTree(16, List.of(16), List.of(1.0), 1e9),
                new FatTree(10_000, List.of(10, 10, 10, 10), List.of(1.0, 1.5, 2.0), 1e9),
                new RailOptimized(20, 4, 32, 25e9, 1),
                new RailOptimized(2_000, 8, 32, 50e9, 2.5),
                new Dragonfly(1, 1, 1, 1e9, 1e9, 1e9));
    }

    @ParameterizedTest
    @MethodSource("wirings")
    void everyWiringFitsAHundredColumns(Interconnect wired) {
        String drawing = WiringPicture.of(wired);

        assertThat(drawing).endsWith("\n");
        assertThat(drawing.lines())
                .allMatch(line -> line.length() <= 100)
                .noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void eachKindHasADrawingOfItsOwn() {
        assertThat(WiringPicture.of(new Dragonfly(16, 8, 4, 12.5e9, 50e9, 25e9)))
                .startsWith(DRAGONFLY);
        Torus grid =
                new Torus(
                        List.of(new Axis("x", 8, true), new Axis("y", 4, false)),
                        0,
                        List.of(0, 1),
                        6.8e9);
        assertThat(WiringPicture.of(grid)).startsWith(GRID);
        assertThat(WiringPicture.of(new FatTree(1_000, List.of(16, 8, 8), List.of(1.0, 4.0), 25e9)))
                .startsWith(THREE_LEVELS);
    }

    @Test
    void aNetworkFromAFileNamesIt() {
        var graph = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        List.of("s", "a", "b").forEach(graph::addVertex);
        graph.setEdgeWeight(graph.addEdge("s", "a"), 1e9);
        graph.setEdgeWeight(graph.addEdge("s", "b"), 1e9);
        GraphNetwork network = new GraphNetwork(graph, List.of("a", "b"));

        assertThat(WiringPicture.of(network)).contains("a network from a file\n");
        assertThat(WiringPicture.of(network.from("wires.dot")))
                .contains("a network from the file wires.dot\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1e6, 1 MB/s",
        "6.8e9, 6.8 GB/s",
        "12.5e9, 12.5 GB/s",
        "1.6e12, 1.6 TB/s",
        "20e12, 20 TB/s",
        "90.09e12, 90.1 TB/s"
    })
    void bandwidthsHaveThreeDigits(double bytesPerSecond, String text) {
        assertThat(WiringPicture.bandwidth(bytesPerSecond)).isEqualTo(text);
    }
}
