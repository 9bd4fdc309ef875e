package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import dandori.state.NodePool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes by number against an array of booleans. */
class FirstFitTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noNodeServesTwoJobsAndTheLowestAreTakenFirst(long seed) {
        World world = Worlds.random(seed, 200);
        Policy policy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(Placements.firstFit())
                        .build();
        JobLog log =
                Simulation.of(
                                Machine.flat("world", world.nodes()),
                                Workload.of("world", Worlds.ofThePaper(world).jobs()))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        for (int job = 0; job < log.jobs().count(); job++) {
            if (log.hasStarted(job)) {
                assertThat(log.nodeSet(job).size()).isEqualTo(log.jobs().nodes(job));
                noNodeBelowIsFree(log.startMillis(job), job, world.nodes(), log);
            }
        }
    }

    /** All nodes below the job's last one are busy when it starts, and no node is given twice. */
    private static void noNodeBelowIsFree(long at, int job, int nodes, JobLog log) {
        boolean[] busy = new boolean[nodes];
        for (int other = 0; other < log.jobs().count(); other++) {
            if (log.hasStarted(other)
                    && log.startMillis(other) <= at
                    && at < log.endMillis(other)) {
                mark(busy, log.nodeSet(other));
            }
        }
        int last = lastNode(log.nodeSet(job));
        for (int node = 0; node < last; node++) {
            assertThat(busy[node]).as("node %d is passed over by job row %d", node, job).isTrue();
        }
    }

    private static void mark(boolean[] busy, NodeSet set) {
        for (int interval = 0; interval < set.intervalCount(); interval++) {
            for (int node = set.first(interval); node <= set.last(interval); node++) {
                assertThat(busy[node]).as("node %d is given twice", node).isFalse();
                busy[node] = true;
            }
        }
    }

    private static int lastNode(NodeSet set) {
        return set.last(set.intervalCount() - 1);
    }

    @Test
    void aPoolOfNodesIsAnArrayOfBooleans() {
        SplittableRandom random = new SplittableRandom(7);
        NodePool pool = new NodePool(0, 130);
        boolean[] free = new boolean[130];
        java.util.Arrays.fill(free, true);
        List<NodeSet> taken = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            if (random.nextBoolean() || taken.isEmpty()) {
                int first = random.nextInt(130);
                int last = first;
                while (last + 1 < 130 && free[last + 1] && random.nextInt(6) > 0) {
                    last++;
                }
                if (free[first]) {
                    NodeSet set = NodeSet.range(first, last);
                    pool.take(set);
                    java.util.Arrays.fill(free, first, last + 1, false);
                    taken.add(set);
                } else {
                    NodeSet set = NodeSet.range(first, first);
                    org.assertj.core.api.Assertions.assertThatThrownBy(() -> pool.take(set))
                            .isInstanceOf(IllegalStateException.class);
                }
            } else {
                NodeSet set = taken.remove(random.nextInt(taken.size()));
                pool.give(set);
                java.util.Arrays.fill(free, set.first(0), set.last(0) + 1, true);
            }
            int count = 0;
            int from = random.nextInt(130);
            int nextFree = -1;
            int nextBusy = 130;
            for (int node = 129; node >= 0; node--) {
                count += free[node] ? 1 : 0;
                nextFree = node >= from && free[node] ? node : nextFree;
                nextBusy = node >= from && !free[node] ? node : nextBusy;
            }
            assertThat(pool.freeCount()).isEqualTo(count);
            assertThat(pool.nextFree(from)).isEqualTo(nextFree);
            assertThat(pool.nextBusy(from)).isEqualTo(nextBusy);
        }
    }
}
