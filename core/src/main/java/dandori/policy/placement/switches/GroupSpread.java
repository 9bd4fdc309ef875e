package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.state.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evenly over all groups of a dragonfly, and in each group evenly over its routers: a job has many
 * global links to itself at once, and shares each of them with everybody.
 *
 * <p>Routers are the leaves of the tree, groups the switches just below the one over all (on a tree
 * of two levels the leaves themselves). All groups give equally many nodes, or all they have if
 * that is less; what cannot be divided comes, a node each, from those with the most free nodes, of
 * equals from the first. So it goes on among the routers of a group; below a router, the free nodes
 * with the lowest numbers.
 *
 * <p>Sources: Jain et al., "Maximizing throughput on a dragonfly network", SC 2014; Yang et al.,
 * "Watch out for the bully!", SC 2016, for whom spreading helps those that send much and harms
 * their neighbours. Slurm with {@code TopologyParam=dragonfly} spreads over leaf switches, too, but
 * first tries to keep a job below one: that is {@code routerFirst}.
 *
 * <p>Cost: O((groups + routers of the groups that give) · log(nodes)) to place, O(switches touched)
 * to take or give.
 *
 * @param routerFirst whether a job for which one router has room stays below the one with the
 *     fewest free nodes that are enough
 */
public record GroupSpread(boolean routerFirst) implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        return SwitchPlacer.once(this, job, now);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return SwitchPlacer.of(machine, pool, tree -> new Evenly(tree, routerFirst));
    }

    /** The choice, with its scratch space. */
    private static final class Evenly implements SwitchPlacer.Chooser {

        private final boolean routerFirst;
        private final int[] groupParts;
        private final int[] routerParts;
        private final EvenShares even;

        Evenly(SwitchTree tree, boolean routerFirst) {
            this.routerFirst = routerFirst;
            int routers = tree.switches(0);
            groupParts = new int[routers];
            routerParts = new int[routers];
            even = new EvenShares(routers);
        }

        @Override
        public void choose(int nodes, FreeNodes free, LeafShares shares) {
            if (routerFirst && free.lowestLevel(nodes) == 0) {
                shares.add(free.tightest(0, nodes), nodes);
                return;
            }
            int groupLevel = free.groupLevel();
            int groups = free.level(groupLevel).size();
            divide(nodes, free.level(groupLevel), 0, groups, groupParts);
            for (int group = 0; group < groups; group++) {
                if (groupLevel == 0) {
                    shares.add(group, groupParts[group]);
                } else if (groupParts[group] > 0) {
                    int from = free.firstLeaf(groupLevel, group);
                    int end = free.endLeaf(groupLevel, group);
                    divide(groupParts[group], free.level(0), from, end, routerParts);
                    for (int router = from; router < end; router++) {
                        shares.add(router, routerParts[router - from]);
                    }
                }
            }
        }

        private void divide(int nodes, SwitchesByFree all, int from, int end, int[] parts) {
            even.clear();
            for (int number = from; number < end; number++) {
                even.add(all.free(number));
            }
            even.divide(nodes, parts);
        }
    }

    /** Makes it known as {@code group-spread}. */
    public static final class Provider implements PartProvider<Placement> {

        /** For the service loader. */
        public Provider() {}

        @Override
        public String name() {
            return "group-spread";
        }

        @Override
        public Class<Placement> part() {
            return Placement.class;
        }

        @Override
        public String says() {
            return "Evenly over all groups of a dragonfly, and over the routers of each.";
        }

        @Override
        public String source() {
            return "Jain et al., SC 2014; Yang et al., SC 2016";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.flag("router-first", "false")
                            .says("Whether a job that fits below one router stays there."));
        }

        @Override
        public Placement create(Options options) {
            return new GroupSpread(options.flag("router-first"));
        }
    }
}
