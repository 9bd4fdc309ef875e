package dandori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.FoldedGrid;
import dandori.interconnect.Interconnect;
import dandori.interconnect.Torus;
import dandori.job.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends to whom. */
class TrafficTest {

    private static final Torus TOFU = Torus.tofuD(4, 4, 4, 1);

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void aNodeSendsOneOnAverageAndNeverToItself(Pattern pattern) {
        SplittableRandom random = new SplittableRandom(5);
        for (int count : new int[] {2, 3, 5, 7, 8, 12, 24, 27, 60, 64, 65, 100, 200}) {
            int[] nodes = random.ints(0, TOFU.nodes()).distinct().limit(count).sorted().toArray();
            double[] sent = {0};
            Traffic.name(
                    pattern,
                    TOFU,
                    nodes,
                    (from, to, part) -> {
                        assertThat(from).isNotEqualTo(to);
                        assertThat(Arrays.binarySearch(nodes, from)).isNotNegative();
                        assertThat(Arrays.binarySearch(nodes, to)).isNotNegative();
                        sent[0] += part;
                    });
            boolean isRagged = pattern == Pattern.TORUS_ALL_REDUCE;
            assertThat(sent[0]).isLessThan(count + 1e-9);
            assertThat(sent[0]).isCloseTo(count, within(isRagged ? 0.5 * count : 1e-9));
        }
    }

    @Test
    void everyPairOfASmallAllToAllSendsOnce() {
        TreeMap<String, Double> sent = new TreeMap<>();
        int[] nodes = {3, 4, 9, 70};
        Traffic.name(
                Pattern.ALL_TO_ALL,
                TOFU,
                nodes,
                (from, to, part) -> sent.merge(from + ">" + to, part, Double::sum));
        assertThat(sent).hasSize(12);
        assertThat(sent.values()).allSatisfy(part -> assertThat(part).isEqualTo(1.0 / 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2x3x2", "4x3x4", "8x12x8", "4x6x2", "8x3x2", "2x12x8"})
    void inABoxOfUnitsEachStepOfEveryRingIsOneCable(String box) {
        int[] nodes = box(TOFU, box, 0);
        List<Integer> hops = new ArrayList<>();
        Traffic.name(
                Pattern.TORUS_ALL_REDUCE,
                TOFU,
                nodes,
                (from, to, part) -> hops.add(TOFU.hops(from, to)));
        assertThat(hops).hasSize(6 * nodes.length).containsOnly(1);
    }

    @Test
    void aBoxOfUnitsUsesSixPortsOfEachNode() {
        // 2x3x2 units of 12 nodes: 3 axes, both ways, each on cables of its own.
        double alone =
                new Footprints(TOFU).of(Pattern.TORUS_ALL_REDUCE, box(TOFU, "4x9x4", 0)).alone();
        assertThat(alone).isCloseTo(6, within(1e-9));
    }

    @Test
    void aBoxRoundTheEndOfAnAxisIsABoxLikeOthers() {
        int[] inside = box(TOFU, "4x6x4", 0);
        int[] round = box(TOFU, "4x6x4", 6);
        Footprints footprints = new Footprints(TOFU);
        for (Pattern pattern : List.of(Pattern.TORUS_ALL_REDUCE, Pattern.NEIGHBOUR_EXCHANGE)) {
            assertThat(footprints.of(pattern, round).alone())
                    .isCloseTo(footprints.of(pattern, inside).alone(), within(1e-9));
        }
    }

    @Test
    void neighboursInABoxStandNextToEachOther() {
        Traffic.name(
                Pattern.NEIGHBOUR_EXCHANGE,
                TOFU,
                box(TOFU, "5x4x3", 0),
                (from, to, part) -> assertThat(TOFU.hops(from, to)).isEqualTo(1));
    }

    @Test
    void theBestPlaceIsNoWorseThanAnyBoxThatIsTried() {
        Footprints footprints = new Footprints(TOFU);
        BestPlace best = new BestPlace(footprints);
        for (Pattern pattern : Pattern.values()) {
            for (int nodes : new int[] {2, 12, 13, 48, 97, 144}) {
                for (int[] place : BestPlace.places(TOFU, nodes)) {
                    assertThat(place).hasSize(nodes).doesNotHaveDuplicates().isSorted();
                    assertThat(footprints.of(pattern, place).alone())
                            .isLessThanOrEqualTo(best.bytesPerSecond(pattern, nodes));
                }
            }
        }
    }

    /** The nodes of a box of the folded grid that begins at the given position of its axes. */
    private static int[] box(Interconnect wiring, String shape, int start) {
        FoldedGrid grid = ((Torus) wiring).folded();
        int[] length = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
        int[] nodes = new int[length[0] * length[1] * length[2]];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] =
                    grid.node(
                            (start + i % length[0]) % grid.length(0),
                            i / length[0] % length[1],
                            i / length[0] / length[1]);
        }
        Arrays.sort(nodes);
        return nodes;
    }
}
