package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.MachineReference;
import dandori.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of scenarios that are described elsewhere. */
class MachinesFromTest {

    private static String with(String machine) {
        return RIGHT.replace("one: {nodes: 64}", "one: " + machine);
    }

    private static Machine machine(String text) {
        return scenario(with(text)).machines().get(0);
    }

    private static void assertRoundTrip(String machine, String described) {
        String text = ScenarioText.of(scenario(with(machine)), PARTS);

        assertThat(text).contains("machines:\n  one:\n" + described + "organizations:");
        assertThat(ScenarioText.of(scenario(text), PARTS)).isEqualTo(text);
    }

    @Test
    void aMachineOfTheCatalogueIsOnePoolUnderItsNameInTheScenario() {
        Machine fugaku = machine("{from: catalogue/fugaku}");

        assertThat(fugaku.name()).isEqualTo("one");
        assertThat(fugaku.nodes()).isEqualTo(158_976);
        assertThat(fugaku.interconnect().kind()).isEqualTo("torus");
        assertThat(fugaku.pools()).hasSize(1);
        assertThat(fugaku.pools().get(0).partitions()).isEmpty();
        assertThat(fugaku.specification().partitions()).isEmpty();
        assertThat(fugaku.specification().title()).startsWith("Fugaku");
    }

    @Test
    void itMayHaveAnotherSize() {
        assertThat(machine("{from: catalogue/fugaku, nodes: 1000}").interconnect().kind())
                .isEqualTo("flat");
        Machine sakura = machine("{from: catalogue/sakura-hokkaido, nodes: 250}");
        assertThat(sakura.nodes()).isEqualTo(250);
        assertThat(sakura.interconnect().kind()).isEqualTo("rail-optimized");
    }

    @Test
    void itIsDescribedByWhereItIsFrom() {
        assertRoundTrip(
                "{from: catalogue/fugaku}",
                "    from: catalogue/fugaku\n    groups: false\n    maintenance: true\n");
        assertRoundTrip(
                "{from: catalogue/fugaku, nodes: 1000, groups: false}",
                "    from: catalogue/fugaku\n    nodes: 1000\n    groups: false\n    maintenance: true\n");
    }

    @Test
    void aMachineFileIsReadFromTheScenariosFolder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.writeString(file, MachineReference.EXAMPLE);

        assertThat(machine("{from: " + file + "}").nodes()).isEqualTo(64);
        assertThat(machine("{from: " + folder + "/x/../ours.yaml}").nodes()).isEqualTo(64);
        assertRoundTrip(
                "{from: " + file + "}",
                "    from: " + file + "\n    groups: false\n    maintenance: true\n");
    }

    @Test
    void whatIsWrongInAMachineFileIsToldWithTheRest(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.writeString(
                file, MachineReference.EXAMPLE.replace("[96, published, S1]", "[96, published]"));

        assertThat(issues(with("{from: " + file + "}").replace("0.7", "'0.7'")))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "machines.one.from (line 3): "
                                + file
                                + ": nodeTypes.gpu.cores (line 13): has no source.\n"
                                + "Maybe one of: S1, S2.");
    }
}
