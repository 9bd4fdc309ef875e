package dandori.sim;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.Outage;
import dandori.metric.Window;
import dandori.state.Capacity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The changes of a pool's nodes in service that its planned outages make.
 *
 * <p>Outages of the whole pool merge where they overlap, with each other and with those of some
 * nodes; those of some nodes add up. Policies see the changes of outages that drain, and of any
 * that has begun.
 */
final class PlannedCapacity implements Capacity {

    private final List<Outage> outages;
    private final int poolNodes;
    private final Steps all;
    private final long[] instants; // ascending; at which the loop is to apply something
    private int applied; // of those
    private boolean wasForeseen = true;
    private boolean hasSurprised;
    private Steps known; // ahead of the last of those
    private int passed; // of the known

    /** The outages of one pool of so many nodes; refuses those that would take more. */
    PlannedCapacity(List<Outage> outages, int poolNodes) {
        this.outages = List.copyOf(outages);
        this.poolNodes = poolNodes;
        all = Steps.of(this.outages, Long.MIN_VALUE, poolNodes);
        TreeSet<Long> at = new TreeSet<>();
        for (long millis : all.atMillis) {
            at.add(millis);
        }
        for (Outage outage : this.outages) {
            if (outage.onBegin() != OnBegin.DRAIN) {
                at.add(outage.fromMillis()); // from then on it is known
            }
        }
        instants = at.stream().mapToLong(Long::longValue).toArray();
        known = knownAfter(Long.MIN_VALUE);
    }

    private Steps knownAfter(long millis) {
        List<Outage> seen = new ArrayList<>(outages);
        seen.removeIf(one -> one.onBegin() != OnBegin.DRAIN && one.fromMillis() > millis);
        return Steps.of(seen, millis, poolNodes);
    }

    /** The instants at which {@link #apply} is to be called, in order of time. */
    long[] instants() {
        return instants.clone();
    }

    @Override
    public int stepCount() {
        return known.atMillis.length - passed;
    }

    @Override
    public long stepMillis(int step) {
        return known.atMillis[passed + step];
    }

    @Override
    public int stepNodes(int step) {
        return known.nodes[passed + step];
    }

    @Override
    public boolean wasForeseen() {
        return wasForeseen;
    }

    /** Applies what happens at the next instant: by how many nodes those in service change. */
    int apply() {
        long now = instants[applied++];
        int expected = 0;
        if (stepCount() > 0 && stepMillis(0) == now) {
            expected = stepNodes(0);
            passed++;
        }
        int change = all.nodesAt(now);
        wasForeseen = true;
        for (Outage outage : outages) {
            wasForeseen &= outage.onBegin() == OnBegin.DRAIN || outage.fromMillis() != now;
        }
        hasSurprised |= !wasForeseen;
        if (!wasForeseen || expected != change) {
            known = knownAfter(now);
            passed = 0;
        }
        return change;
    }

    /** Whether anything was ever applied that policies could not know of. */
    boolean hasSurprised() {
        return hasSurprised;
    }

    /**
     * What becomes of jobs in the way at an instant: killed if an outage that is on then kills,
     * else sent back to the queue.
     */
    OnBegin onBegin(long millis) {
        boolean kills =
                outages.stream().anyMatch(one -> one.isOn(millis) && one.onBegin() == OnBegin.KILL);
        return kills ? OnBegin.KILL : OnBegin.REQUEUE;
    }

    /** How many node milliseconds the outages take from a window. */
    long lostNodeMillis(Window window) {
        long lost = 0;
        int gone = 0;
        for (int step = 0; step + 1 < all.atMillis.length; step++) {
            gone -= all.nodes[step];
            long millis = window.overlapMillis(all.atMillis[step], all.atMillis[step + 1]);
            lost = Math.addExact(lost, Math.multiplyExact(millis, (long) gone));
        }
        return lost;
    }

    /**
     * Changes of the nodes in service, none of them 0.
     *
     * @param atMillis ascending
     * @param nodes change at that instant
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Steps(long[] atMillis, int[] nodes) {

        /** Those after an instant; refuses outages that take more. Cost: O(n log n). */
        static Steps of(List<Outage> outages, long afterMillis, int poolNodes) {
            TreeMap<Long, long[]> changes = new TreeMap<>(); // whole outages, nodes of others
            for (Outage outage : outages) {
                int index = outage.isWhole() ? 0 : 1;
                long weight = outage.isWhole() ? 1 : outage.nodes();
                changes.computeIfAbsent(outage.fromMillis(), at -> new long[2])[index] += weight;
                changes.computeIfAbsent(outage.toMillis(), at -> new long[2])[index] -= weight;
            }
            long[] at = new long[changes.size()];
            int[] nodes = new int[changes.size()];
            int count = 0;
            long wholes = 0;
            long others = 0;
            int before = 0;
            for (var change : changes.entrySet()) {
                wholes += change.getValue()[0];
                others += change.getValue()[1];
                check(others, poolNodes, change.getKey());
                int gone = wholes > 0 ? poolNodes : (int) others;
                if (gone != before && change.getKey() > afterMillis) {
                    at[count] = change.getKey();
                    nodes[count++] = before - gone;
                }
                before = gone;
            }
            return new Steps(Arrays.copyOf(at, count), Arrays.copyOf(nodes, count));
        }

        private static void check(long gone, int poolNodes, long millis) {
            if (gone > poolNodes) {
                throw new IllegalArgumentException(
                        "Planned outages take %d of %d nodes at %d ms.\nMaybe two of them overlap."
                                .formatted(gone, poolNodes, millis));
            }
        }

        /** The change at an instant; 0 if there is none. */
        int nodesAt(long millis) {
            int step = Arrays.binarySearch(atMillis, millis);
            return step < 0 ? 0 : nodes[step];
        }
    }
}
