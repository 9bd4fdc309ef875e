package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.Catalogue;
import dandori.catalogue.MachineReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see of machines: {@code describe}, {@code catalogue machines}, {@code validate}. */
class MachineTranscriptTest {

    private static final String SAKURAONE =
            """
            Wiring
              technology           RoCEv2 on 800 GbE, 16      second-hand       S36
                                   leaves, 8 spines
              rails                8                          second-hand       S36
              nodes per pod        50                         derived           S36      100 nodes in two pods
                                                                                         that are taken as equal
              rail bandwidth       400 Gbit/s                 second-hand       S36
              spine                1                          second-hand       S36      full bisection
              oversubscription

              [            spines            ]     1:1 from the leaves
                |       |               |
              [leaf 1] [leaf 2]   ...  [leaf 8]     one leaf for each rail
                |  |     |  |           |  |        50 GB/s a port
                |  +-----|--|-----------|--|---- o  node 1: port r hangs on leaf r
                +--------+--------------+------- o  node 2
                               ...
              2 pods of up to 50 nodes, each with leaves of its own

              at most 4 hops · 20 TB/s across the middle · 204 links (one way; a bundle is one)
            """;
    private static final String TORUS =
            """
                      o-------------------o
                     /                   /|                                   o----o
              Y 23@ /                   / |                             b 3@ /|   /|
                   /                   /  |                                 o----o |
                  o-------------------o   |                                /| o-/|-o
                  |                   |   o                               o----o |/
            X 24@ |                   |  /                            a 2 | o--|-o
                  |                   | /                                 |/   |/
                  |                   |/                                  o----o
                  o-------------------o                                    c 2
                          Z 24@
              24 x 23 x 24 = 13,248 units of 2 x 3 x 2 = 12 nodes; @ marks rings
              node numbers grow slowest along Y, then X, then Z, then a, then b, then c
              6.8 GB/s a link, one way
            """;
    private static final String VELA =
            """
                         +---------------------------+
                         |            top            |
                         +---------------------------+
                           |         |             |
                       [ leaf  ] [ leaf  ] ... [ leaf  ]     60 of 6 nodes, 1:1 upwards
                         ||||      ||||          ||||       25 GB/s each
                         oooo      oooo          oooo

              at most 4 hops · 4.5 TB/s across the middle · 840 links (one way; a bundle is one)
            """;

    @TempDir Path folder;

    static List<String> names() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMachineIsDescribedInAHundredColumns(String name) {
        StudyCall call = StudyCall.of("describe", name);

        assertThat(call.status()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).startsWith(name + ": ").contains("\nSources\n");
        assertThat(call.out().lines())
                .allMatch(line -> line.length() <= 100)
                .noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void everyFigureHasItsCertaintyAndItsSource() {
        String out = StudyCall.of("describe", "fugaku").out();

        assertThat(out)
                .startsWith(
                        """
                        fugaku: Fugaku, RIKEN R-CCS, Kobe
                        158,976 nodes · torus · 3 pools · 13 resource groups

                        The machine as a whole
                          nodes                158,976                    published         S1
                        """)
                .contains("PUE                  1.15                       remembered-low    K")
                .contains(TORUS)
                .contains(" large               110,592=  ")
                .contains("        huge          82,944*  55,297*–82,944  24h~ ")
                .contains("opens 3rd Tuesday + 3 d, 15:00, for 4d12h (starts for")
                .contains("Assumed, because nobody published it: int (shapes); small-torus (")
                .contains("  S4       R-CCS, Fugaku User Briefing, 11 September 2025\n");
    }

    @Test
    void wiringsAreDrawn() {
        assertThat(StudyCall.of("describe", "sakuraone").out()).contains(SAKURAONE);
        assertThat(StudyCall.of("describe", "vela").out()).contains(VELA);
        assertThat(StudyCall.of("describe", "ricc").out())
                .contains("  o  o  o  o   ...   o  o  o  o\n\n  any are as good as any others\n");
    }

    @Test
    void ratesAreTurnedIntoTimes() {
        assertThat(StudyCall.of("describe", "sakuraone").out())
                .contains("  so a node fails every 435 d in the mean\n");
    }

    @Test
    void programsGetEveryFactWithItsPath() {
        StudyCall call = StudyCall.of("describe", "catalogue/sakuraone", "--json");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("{")
                .contains("\"path\" : \"nodeTypes.gpu.accelerator.memory\"")
                .contains("\"value\" : 8.0E10")
                .contains("\"certainty\" : \"second-hand\"");
    }

    @Test
    void machineFilesAreDescribedAndValidated() throws IOException {
        String right =
                Files.writeString(folder.resolve("ours.yaml"), MachineReference.EXAMPLE).toString();
        String wrong =
                Files.writeString(
                                folder.resolve("wrong.yaml"),
                                MachineReference.EXAMPLE.replace("[32,", "[0,"))
                        .toString();

        assertThat(StudyCall.of("describe", right).out()).startsWith("ours: Our cluster");
        assertThat(StudyCall.of("validate", right).out())
                .isEqualTo(right + " is a valid machine file: ours, 64 nodes, rail-optimized.\n");
        StudyCall refused = StudyCall.of("validate", right, wrong);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).contains(wrong + " has 2 problems.");
        assertThat(StudyCall.of("describe", wrong).status()).isEqualTo(2);
    }

    @Test
    void machinesAreListed() {
        StudyCall call = StudyCall.of("catalogue", "machines");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("  Machine              Units  Wiring          What it is\n")
                .contains("  fugaku             158,976  torus           Fugaku, RIKEN R-CCS, Kobe")
                .contains("  vtrain-a100             64  fat-tree        ");
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aMachineOfTheCatalogueIsPrintedAsItStands() {
        assertThat(StudyCall.of("catalogue", "machines", "vela").out())
                .isEqualTo(Catalogue.text("vela"));
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        StudyCall described = StudyCall.of("describe", "fugako");
        assertThat(described.status()).isEqualTo(2);
        assertThat(described.err())
                .startsWith(
                        "dandori: there is no machine 'fugako' in the catalogue, and no file of"
                                + " that name.\nMaybe 'fugaku'.");
        assertThat(StudyCall.of("catalogue", "machines", "fugako").err())
                .startsWith("dandori: there is no machine 'fugako' in the catalogue.\nMaybe");
        assertThat(StudyCall.of("catalogue", "policies", "easy").status()).isEqualTo(2);
        assertThat(StudyCall.of("describe", "vela", "--set", "a=1").err())
                .startsWith("dandori: --set: 'vela' is a machine");
        assertThat(StudyCall.of("describe", "none.yaml").err()).contains("no such file");
    }
}
