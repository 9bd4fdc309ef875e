package dandori.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.FatTree;
import dandori.interconnect.Flat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of switched clusters against published figures and their own rules. */
class AcceleratorFiguresTest {

    static Stream<AcceleratorFigure> figures() {
        return AcceleratorFigure.all().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void publishedBandwidthsComeOut(AcceleratorFigure figure) {
        double published = figure.gigabytes() * 1e9;
        assertThat(figure.model())
                .as(figure.text())
                .isCloseTo(published, within(figure.within() * published));
    }

    @Test
    void overTwoPodsAnAllReduceTakes22PercentLonger() {
        // 16.4 % of the time in communication within a pod, 19.3 % over two: .193/.807 /
        // (.164/.836).
        double inPod = seconds(50);
        assertThat(seconds(51) / inPod).isCloseTo(1.22, within(0.01));
    }

    private static double seconds(int nodes) {
        return new AcceleratorCollectives(AcceleratorFabric.sakura(), nodes)
                .seconds(Collective.ALL_REDUCE, 1e11);
    }

    @Test
    void aJobOnFugakuIsAsQuickAsThePageSays() {
        CollectiveModel job = Collectives.tofu(List.of(8, 8, 8), TofuCollectives.Library.DEFAULT);
        double seconds = job.seconds(Collective.ALL_REDUCE, 64 << 20); // 0.0103
        double onTheBus = job.busBytesPerSecond(Collective.ALL_REDUCE, 64 << 20); // 13 GB/s
        assertThat(seconds).isCloseTo(0.0103, within(0.0001));
        assertThat(onTheBus).isCloseTo(13e9, within(0.1e9));
    }

    @Test
    void moreBytesNeverTakeLessTime() {
        List<CollectiveModel> models =
                List.of(
                        Collectives.tofu(List.of(8, 8, 8), TofuCollectives.Library.TUNED),
                        Collectives.accelerators(AcceleratorFabric.sakura(), 4),
                        Collectives.switched(tree(), 12, 2e-6));
        for (CollectiveModel model : models) {
            for (Collective what : Collective.values()) {
                double before = 0;
                for (double bytes = 256; bytes < 1e10; bytes *= 1.5) {
                    double seconds = model.seconds(what, bytes);
                    assertThat(seconds)
                            .as("%s %s %s", model, what, bytes)
                            .isGreaterThanOrEqualTo(before);
                    before = seconds;
                }
            }
        }
    }

    @Test
    void aThinTreeSlowsWhatCrossesIt() {
        // Leaves of 4, 10 GB/s a node, uplinks a quarter: half of the bytes cross 2 of 4 uplinks.
        CollectiveModel oneLeaf = Collectives.switched(tree(), 4, 0);
        CollectiveModel all = Collectives.switched(tree(), 16, 0);
        assertThat(oneLeaf.seconds(Collective.ALL_TO_ALL, 4e10)).isCloseTo(3, within(1e-9));
        assertThat(all.seconds(Collective.ALL_TO_ALL, 16e10)).isCloseTo(30, within(1e-9));
        assertThat(all.seconds(Collective.ALL_REDUCE, 16e10)).isCloseTo(30, within(1e-9));
    }

    private static FatTree tree() {
        return new FatTree(16, List.of(4), List.of(4.0), 10e9);
    }

    @Test
    void oneRankHasNothingToDoAndNoLinksCannotBeTimed() {
        assertThat(
                        Collectives.tofu(List.of(1), TofuCollectives.Library.DEFAULT)
                                .seconds(Collective.BROADCAST, 1))
                .isZero();
        assertThatThrownBy(() -> Collectives.switched(new Flat(4), 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no links");
        assertThatThrownBy(() -> Collectives.accelerators(AcceleratorFabric.sakura(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
