package dandori.sim;

import dandori.job.JobSource;
import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.machine.Reservation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reservations of a pool in a run. */
final class Bookings {

    private final List<Booking> all = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>(); // of rights, as they come

    /**
     * Those of a pool; refuses one of nodes that its machine does not have.
     *
     * @param jobs as the pool sees them
     * @param partitions the names of their partitions
     */
    Bookings(
            List<Reservation> reservations,
            Machine machine,
            Pool pool,
            JobSource source,
            Jobs jobs,
            List<String> partitions) {
        NodeSet ofPool = NodeSet.range(pool.firstNode(), pool.firstNode() + pool.nodes() - 1);
        for (Reservation one : reservations) {
            if (one.machine().equals(machine.name())) {
                NodeSet nodes = one.nodes();
                if (nodes.last(nodes.intervalCount() - 1) >= machine.nodes()) {
                    throw new IllegalArgumentException(
                            "Reservation '%s' is of nodes %s, but '%s' has %d.\nMaybe they are counted from 1: the first is 0."
                                    .formatted(one.name(), nodes, machine.name(), machine.nodes()));
                }
                if (nodes.and(ofPool).size() > 0) {
                    all.add(new Booking(one, source, jobs, partitions));
                }
            }
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Booking> all() {
        return all;
    }

    /** Those nodes of a set that a job may have from one instant to another. */
    NodeSet open(NodeSet nodes, int job, long startMillis, long endMillis) {
        return openBut(null, nodes, job, startMillis, endMillis);
    }

    /** The same if it were not for one of them. */
    NodeSet openBut(
            @Nullable Booking without, NodeSet nodes, int job, long startMillis, long endMillis) {
        NodeSet open = nodes;
        for (Booking one : all) {
            if (one != without && one.keepsOut(startMillis, endMillis) && !one.isFor(job)) {
                open = open.minus(one.nodes());
            }
        }
        return open;
    }

    /** The nodes that are kept for a job at an instant. */
    NodeSet keptFor(int job, long millis) {
        NodeSet kept = NodeSet.EMPTY;
        for (Booking one : all) {
            if (one.isOn(millis) && one.isFor(job)) {
                kept = kept.or(one.nodes());
            }
        }
        return kept;
    }

    /** A number for all jobs for which the same reservations are; 0 if there are none. */
    int rights(int job) {
        if (all.isEmpty()) {
            return 0;
        }
        BitSet rights = new BitSet();
        for (int i = 0; i < all.size(); i++) {
            rights.set(i, all.get(i).isFor(job));
        }
        return numbers.computeIfAbsent(rights, fresh -> numbers.size());
    }

    /** The next instant at which any begins or ends; {@link Long#MAX_VALUE} if none. */
    long nextChangeMillis(long afterMillis) {
        long next = Long.MAX_VALUE;
        for (Booking one : all) {
            next = Math.min(next, one.nextChangeMillis(afterMillis));
        }
        return next;
    }

    /** The next instant at which a job may have more than before, on account of any. */
    long nextRelieveMillis(int job, long afterMillis) {
        long next = Long.MAX_VALUE;
        for (Booking one : all) {
            next = one.isFor(job) ? next : Math.min(next, one.nextRelieveMillis(afterMillis));
        }
        return next;
    }
}
