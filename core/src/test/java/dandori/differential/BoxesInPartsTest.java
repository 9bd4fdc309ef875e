package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ShapedWorlds.World;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Parts;
import dandori.policy.Placement;
import dandori.reference.TwinPlaces;
import dandori.rule.FixedSituation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What jobs take in a part of a pool, and where, against boxes that are looked for cell by cell.
 */
class BoxesInPartsTest {

    @Test
    void partsOfSmallToriAreLookedAtCellByCell() {
        int worlds = Integer.getInteger("dandori.partWorlds", 2_000);
        int rejected = 0;
        int placed = 0;
        for (int seed = 0; seed < worlds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = ShapedWorlds.world(random);
            Pool pool = world.machine().pools().get(ShapedWorlds.played(world.machine()));
            boolean[] mask = mask(random, pool.nodes());
            NodeSet part = set(mask, pool.firstNode());
            List<Job> jobs = ShapedWorlds.jobs(random, pool.nodes());
            Placement placement = world.placement().forRun(world.machine(), pool, only(part));
            NodeSet all = NodeSet.range(pool.firstNode(), pool.firstNode() + pool.nodes() - 1);
            placement.taken(all.minus(part));
            TwinPlaces twin = new TwinPlaces(world.twin(), mask);
            FixedSituation now = new FixedSituation(0, Workload.of("jobs", jobs).jobs());
            for (int job = 0; job < jobs.size(); job++) {
                String what = "seed %d, %s, job %s".formatted(seed, world, now.jobs().id(job));
                int needed = placement.nodesNeeded(job, now.jobs());
                Job asked = jobs.get((int) now.jobs().id(job));
                assertThat(needed).as(what).isEqualTo(twin.needed(asked));
                NodeSet nodes = needed <= twin.free() ? placement.place(job, now) : null;
                int[] expected = twin.place(asked);
                assertThat(nodes == null ? null : numbers(nodes, pool.firstNode()))
                        .as(what)
                        .isEqualTo(expected);
                if (nodes != null) {
                    placement.taken(nodes);
                    placed++;
                }
                rejected += needed > pool.nodes() ? 1 : 0;
            }
        }
        assertThat(rejected).isGreaterThan(worlds);
        assertThat(placed).isGreaterThan(worlds);
    }

    /** A range of nodes, or all but some. */
    private static boolean[] mask(SplittableRandom random, int nodes) {
        boolean[] mask = new boolean[nodes];
        int first = random.nextInt(nodes);
        Arrays.fill(mask, first, first + 1 + random.nextInt(nodes - first), true);
        if (random.nextInt(3) == 0) {
            Arrays.fill(mask, true);
            for (int i = random.nextInt(4); i >= 0; i--) {
                mask[random.nextInt(nodes)] = nodes == 1;
            }
        }
        mask[first] = true;
        return mask;
    }

    private static NodeSet set(boolean[] mask, int firstNode) {
        NodeSet set = NodeSet.EMPTY;
        for (int node = 0; node < mask.length; node++) {
            if (mask[node]) {
                set = set.or(NodeSet.range(firstNode + node, firstNode + node));
            }
        }
        return set;
    }

    private static Parts only(NodeSet part) {
        return new Parts() {
            @Override
            public int of(int job) {
                return 0;
            }

            @Override
            public NodeSet nodes(int number) {
                return part;
            }
        };
    }

    private static int[] numbers(NodeSet set, int firstNode) {
        int[] numbers = new int[set.size()];
        int count = 0;
        for (int i = 0; i < set.intervalCount(); i++) {
            for (int node = set.first(i); node <= set.last(i); node++) {
                numbers[count++] = node - firstNode;
            }
        }
        return numbers;
    }
}
