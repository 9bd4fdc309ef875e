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
 * In as few groups of a dragonfly as hold the job, and there below few routers: messages stay off
 * the global links, and jobs stay out of each other's way.
 *
 * <p>Routers are the leaves of the tree, groups the switches just below the one over all (on a tree
 * of two levels the leaves themselves).
 *
 * <ol>
 *   <li>If a router has room, the one with the fewest free nodes that are enough; else if a group
 *       has, the one with the fewest; of equals the first.
 *   <li>Else whole groups, the ones with the most free nodes first, until one has room for what is
 *       missing: of such, the one with the fewest.
 *   <li>In each group, few routers in the same way; below a router, the free nodes with the lowest
 *       numbers.
 * </ol>
 *
 * <p>Sources: Jain et al., "Maximizing throughput on a dragonfly network", SC 2014, which compares
 * packing and spreading; Yang et al., "Watch out for the bully!", SC 2016, for whom packing helps
 * those that send little. Cost: as {@link LeafPacking}.
 */
public record GroupPack() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        return SwitchPlacer.once(this, job, now);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return SwitchPlacer.of(machine, pool, Few::new);
    }

    /** The choice, with its scratch space. */
    private static final class Few implements SwitchPlacer.Chooser {

        private final Packing packing;
        private final int[] groups;

        Few(SwitchTree tree) {
            packing = new Packing(tree);
            groups = new int[tree.switches(0)];
        }

        @Override
        public void choose(int nodes, FreeNodes free, LeafShares shares) {
            int level = free.lowestLevel(nodes);
            if (level < free.root()) {
                packing.below(level, free.tightest(level, nodes), nodes, free, shares);
                return;
            }
            int groupLevel = free.groupLevel();
            SwitchesByFree all = free.level(groupLevel);
            int count = all.fullestButLast(nodes, 0, all.size(), groups);
            int missing = nodes;
            for (int i = 0; i < count; i++) {
                int share = Math.min(missing, all.free(groups[i]));
                packing.below(groupLevel, groups[i], share, free, shares);
                missing -= share;
            }
        }
    }

    /** Makes it known as {@code group-pack}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(
                    Placement.class,
                    "group-pack",
                    "In as few groups of a dragonfly as possible, and there below few routers.",
                    "Jain et al., SC 2014; Yang et al., SC 2016");
        }

        @Override
        public Placement create(Options options) {
            return new GroupPack();
        }
    }
}
