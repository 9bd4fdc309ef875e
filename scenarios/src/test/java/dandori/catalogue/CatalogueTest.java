package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.Torus;
import dandori.machine.Accelerator;
import dandori.machine.AllocationUnit;
import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.NodeType;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Precision;
import dandori.machine.Specification;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says, held against sums that must come out. */
class CatalogueTest {

    private static final double PETA = 1e15;
    private static final int PLANE = 24 * 24 * 12;

    private static double value(Machine machine, String name) {
        return machine.specification().totals().value(name).orElseThrow();
    }

    private static NodeType type(Machine machine) {
        return machine.specification().nodeTypes().get(0);
    }

    private static Accelerator accelerator(Machine machine) {
        return Objects.requireNonNull(type(machine).accelerator());
    }

    private static Partition group(Machine machine, String name) {
        return machine.pools().stream()
                .flatMap(pool -> pool.partitions().stream())
                .filter(partition -> partition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Offset<Double> percent(double percent, double of) {
        return within(percent / 100 * of);
    }

    static List<String> names() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMachineIsReadUnderItsNameAndSaysWhereItIsKnownFrom(String name) {
        Machine machine = Catalogue.machine(name);
        Specification known = machine.specification();
        TreeSet<String> used = new TreeSet<>();
        known.forEachFact((path, fact) -> used.addAll(fact.sources()));

        assertThat(machine.name()).isEqualTo(name);
        assertThat(known.title()).isNotBlank();
        assertThat(known.nodeTypes()).isNotEmpty();
        assertThat(known.sources().keySet()).containsAll(used);
        assertThat(known.sources().values()).allMatch(text -> text.length() > 10);
    }

    @ParameterizedTest
    @MethodSource("names")
    void acceleratorsAddUp(String name) {
        Machine machine = Catalogue.machine(name);
        double sum = 0;
        for (NodeType type : machine.specification().nodeTypes()) {
            Accelerator each = type.accelerator();
            sum += each == null ? 0 : type.count() * each.perNode().orElseThrow();
        }
        if (machine.specification().totals().fact("accelerators") != null) {
            assertThat(sum).isEqualTo(value(machine, "accelerators"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void linpackStaysBelowThePeak(String name) {
        Machine machine = Catalogue.machine(name);
        Fact linpack = machine.specification().totals().fact("hpl");
        if (linpack == null) {
            return;
        }
        NodeType type = type(machine);
        Accelerator each = type.accelerator();
        double one =
                each == null
                        ? type.boostPeakFlops(Precision.FP64).orElseThrow()
                        : each.peakFlops(Precision.FP64_MATRIX)
                                .orElse(each.peakFlops(Precision.FP64).orElseThrow());
        double count =
                each == null
                        ? type.count()
                        : machine.specification()
                                .totals()
                                .value("hplAccelerators")
                                .orElse(value(machine, "accelerators"));
        assertThat(linpack.value()).isBetween(0.5 * one * count, one * count);
    }

    @Test
    void theNodesOfFugakuAreItsTorusAndItsRacks() {
        Machine fugaku = Catalogue.machine("fugaku");

        assertThat(fugaku.nodes()).isEqualTo(158_976).isEqualTo(24 * 23 * 24 * 2 * 3 * 2);
        assertThat(396 * 384 + 36 * 192).isEqualTo(fugaku.nodes());
        assertThat(value(fugaku, "fullRacks") * 384 + value(fugaku, "smallRacks") * 192)
                .isEqualTo(fugaku.nodes());
        assertThat(fugaku.interconnect()).isInstanceOf(Torus.class);
        Torus torus = (Torus) fugaku.interconnect();
        assertThat(torus.units()).isEqualTo(13_248);
        assertThat(torus.nodesPerUnit()).isEqualTo(12);
        assertThat(torus.axes()).isEqualTo(Torus.tofuD(24, 23, 24, 6.8e9).axes());
        assertThat(torus.numbering()).isEqualTo(Torus.tofuD(24, 23, 24, 6.8e9).numbering());
        assertThat(torus.linkBytesPerSecond()).isEqualTo(6.8e9);
        // The last node of a plane and the first of the next.
        assertThat(torus.coordinate(PLANE - 1, 1)).isZero();
        assertThat(torus.coordinate(PLANE, 1)).isEqualTo(1);
    }

    @Test
    void theFiguresOfFugakuAreThoseOfItsNodes() {
        Machine fugaku = Catalogue.machine("fugaku");
        NodeType node = type(fugaku);
        double peak = fugaku.nodes() * node.peakFlops(Precision.FP64).orElseThrow();

        assertThat(peak / PETA).isCloseTo(488, within(0.5));
        assertThat(value(fugaku, "peak") / PETA).isEqualTo(488);
        assertThat(fugaku.nodes() * node.boostPeakFlops(Precision.FP64).orElseThrow() / PETA)
                .isCloseTo(537, within(0.5));
        assertThat(fugaku.nodes() * node.peakFlops(Precision.FP16).orElseThrow() / PETA)
                .isCloseTo(1_950, within(5.0));
        double memory = fugaku.nodes() * node.memoryBytes().orElseThrow();
        assertThat(memory).isCloseTo(value(fugaku, "memory"), percent(0.1, memory));
        assertThat(node.busyWatts().orElseThrow() * fugaku.nodes())
                .isCloseTo(value(fugaku, "power"), percent(0.1, 3e7));
        assertThat(node.injectionBytesPerSecond().orElseThrow()).isEqualTo(6 * 6.8e9);
    }

    @Test
    void theLimitsOfFugakuAreWholePlanes() {
        Machine fugaku = Catalogue.machine("fugaku");

        assertThat(fugaku.pools()).extracting(Pool::name).containsExactly("small", "large", "rest");
        assertThat(fugaku.pools())
                .extracting(Pool::nodes)
                .containsExactly(3 * PLANE, 16 * PLANE, 4 * PLANE);
        assertThat(group(fugaku, "large").maxNodes()).isEqualTo(8 * PLANE);
        assertThat(group(fugaku, "huge").maxNodes()).isEqualTo(12 * PLANE).isEqualTo(82_944);
        assertThat(group(fugaku, "huge").nodes().size()).isEqualTo(12 * PLANE);
        assertThat(group(fugaku, "middle").nodes().size()).isEqualTo(16 * PLANE * 2 / 3);
        assertThat(48 * 6 * 48).isEqualTo(2 * PLANE).isEqualTo(13_824);
        assertThat(group(fugaku, "large").nodes())
                .isEqualTo(NodeSet.range(3 * PLANE, 19 * PLANE - 1));
    }

    @Test
    void theGroupsOfFugakuComeInTheirOrder() {
        Machine fugaku = Catalogue.machine("fugaku");

        assertThat(group(fugaku, "f-pt-large").tier()).isLessThan(group(fugaku, "middle").tier());
        assertThat(group(fugaku, "middle").tier()).isLessThan(group(fugaku, "large").tier());
        assertThat(group(fugaku, "large").tier()).isLessThan(group(fugaku, "spot-large").tier());
        assertThat(group(fugaku, "spot-small").tenure().guaranteedMillis())
                .isEqualTo(4 * 3_600_000);
        assertThat(group(fugaku, "huge").calendar().isExclusive()).isTrue();
        assertThat(group(fugaku, "huge").calendar().rules()).hasSize(1);
        assertThat(group(fugaku, "middle").calendar().rules()).hasSize(2);
        assertThat(group(fugaku, "small").calendar().isAlwaysOpen()).isTrue();
        assertThat(group(fugaku, "small").shapes().iterator().next().text()).isEqualTo("noncont");
        assertThat(fugaku.specification().partitions().get("middle").fact("windows[0]"))
                .satisfies(fact -> {
                    assertThat(fact.certainty()).isEqualTo(Certainty.ASSUMED);
                    assertThat(fact.text())
                            .isEqualTo("3rd Tuesday + 3 d, 15:00, for 4d12h (starts for 4d)");
                });
    }

    @Test
    void sakuraone() {
        Machine sakuraone = Catalogue.machine("sakuraone");

        assertThat(sakuraone.nodes()).isEqualTo(100);
        assertThat(value(sakuraone, "accelerators")).isEqualTo(800);
        assertThat(value(sakuraone, "hpl")).isEqualTo(33.95e15);
        double peak = 784 * accelerator(sakuraone).peakFlops(Precision.FP64_MATRIX).orElseThrow();
        assertThat(value(sakuraone, "hpl")).isLessThan(peak);
        assertThat(type(sakuraone).injectionBytesPerSecond().orElseThrow()).isEqualTo(400e9);
        // 21 failures in three months.
        double days = 21 / (2.3 / 1_000 * 100);
        assertThat(days).isBetween(89.0, 92.0);
        assertThat(
                        sakuraone.specification().reliability().nodeMtbfMillis().orElseThrow()
                                / 86_400_000)
                .isCloseTo(434.8, within(0.1));
    }

    @Test
    void otherPeaksAgreeWithTheirParts() {
        Machine vela = Catalogue.machine("vela");
        assertThat(vela.nodes() * type(vela).totalPeakFlops(Precision.FP64).orElseThrow())
                .isCloseTo(value(vela, "peak"), percent(0.5, 27.9e15));

        Machine abci = Catalogue.machine("abci-3");
        assertThat(abci.nodes() * type(abci).totalPeakFlops(Precision.FP16).orElseThrow())
                .isCloseTo(value(abci, "peakFp16"), percent(3, 6.22e18));
        assertThat(type(abci).injectionBytesPerSecond().orElseThrow()).isEqualTo(200e9);

        Machine eagle = Catalogue.machine("azure-eagle");
        assertThat(value(eagle, "accelerators")).isEqualTo(14_400);
        assertThat(eagle.nodes()).isEqualTo(1_800);

        Machine tsubame = Catalogue.machine("tsubame-4");
        assertThat(
                        tsubame.nodes()
                                * type(tsubame).totalPeakFlops(Precision.FP64_MATRIX).orElseThrow())
                .isCloseTo(value(tsubame, "peak"), percent(4, 66.8e15));
        assertThat(tsubame.specification().prices().yenPerNodeHour().orElseThrow())
                .isEqualTo(110_000 / 400.0);
    }

    @Test
    void riccCountsProcessors() {
        Machine ricc = Catalogue.machine("ricc");

        assertThat(ricc.unit()).isEqualTo(AllocationUnit.PROCESSOR);
        assertThat(ricc.nodes()).isEqualTo(8_192);
    }

    @Test
    void whatNobodyPublishedIsAbsent() {
        Specification fugaku = Catalogue.machine("fugaku").specification();

        assertThat(fugaku.prices().yenPerNodeHour()).isEmpty();
        assertThat(fugaku.reliability().nodeMtbfMillis()).isEmpty();
        assertThat(fugaku.nodeTypes().get(0).idleWatts()).isEmpty();
        assertThat(Objects.requireNonNull(fugaku.site().facts().fact("pue")).certainty())
                .isEqualTo(Certainty.REMEMBERED_LOW);
    }

    @Test
    void aWrongNameIsTold() {
        assertThat(Catalogue.names()).isSorted();
        assertThatThrownBy(() -> Catalogue.machine("fugako"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "There is no machine 'fugako' in the catalogue.\nMaybe 'fugaku'.");
    }
}
