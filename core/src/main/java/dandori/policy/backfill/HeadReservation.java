package dandori.policy.backfill;

import dandori.state.Cluster;
import dandori.state.Situation;

/**
 * The reservation of the head of the queue, by count: from when on, and how many nodes it leaves
 * over then.
 *
 * <p>The shadow time is the earliest estimated end at which the nodes free now and those of all
 * jobs whose estimated end is no later suffice; jobs that end at that very instant count too. Cost:
 * O(jobs that end before).
 */
final class HeadReservation {

    private long shadowMillis; // Long.MAX_VALUE where the head never fits
    private int spare;

    /** Finds the reservation of a job that does not fit now. */
    void find(int head, Situation now) {
        Cluster cluster = now.cluster();
        int needed = now.nodesNeeded(head);
        shadowMillis = cluster.shadowMillis(needed);
        spare =
                shadowMillis == Long.MAX_VALUE
                        ? Integer.MAX_VALUE
                        : cluster.freeNodesAt(shadowMillis) - needed;
    }

    /**
     * Whether a known change of capacity lies before the end of the slot, or any is known while a
     * job of no length runs, which a plan keeps for a millisecond.
     */
    boolean meetsSteps(int head, Situation now) {
        Cluster cluster = now.cluster();
        boolean isPlain =
                cluster.runningCount() > 0 && cluster.estimatedEndMillis(0) > now.nowMillis();
        boolean isDated = isPlain && shadowMillis < Long.MAX_VALUE;
        long end = isDated ? shadowMillis + Depth.plannedMillis(head, now) : Long.MAX_VALUE;
        return KnownSteps.anyBefore(end, now);
    }

    /**
     * How long a job may be estimated to run from now on, if it asks for more than the spare nodes.
     */
    long windowMillis(Situation now) {
        return shadowMillis == Long.MAX_VALUE ? shadowMillis : shadowMillis - now.nowMillis();
    }

    /** How many nodes the head leaves over at its shadow time. */
    int spare() {
        return spare;
    }

    /** Takes spare nodes for a job that outlasts the shadow time. */
    void takeSpare(int nodes) {
        if (spare != Integer.MAX_VALUE) {
            spare -= nodes;
        }
    }
}
