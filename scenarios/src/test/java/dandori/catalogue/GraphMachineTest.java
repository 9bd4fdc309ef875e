package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.GraphNetwork;
import dandori.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose wiring stands in a file of its own. */
class GraphMachineTest {

    private static final String MACHINE =
            """
            machine: ours
            title: Four nodes on two switches
            sources: {S1: Our own notes}
            totals: {nodes: [4, published, S1]}
            interconnect:
              kind: graph
              file: wiring/topology.conf
              linkBandwidth: [25 GB/s, published, S1]
            """;
    private static final String TOPOLOGY =
            """
            SwitchName=leaf1 Nodes=n[1-2]
            SwitchName=leaf2 Nodes=n[3-4]
            SwitchName=top Switches=leaf[1-2]
            """;

    @TempDir Path folder;

    private Path file(String machine, String topology) throws IOException {
        Files.createDirectories(folder.resolve("wiring"));
        Files.writeString(folder.resolve("wiring/topology.conf"), topology);
        return Files.writeString(folder.resolve("ours.yaml"), machine);
    }

    @Test
    void theFileIsReadFromTheFolderOfTheMachine() throws IOException {
        Machine ours = MachineReader.read(file(MACHINE, TOPOLOGY));

        assertThat(ours.interconnect()).isInstanceOf(GraphNetwork.class);
        assertThat(((GraphNetwork) ours.interconnect()).source()).isEqualTo("wiring/topology.conf");
        assertThat(ours.nodes()).isEqualTo(4);
        assertThat(ours.interconnect().hops(0, 1)).isEqualTo(2);
        assertThat(ours.interconnect().hops(0, 2)).isEqualTo(4);
    }

    @Test
    void nodesThatNoSwitchHoldsAreTold() throws IOException {
        Path machine = file(MACHINE.replace("[4, published", "[5, published"), TOPOLOGY);

        assertThatThrownBy(() -> MachineReader.read(machine))
                .hasMessageContaining(
                        "interconnect (line 5): wires 4 nodes, but 'totals.nodes' is 5: no switch"
                                + " holds the other 1.");
    }

    @Test
    void whatIsWrongInTheWiringFileIsToldHere() throws IOException {
        Path machine = file(MACHINE, TOPOLOGY.replace("leaf[1-2]", "leaf[1-3]"));

        assertThatThrownBy(() -> MachineReader.read(machine))
                .hasMessageContaining("interconnect.file (line 7): wiring/topology.conf")
                .hasMessageContaining("leaf3");
    }

    @Test
    void aFileThatIsNotThereIsTold() throws IOException {
        Path machine = file(MACHINE.replace("topology.conf", "none.conf"), TOPOLOGY);

        assertThatThrownBy(() -> MachineReader.read(machine))
                .hasMessageContaining("there is no file 'wiring/none.conf' in ");
        assertThat(MachineReading.issues(MACHINE))
                .containsExactly(
                        "interconnect.file (line 7): a machine without a folder cannot name"
                                + " files.");
    }
}
