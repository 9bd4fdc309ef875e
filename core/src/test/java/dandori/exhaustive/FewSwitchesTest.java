package dandori.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.SwitchTree;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.policy.Placement;
import dandori.policy.placement.Placements;
import dandori.reference.Desk;
import dandori.reference.Switched;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On every state of small machines, packing uses as few switches as any choice of nodes could. */
class FewSwitchesTest {

    private static final Machine TWO_LEVELS = Switched.machine(new int[] {2, 3, 1, 4, 2});
    private static final Machine THREE_LEVELS =
            Switched.machine(new int[] {2, 1, 2, 3, 1, 2, 1}, 3, 2, 2);

    /**
     * The fewest switches of a level, out of a set of them, that hold so many of the free nodes.
     */
    private static int fewest(SwitchTree tree, int level, BitSet among, long free, int nodes) {
        int switches = tree.switches(level);
        int fewest = Integer.MAX_VALUE;
        for (int choice = 1; choice < 1 << switches; choice++) {
            int held = 0;
            boolean allowed = true;
            for (int number = 0; number < switches; number++) {
                if ((choice >> number & 1) == 1) {
                    allowed &= among.get(number);
                    held += free(tree, level, number, free);
                }
            }
            if (allowed && held >= nodes) {
                fewest = Math.min(fewest, Integer.bitCount(choice));
            }
        }
        return fewest;
    }

    private static int free(SwitchTree tree, int level, int number, long free) {
        int first = tree.firstNode(level, number);
        int width = tree.endNode(level, number) - first;
        return Long.bitCount(free >>> first & (1L << width) - 1);
    }

    private static BitSet all(SwitchTree tree, int level) {
        BitSet all = new BitSet();
        all.set(0, tree.switches(level));
        return all;
    }

    private static BitSet used(SwitchTree tree, int level, NodeSet set) {
        return IntStream.range(0, tree.nodes())
                .filter(set::contains)
                .map(node -> tree.switchOf(level, node))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** What is to hold for a state and a number of nodes. */
    @FunctionalInterface
    private interface Law {

        void holds(SwitchTree tree, long free, int nodes, NodeSet set);
    }

    private static void everywhere(Machine machine, Placement placement, Law law) {
        for (long free = 1; free < 1L << machine.nodes(); free++) {
            Desk desk = Desk.withFree(free, machine, placement);
            for (int nodes = 1; nodes <= Long.bitCount(free); nodes++) {
                law.holds(machine.interconnect().switches(), free, nodes, desk.ask(nodes));
            }
        }
    }

    static Placement[] packing() {
        return new Placement[] {
            Placements.leafPacking(), Placements.railPacking(), Placements.groupPack()
        };
    }

    @ParameterizedTest
    @MethodSource("packing")
    void onTwoLevelsNoChoiceHasFewerLeaves(Placement placement) {
        everywhere(
                TWO_LEVELS,
                placement,
                (tree, free, nodes, set) ->
                        assertThat(used(tree, 0, set).cardinality())
                                .isEqualTo(fewest(tree, 0, all(tree, 0), free, nodes)));
    }

    @ParameterizedTest
    @MethodSource("packing")
    void onThreeLevelsNoChoiceHasFewerGroups(Placement placement) {
        boolean byGroups = placement.equals(Placements.groupPack());
        everywhere(
                THREE_LEVELS,
                placement,
                (tree, free, nodes, set) -> {
                    int optimum = fewest(tree, 1, all(tree, 1), free, nodes);
                    if (byGroups || optimum == 1) { // a job that fits below a switch stays there
                        assertThat(used(tree, 1, set).cardinality()).isEqualTo(optimum);
                    }
                });
    }

    @Test
    void leavesExceedTheFewestPossibleByNoMoreThanIsSaid() {
        everywhere(
                THREE_LEVELS,
                Placements.leafPacking(),
                (tree, free, nodes, set) -> {
                    int leaves = used(tree, 0, set).cardinality();
                    int optimum = fewest(tree, 0, all(tree, 0), free, nodes);
                    BitSet groups = used(tree, 1, set);
                    if (groups.cardinality() > 1 || optimum == 1) {
                        assertThat(leaves).isEqualTo(optimum);
                        return;
                    }
                    int group = groups.nextSetBit(0);
                    BitSet inside = new BitSet();
                    for (int leaf = 0; leaf < tree.switches(0); leaf++) {
                        inside.set(leaf, tree.parent(0, leaf) == group);
                    }
                    assertThat(leaves).isEqualTo(fewest(tree, 0, inside, free, nodes));
                    assertThat(leaves - optimum).isBetween(0, inside.cardinality() - 2);
                });
    }

    @Test
    void podsShareEvenlyWhereTheyCan() {
        everywhere(
                TWO_LEVELS,
                Placements.railPacking(),
                (tree, free, nodes, set) -> {
                    int[] parts =
                            IntStream.range(0, tree.switches(0))
                                    .map(pod -> part(tree, pod, set))
                                    .filter(part -> part > 0)
                                    .toArray();
                    int even = (nodes + parts.length - 1) / parts.length;
                    long roomy =
                            IntStream.range(0, tree.switches(0))
                                    .filter(pod -> free(tree, 0, pod, free) >= even)
                                    .count();
                    if (roomy >= parts.length) {
                        int least = IntStream.of(parts).min().getAsInt();
                        assertThat(IntStream.of(parts).max().getAsInt() - least).isLessThan(2);
                    }
                });
    }

    private static int part(SwitchTree tree, int leaf, NodeSet set) {
        return (int)
                IntStream.range(tree.firstNode(0, leaf), tree.endNode(0, leaf))
                        .filter(set::contains)
                        .count();
    }
}
