package dandori.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dandori.interconnect.GraphNetwork;
import dandori.scenario.text.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wiring files become networks. */
class WiringsTest {

    private static final String CONF =
            """
            # two pods
            SwitchName=spine Switches=pod[0-1]
            switchname=pod0 switches=leaf0,leaf2 LinkSpeed=100
            SwitchName=pod1 Switches=leaf1
            SwitchName=leaf0 Nodes=n[08-10],login
            SwitchName=leaf1 \\
                Nodes=n[01-02]  # short
            SwitchName=leaf2 Nodes=n3
            """;

    @Test
    void aTopologyIsATreeOfSwitches() {
        GraphNetwork network = Wirings.read("t.conf", WiringFormat.TOPOLOGY_CONF, CONF, 10);
        // Leaf by leaf, those of a pod together.
        assertThat(network.names())
                .isEqualTo(List.of("n08", "n09", "n10", "login", "n3", "n01", "n02"));
        var tree = network.switches();
        assertThat(List.of(tree.switches(0), tree.switches(1), tree.levels()))
                .isEqualTo(List.of(3, 2, 3));
        assertThat(tree.endNode(1, 0)).isEqualTo(5);
        assertThat(network.hops(0, 3)).isEqualTo(2);
        assertThat(network.hops(0, 4)).isEqualTo(4);
        assertThat(network.hops(0, 5)).isEqualTo(6);
        // A cable upwards carries 10 for each node below.
        var graph = network.graph();
        assertThat(graph.getEdgeWeight(graph.getEdge("n08", "leaf0"))).isEqualTo(10);
        assertThat(graph.getEdgeWeight(graph.getEdge("leaf0", "pod0"))).isEqualTo(40);
        assertThat(graph.getEdgeWeight(graph.getEdge("spine", "pod0"))).isEqualTo(50);
    }

    @Test
    void graphMlAndDotSayTheSame() {
        String graphml =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="d0" for="node" attr.name="kind" attr.type="string"/>
                  <key id="d1" for="edge" attr.name="bandwidth" attr.type="double"/>
                  <graph edgedefault="undirected">
                    <node id="a"/>
                    <node id="b"/>
                    <node id="s"><data key="d0">switch</data></node>
                    <edge source="a" target="s"><data key="d1">5e9</data></edge>
                    <edge source="s" target="b"/>
                  </graph>
                </graphml>
                """;
        String dot =
                """
                graph fabric {
                  a; b; s [kind=switch, shape=box];
                  a -- s [bandwidth="5e9", label="fast"];
                  s -- b;
                }
                """;
        for (GraphNetwork network :
                List.of(
                        Wirings.read("g", WiringFormat.GRAPHML, graphml, 7),
                        Wirings.read("g", WiringFormat.DOT, dot, 7))) {
            assertThat(network.names()).isEqualTo(List.of("a", "b"));
            assertThat(network.hops(0, 1)).isEqualTo(2);
            assertThat(network.bisectionBytesPerSecond()).isEqualTo(7);
            assertThat(network.bytesPerSecond(0)).isEqualTo(5e9);
            assertThat(network.bytesPerSecond(3)).isEqualTo(7);
        }
    }

    /** Where there are no switches, nodes pass messages on: a ring of five. */
    @Test
    void aGraphWithoutSwitchesIsDirect() {
        String ring = "graph { n0 -- n1 -- n2 -- n3 -- n4 -- n0 }";
        GraphNetwork network = Wirings.read("ring", WiringFormat.DOT, ring, 3);
        assertThat(network.diameter()).isEqualTo(2);
        assertThat(network.linkCount()).isEqualTo(10);
        assertThat(network.bisectionBytesPerSecond()).isEqualTo(6);
        assertThat(network.switches().levels()).isEqualTo(1);
    }

    @Test
    void aFileIsReadByTheEndOfItsName(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("topology.conf"), CONF);
        assertThat(Wirings.read(file, 1).nodes()).isEqualTo(7);
        Path other = Files.writeString(folder.resolve("topology.txt"), CONF);
        var refusal = catchThrowableOfType(ScenarioException.class, () -> Wirings.read(other, 1));
        assertThat(refusal)
                .hasMessageContaining("topology.txt has 1 problem.")
                .hasMessageContaining("Its name does not tell its format.")
                .hasMessageContaining("Maybe rename it: GraphML .graphml, .xml; DOT .dot, .gv;");
    }

    @Test
    void hostListsExpand() {
        assertThat(HostList.names("cpn-[07-08]-[1,3-4],x"))
                .containsExactly(
                        "cpn-07-1",
                        "cpn-07-3",
                        "cpn-07-4",
                        "cpn-08-1",
                        "cpn-08-3",
                        "cpn-08-4",
                        "x");
        assertThat(HostList.names("n[9-11]")).containsExactly("n9", "n10", "n11");
        assertThat(HostList.names("n[098-101]")).containsExactly("n098", "n099", "n100", "n101");
    }

    /** A real file: 16 switches that no other joins, with 1 to some hundred nodes each. */
    @Test
    void aRealTopologyWithoutASpineIsRefusedAndWithOneRead() throws Exception {
        Path file = Shared.file("traces/slurm/ubhpc-topology.conf");
        var refusal = catchThrowableOfType(ScenarioException.class, () -> Wirings.read(file, 1));
        assertThat(refusal.issues()).hasSize(1);
        assertThat(refusal.issues().get(0).text())
                .matches("(?s)It falls into \\d+ parts that nothing joins, those of IB1, IB2g, .*");
        String joined = Files.readString(file) + "\nSwitchName=all Switches=" + names(file);
        GraphNetwork network = Wirings.read("t", WiringFormat.TOPOLOGY_CONF, joined, 1);
        assertThat(network.diameter()).isEqualTo(4);
        assertThat(network.name(0)).isEqualTo("cpn-k07-01-01");
        assertThat(network.switches().switches(0)).isEqualTo(names(file).split(",").length);
    }

    private static String names(Path file) throws Exception {
        return String.join(
                ",",
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("SwitchName="))
                        .map(line -> line.substring(11, line.indexOf(' ')))
                        .toList());
    }
}
