package dandori.sim;

import dandori.machine.Outage;
import dandori.state.Capacity;
import java.util.List;
import java.util.TreeMap;

/** The changes of a pool's nodes in service that its planned outages make. */
final class PlannedCapacity implements Capacity {

    private final long[] atMillis; // ascending
    private final int[] nodes; // change at that instant, not 0
    private int passed;

    PlannedCapacity(List<Outage> outages) {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (Outage outage : outages) {
            changes.merge(outage.fromMillis(), -outage.nodes(), Integer::sum);
            changes.merge(outage.toMillis(), outage.nodes(), Integer::sum);
        }
        changes.values().removeIf(change -> change == 0);
        atMillis = changes.keySet().stream().mapToLong(Long::longValue).toArray();
        nodes = changes.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Refuses outages that together would take more nodes than there are. */
    void checkAgainst(int poolNodes) {
        int away = 0;
        for (int step = 0; step < stepCount(); step++) {
            away -= stepNodes(step);
            if (away > poolNodes) {
                throw new IllegalArgumentException(
                        "Planned outages take %d of %d nodes at %d ms.\nMaybe two of them overlap."
                                .formatted(away, poolNodes, stepMillis(step)));
            }
        }
    }

    @Override
    public int stepCount() {
        return atMillis.length - passed;
    }

    @Override
    public long stepMillis(int step) {
        return atMillis[passed + step];
    }

    @Override
    public int stepNodes(int step) {
        return nodes[passed + step];
    }

    /** Applies the next change: by how many nodes. */
    int apply() {
        return nodes[passed++];
    }

    /** How many node milliseconds the outages take from a window. */
    static long lostNodeMillis(List<Outage> outages, dandori.metric.Window window) {
        long lost = 0;
        for (Outage outage : outages) {
            lost += window.overlapMillis(outage.fromMillis(), outage.toMillis()) * outage.nodes();
        }
        return lost;
    }
}
