package dandori.sim;

import dandori.machine.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many nodes of a pool planned outages keep away, and why, over time.
 *
 * <p>Outages of the whole pool merge where they overlap, with each other and with those of some
 * nodes; those of some nodes add up. Of caps on power the tightest holds, and it takes only what is
 * not away already.
 */
final class AwayNodes {

    private static final int SERVICE = 0;
    private static final int OFF = 1;
    private static final int IDLE = 2;

    private final long[] atMillis; // ascending; at which anything changes
    private final int[][] nodes; // from then on, by reason

    private AwayNodes(long[] atMillis, int[][] nodes) {
        this.atMillis = atMillis;
        this.nodes = nodes;
    }

    /** What outages of one pool come to; refuses those that take more. Cost: O(n log n). */
    static AwayNodes of(List<Outage> outages, int poolNodes) {
        TreeMap<Long, List<Outage>> changes = new TreeMap<>(); // who begins or ends
        for (Outage outage : outages) {
            changes.computeIfAbsent(outage.fromMillis(), at -> new ArrayList<>()).add(outage);
            changes.computeIfAbsent(outage.toMillis(), at -> new ArrayList<>()).add(outage);
        }
        long[] at = new long[changes.size()];
        int[][] nodes = new int[changes.size()][];
        Sum sum = new Sum(poolNodes);
        int count = 0;
        for (var change : changes.entrySet()) {
            for (Outage outage : change.getValue()) {
                sum.add(outage, outage.fromMillis() == change.getKey() ? 1 : -1);
            }
            at[count] = change.getKey();
            nodes[count++] = sum.byReason(change.getKey());
        }
        return new AwayNodes(at, nodes);
    }

    /** How often anything changes. */
    int count() {
        return atMillis.length;
    }

    long atMillis(int change) {
        return atMillis[change];
    }

    /** How many nodes are away in all from a change on. */
    int goneFrom(int change) {
        return nodes[change][SERVICE] + nodes[change][OFF] + nodes[change][IDLE];
    }

    /** Whether a cap on power keeps any away from a change on. */
    boolean isOfPowerFrom(int change) {
        return nodes[change][OFF] + nodes[change][IDLE] > 0;
    }

    /** How many are away in all at an instant. */
    int gone(long millis) {
        int last = Instants.countUpTo(atMillis, millis) - 1;
        return last < 0 ? 0 : goneFrom(last);
    }

    /** How many are out of service at an instant for other reasons than power. */
    int outOfService(long millis) {
        return at(millis, SERVICE);
    }

    /** How many are switched off at an instant, beside those out of service. */
    int off(long millis) {
        return at(millis, OFF);
    }

    /** How many stand idle at an instant for want of power, beside those switched off. */
    int idle(long millis) {
        return at(millis, IDLE);
    }

    /** The next instant after one at which anything changes; {@link Long#MAX_VALUE} if none. */
    long nextChangeMillis(long afterMillis) {
        return Instants.next(afterMillis, atMillis);
    }

    private int at(long millis, int reason) {
        int last = Instants.countUpTo(atMillis, millis) - 1;
        return last < 0 ? 0 : nodes[last][reason];
    }

    /** The outages that are on. */
    private static final class Sum {

        private final int poolNodes;
        private int wholes;
        private long others; // nodes
        private final NavigableMap<Integer, Integer> off = new TreeMap<>(); // nodes: how many caps
        private final NavigableMap<Integer, Integer> idle = new TreeMap<>();

        Sum(int poolNodes) {
            this.poolNodes = poolNodes;
        }

        void add(Outage outage, int one) {
            if (outage.isOfPower()) {
                int nodes = Math.min(outage.nodes(), poolNodes);
                NavigableMap<Integer, Integer> caps = outage.loss() == Outage.Loss.OFF ? off : idle;
                caps.merge(nodes, one, (before, more) -> before + more == 0 ? null : before + more);
            } else if (outage.isWhole()) {
                wholes += one;
            } else {
                others += (long) one * outage.nodes();
            }
        }

        int[] byReason(long millis) {
            if (others > poolNodes) {
                throw new IllegalArgumentException(
                        "Planned outages take %d of %d nodes at %d ms.\nMaybe two of them overlap."
                                .formatted(others, poolNodes, millis));
            }
            int service = wholes > 0 ? poolNodes : (int) others;
            int switchedOff = Math.max(0, most(off) - service);
            int standing = Math.max(0, most(idle) - service - switchedOff);
            return new int[] {service, switchedOff, standing};
        }

        private static int most(NavigableMap<Integer, Integer> caps) {
            return caps.isEmpty() ? 0 : caps.lastKey();
        }
    }
}
