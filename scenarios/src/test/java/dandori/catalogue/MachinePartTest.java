package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.FatTree;
import dandori.interconnect.RailOptimized;
import dandori.machine.Machine;
import dandori.machine.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines of another size. */
class MachinePartTest {

    @Test
    void asManyNodesAreTheSameMachine() {
        Machine sakuraone = Catalogue.machine("sakuraone");

        assertThat(MachinePart.of(sakuraone, 100)).isSameAs(sakuraone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 51, 250})
    void railsStayRails(int nodes) {
        Machine part = MachinePart.of(Catalogue.machine("sakuraone"), nodes);

        assertThat(part.nodes()).isEqualTo(nodes);
        assertThat(part.interconnect()).isInstanceOf(RailOptimized.class);
        assertThat(part.specification().nodeTypes().get(0).count()).isEqualTo(nodes);
        assertThat(part.specification().interconnect().isEmpty()).isFalse();
        assertThat(part.specification().totals().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 7, 359, 361, 3_600})
    void fatTreesStayFatTrees(int nodes) {
        Machine part = MachinePart.of(Catalogue.machine("vela"), nodes);

        assertThat(part.nodes()).isEqualTo(nodes);
        assertThat(part.interconnect()).isInstanceOf(FatTree.class);
    }

    @Test
    void aPartOfATorusIsFlat() {
        Machine part = MachinePart.of(Catalogue.machine("fugaku").withoutGroups(), 1_000);

        assertThat(part.interconnect().kind()).isEqualTo("flat");
        assertThat(part.pools()).hasSize(1);
        assertThat(part.specification().interconnect().isEmpty()).isTrue();
        assertThat(part.specification().nodeTypes().get(0).peakFlops(Precision.FP64))
                .hasValue(3.072e12);
    }

    @Test
    void processorsArePartsOfNodes() {
        Machine part = MachinePart.of(Catalogue.machine("ricc"), 100);

        assertThat(part.nodes()).isEqualTo(100);
        assertThat(part.specification().nodeTypes()).isEmpty();
    }
}
