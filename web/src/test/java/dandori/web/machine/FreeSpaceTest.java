package dandori.web.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FreeSpaceTest {

    @Test
    void theLargestBoxIsTheOneThatTryingAllBoxesFinds() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            int[] length = {random.nextInt(1, 5), random.nextInt(1, 5), random.nextInt(1, 5)};
            boolean[] wraps = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
            int perUnit = random.nextInt(1, 3);
            int units = length[0] * length[1] * length[2];
            JsonNode torus = torus(length, wraps, perUnit);
            Grid grid = Objects.requireNonNull(Grid.of(torus, units * perUnit));
            BitSet free = new BitSet();
            int busy = random.nextInt(1, 8);
            for (int node = 0; node < units * perUnit; node++) {
                free.set(node, random.nextInt(8) >= busy);
            }
            FreeSpace space = new FreeBox(grid).of(free);
            int expected = perUnit * obvious(length, wraps, perUnit, free);
            assertThat(space.largestNodes()).as("round %d", round).isEqualTo(expected);
            int volume = space.shape().stream().reduce(expected == 0 ? 0 : 1, (a, b) -> a * b);
            assertThat(volume * perUnit).isEqualTo(expected);
        }
    }

    @Test
    void andTheSameOneOfSeveralAsLookingUnitByUnit() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 400; round++) {
            int[] length = {
                random.nextInt(1, 7), random.nextInt(1, 7), random.nextInt(1, round % 2 * 150 + 7)
            };
            boolean[] wraps = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
            assertTwinsAgree(
                    Objects.requireNonNull(
                            Grid.of(
                                    torus(length, wraps, 2),
                                    2 * length[0] * length[1] * length[2])),
                    random);
        }
    }

    @Test
    void andOnAMachineAsLargeAsFugaku() {
        Grid grid =
                Objects.requireNonNull(
                        Grid.of(
                                torus(
                                        new int[] {24, 23, 24},
                                        new boolean[] {true, false, true},
                                        12),
                                158_976));
        for (int seed = 0; seed < 5; seed++) {
            assertTwinsAgree(grid, new SplittableRandom(seed));
        }
    }

    /** What is free is what stretches of nodes, mostly long ones, leave. */
    private static void assertTwinsAgree(Grid grid, SplittableRandom random) {
        BitSet free = new BitSet();
        free.set(0, grid.nodes());
        int stretches = random.nextInt(0, 60);
        for (int one = 0; one < stretches; one++) {
            int first = random.nextInt(grid.nodes());
            free.clear(first, Math.min(grid.nodes(), first + random.nextInt(1, 40)));
        }
        assertThat(new FreeBox(grid).of(free)).isEqualTo(new PlainFreeBox(grid).of(free));
    }

    /** The twin: the volume of the largest box of wholly free units, by trying all of them. */
    private static int obvious(int[] length, boolean[] wraps, int perUnit, BitSet free) {
        int units = length[0] * length[1] * length[2];
        int best = 0;
        for (int first = 0; first < units; first++) {
            int[] from = {
                first / length[2] / length[1], first / length[2] % length[1], first % length[2]
            };
            for (int size = 0; size < units; size++) {
                int[] its = {
                    1 + size / length[2] / length[1],
                    1 + size / length[2] % length[1],
                    1 + size % length[2]
                };
                int volume = its[0] * its[1] * its[2];
                boolean fits = volume > best;
                for (int axis = 0; axis < 3; axis++) {
                    fits &= wraps[axis] || from[axis] + its[axis] <= length[axis];
                }
                for (int i = 0; fits && i < volume; i++) {
                    int x = (from[0] + i / its[2] / its[1]) % length[0];
                    int y = (from[1] + i / its[2] % its[1]) % length[1];
                    int z = (from[2] + i % its[2]) % length[2];
                    int node = ((y * length[0] + x) * length[2] + z) * perUnit;
                    fits = free.get(node, node + perUnit).cardinality() == perUnit;
                }
                best = fits ? volume : best;
            }
        }
        return best;
    }

    /** A torus whose numbers go along Y, then X, then Z, as those of Fugaku. */
    private static JsonNode torus(int[] length, boolean[] wraps, int perUnit) {
        return JsonMapper.shared()
                .readTree(
                        """
                        {"shape": [%d, %d, %d], "nodes_per_unit": %d, "axes": [
                          {"name": "X", "length": %1$d, "wraps": %b, "stride": %d},
                          {"name": "Y", "length": %2$d, "wraps": %b, "stride": %d},
                          {"name": "Z", "length": %3$d, "wraps": %b, "stride": %4$d}]}
                        """
                                .formatted(
                                        length[0],
                                        length[1],
                                        length[2],
                                        perUnit,
                                        wraps[0],
                                        length[2] * perUnit,
                                        wraps[1],
                                        length[0] * length[2] * perUnit,
                                        wraps[2]));
    }

    @Test
    void whatIsFreeBelowLeavesThatAreNotWholeIsFragmented() {
        BitSet free = new BitSet();
        free.set(0, 4); // the first leaf whole
        free.set(5, 7); // two of the second
        free.set(8); // one of the last, which has two nodes
        FreeSpace space = new FreeLeaf(new int[] {0, 4, 8, 10}).of(free);
        assertThat(space.largestNodes()).isEqualTo(4);
        assertThat(space.first()).containsExactly(0);
        assertThat(space.fragmentation()).isEqualTo(3 / 7.0);
    }

    @Test
    void theLongestRunOfNumbersCountsWhereNothingIsKnownOfTheWires() {
        BitSet free = new BitSet();
        free.set(2, 5);
        free.set(9, 16);
        FreeSpace space = new FreeRange().of(free);
        assertThat(space.first()).containsExactly(9);
        assertThat(space.largestNodes()).isEqualTo(7);
        assertThat(space.fragmentation()).isCloseTo(0.3, within());
        assertThat(new FreeRange().of(new BitSet()).fragmentation()).isZero();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    @Test
    void aTorusThatDoesNotFitTheMachineIsNotTaken() {
        JsonNode machine =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"torus": {"shape": [2], "nodes_per_unit": 2, "axes": [
                                  {"name": "X", "length": 2, "wraps": true, "stride": 2}]}}
                                """);
        assertThat(MachineFile.measure(machine, 4)).isInstanceOf(FreeBox.class);
        assertThat(MachineFile.measure(machine, 5)).isInstanceOf(FreeRange.class);
    }
}
