package dandori.slurm;

import dandori.machine.NodeSet;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code slurm} with slots of concrete nodes, as Slurm itself keeps them, to show where that
 * matters: nobody may use the nodes of a slot although as many others would be left over for it.
 *
 * <p>Without bounds, for small worlds under {@code best-fit}: everything is tried at every instant.
 */
final class SlurmByNodes implements Backfill {

    private static final long INTERVAL_MILLIS = 1_000;

    private final List<Slot> slots = new ArrayList<>();

    /** Nodes that somebody has, or will have, in a span. */
    private record Slot(long from, long to, NodeSet nodes) {}

    @Override
    public Backfill forRun() {
        return new SlurmByNodes();
    }

    @Override
    public void fill(Situation now, Actions act) {
        WaitQueue queue = now.queue();
        while (queue.size() > 0 && act.tryStart(queue.first()).started()) {}
        if (now.nowMillis() % INTERVAL_MILLIS == 0) {
            cycle(now, act);
        }
        if (queue.size() > 0) {
            act.wakeAt((now.nowMillis() / INTERVAL_MILLIS + 1) * INTERVAL_MILLIS);
        }
    }

    private void cycle(Situation now, Actions act) {
        slots.clear();
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            NodeSet nodes = now.nodeSet(now.cluster().running(place));
            long end = up(now.cluster().estimatedEndMillis(place));
            slots.add(new Slot(Long.MIN_VALUE, end, nodes));
        }
        for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
            long at = now.nowMillis();
            NodeSet nodes = nodes(job, at, now);
            for (long end : new TreeSet<>(slots.stream().map(Slot::to).toList())) {
                if (nodes == null && end > now.nowMillis()) {
                    at = end;
                    nodes = nodes(job, at, now);
                }
            }
            if (nodes != null) {
                if (at == now.nowMillis()) {
                    act.start(job, nodes);
                }
                slots.add(new Slot(at, up(at + now.estimateMillis(job)), nodes));
            }
        }
    }

    private static long up(long millis) {
        return millis + Math.floorMod(-millis, INTERVAL_MILLIS);
    }

    /** The nodes that best fit would give from an instant on; null if they are not free so long. */
    private @Nullable NodeSet nodes(int job, long from, Situation now) {
        long to = from + now.estimateMillis(job);
        BitSet free = new BitSet();
        free.set(0, now.pool().nodes());
        for (Slot slot : slots) {
            if (slot.from() < to && from < slot.to()) {
                for (int i = 0; i < slot.nodes().intervalCount(); i++) {
                    free.clear(slot.nodes().first(i), slot.nodes().last(i) + 1);
                }
            }
        }
        int wanted = now.nodesNeeded(job);
        return free.cardinality() < wanted ? null : bestFit(free, wanted);
    }

    /** The shortest run that is long enough; else the longest runs until it is. */
    private static NodeSet bestFit(BitSet free, int wanted) {
        List<int[]> runs = new ArrayList<>();
        for (int first = free.nextSetBit(0); first >= 0; ) {
            int end = free.nextClearBit(first);
            runs.add(new int[] {first, end - first});
            first = free.nextSetBit(end);
        }
        runs.sort((one, other) -> other[1] - one[1]);
        BitSet taken = new BitSet();
        for (int missing = wanted; missing > 0; ) {
            int enough = missing;
            int[] run =
                    runs.stream()
                            .filter(some -> some[1] >= enough)
                            .reduce((first, second) -> second[1] < first[1] ? second : first)
                            .orElse(runs.get(0));
            runs.remove(run);
            taken.set(run[0], run[0] + Math.min(run[1], missing));
            missing -= Math.min(run[1], missing);
        }
        return NodeSet.of(taken);
    }
}
