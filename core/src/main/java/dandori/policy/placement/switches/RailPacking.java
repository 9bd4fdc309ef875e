package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * In one pod if any has room, else in as few pods as hold the job, divided evenly among them. For
 * rail-optimized fabrics, where the lowest switches of the tree are pods: the nodes of a pod share
 * one leaf for each rail, so that inside a pod a rail never passes a spine.
 *
 * <ol>
 *   <li>One pod: the one with the fewest free nodes that are enough; of equals the first.
 *   <li>Else, below the lowest switch with room (the tightest, as in {@link LeafPacking}), the
 *       least number k of pods that hold the n nodes. If k pods have ⌈n / k⌉ free nodes each, those
 *       k of them with the fewest; else the k pods with the most.
 *   <li>All of them give equally many nodes, or all they have if that is less; what cannot be
 *       divided comes, a node each, from those with the most free nodes.
 *   <li>Whole nodes, in a pod the free ones with the lowest numbers.
 * </ol>
 *
 * <p>Why evenly: a collective that first reduces inside each pod (BlueConnect, Cho et al., IBM J.
 * Res. Dev. 63(6), 2019) passes the rest through the spines with the links of each pod's nodes, so
 * that the pod with the fewest nodes sets the pace; and equal numbers below each switch are what
 * Jigsaw asks for to keep jobs apart (Smith and Lowenthal, HPDC 2021). The price is that more pods
 * are left in part than if all but the last were filled.
 *
 * <p>Cost: O(levels + counts that occur + pods taken · log(nodes)) to place, O(switches touched) to
 * take or give.
 */
public record RailPacking() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        return SwitchPlacer.once(this, job, now);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return SwitchPlacer.of(machine, pool, Evenly::new);
    }

    /** The choice, with its scratch space. */
    private static final class Evenly implements SwitchPlacer.Chooser {

        private final int[] pods;
        private final int[] roomy;
        private final int[] parts;
        private final EvenShares even;

        Evenly(SwitchTree tree) {
            int count = tree.switches(0);
            pods = new int[count];
            roomy = new int[count];
            parts = new int[count];
            even = new EvenShares(count);
        }

        @Override
        public void choose(int nodes, FreeNodes free, LeafShares shares) {
            int level = free.lowestLevel(nodes);
            int number = free.tightest(level, nodes);
            if (level == 0) {
                shares.add(number, nodes);
                return;
            }
            SwitchesByFree all = free.level(0);
            int from = free.firstLeaf(level, number);
            int end = free.endLeaf(level, number);
            int few = all.fullest(nodes, from, end, pods);
            int part = (nodes + few - 1) / few;
            int[] chosen = all.tightest(part, from, end, few, roomy) == few ? roomy : pods;
            even.clear();
            for (int i = 0; i < few; i++) {
                even.add(all.free(chosen[i]));
            }
            even.divide(nodes, parts);
            for (int i = 0; i < few; i++) {
                shares.add(chosen[i], parts[i]);
            }
        }
    }

    /** Makes it known as {@code rail-packing}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(
                    Placement.class,
                    "rail-packing",
                    "In one pod if any has room, else evenly in as few pods as possible.",
                    "Cho et al., IBM J. Res. Dev. 63(6), 2019; Smith and Lowenthal, HPDC 2021");
        }

        @Override
        public Placement create(Options options) {
            return new RailPacking();
        }
    }
}
