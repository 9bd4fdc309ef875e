package dandori.simgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.catalogue.MachineReader;
import dandori.machine.Machine;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machine files of platforms: every one is read back as a machine. */
class PlatformImportTest {

    private static final String MASTER =
            "<cluster id='M' radical='0-0' speed='1Gf' bw='1GBps'>"
                    + "<prop id='role' value='master'/></cluster>";

    @TempDir private Path folder;

    private PlatformImport of(String text) {
        try {
            Path file = folder.resolve("p.xml");
            Files.writeString(file, text);
            return PlatformImport.of(file, "ours");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String cluster(String attributes) {
        return "<?xml version='1.0'?>\n<!DOCTYPE platform SYSTEM 'http://no.invalid/s.dtd'>\n"
                + "<platform version='4.1'><zone id='z' routing='Full'>"
                + "<cluster id='A' prefix='a' suffix='' speed='2Gf' lat='5us' "
                + attributes
                + "/>"
                + MASTER
                + "</zone></platform>";
    }

    private static Machine read(PlatformImport made) {
        return MachineReader.read("ours", made.yaml().getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void aClusterBecomesNodesWithTheirSpeedAndLink() {
        PlatformImport made = of(cluster("radical='0-9,20-25' core='4' bw='1Gbps' bb_bw='3GBps'"));
        assertThat(made.nodes()).isEqualTo(16);
        assertThat(made.yaml())
                .contains(
                        """
                          A:
                            count: [16, published, S1]
                            cores: [4, published, S1]
                            injectionBandwidth: [0.125 GB/s, published, S1]
                            peak: {fp64: [0.008 TFLOP/s, derived, S1, "cores x speed"]}
                        """)
                .endsWith("interconnect:\n  kind: flat\n");
        assertThat(made.notes())
                .containsExactly(
                        "line 3: bb_bw: a backbone that all share is not modelled",
                        "M: runs the scheduler, not jobs: left out");
        assertThat(read(made).nodes()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TORUS | 4,2,2 | linkBandwidth: [1 GB/s, published, S1]",
                "FAT_TREE | 2;4,4;1,2;1,2 | 'oversubscription: [1, derived,'",
                "DRAGONFLY | 2,2;1,1;4,1;2 | globalBandwidth: [2 GB/s, derived, S1, \"2 links\"]",
            })
    void topologiesBecomeWirings(String topology, String parameters, String expected) {
        PlatformImport made =
                of(
                        cluster(
                                "radical='0-15' bw='1GBps' topology='%s' topo_parameters='%s'"
                                        .formatted(topology, parameters)));
        assertThat(made.yaml()).contains(expected);
        assertThat(made.notes()).hasSize(1);
        assertThat(read(made).nodes()).isEqualTo(16);
    }

    @Test
    void whatDoesNotFitIsFlatAndSaid() {
        String two =
                cluster("radical='0-15' bw='1GBps' topology='TORUS' topo_parameters='4,4,4'")
                        .replace("</zone>", "<link id='l'/><link id='k'/></zone>");
        PlatformImport made = of(two);
        assertThat(made.yaml()).endsWith("  kind: flat\n");
        assertThat(made.notes())
                .contains(
                        "topology TORUS 4,4,4 of A: not modelled, taken as flat",
                        "2 <link>: not modelled");
    }

    @ParameterizedTest
    @CsvSource({"1.6522665718098645Gf, 0.001652266571809864", "5e-1Gf, 0.0005", "2.Gf, 0.002"})
    void speedsMayHaveAllDigitsOfADouble(String speed, String teraflops) {
        PlatformImport made = of("<platform><host id='a1' speed='" + speed + "'/></platform>");
        assertThat(made.yaml()).contains("peak: {fp64: [" + teraflops + " TFLOP/s");
    }

    @Test
    void hostsThatAreAlikeAreOneKind() {
        PlatformImport made =
                of(
                        "<platform><zone id='z'><host id='master_host' speed='1Gf'/>"
                                + "<host id='a1' speed='1Gf,2Gf'/><host id='a2' speed='1Gf'/>"
                                + "<host id='b' speed='3Gf' core='2'/></zone></platform>");
        assertThat(made.nodes()).isEqualTo(3);
        assertThat(made.yaml()).contains("  a1:\n    count: [2,").contains("  b:\n    count: [1,");
        assertThat(read(made).nodes()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html/> | begins with <html>, where <platform> is expected.",
                "<platform> | is no XML that can be read",
                "<platform/> | has no host that computes.",
                "'<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><platform>&x;</platform>' |"
                        + " is no XML that can be read without its document type.",
                "'<!DOCTYPE p [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><platform><host id=\"&b;\""
                        + " speed=\"1Gf\"/></platform>' | is no XML that can be read",
                "<platform><host id='a' speed='fast'/></platform> | speed: 'fast' cannot be read.",
                "<platform><cluster id='a' speed='1Gf' radical='9-0'/></platform> | radical: '9-0'",
                "<platform><cluster id='a' speed='1Gf' radical='0-999999999'/></platform> | has more",
            })
    void whatIsNoPlatformIsRefused(String text, String expected) {
        assertThatThrownBy(() -> of(text))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(expected);
    }
}
