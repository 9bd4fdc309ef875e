package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.state.Capacity;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.Objects;

/**
 * Which nodes will be in service, if nobody else starts: those leave that would be taken if the
 * changes of capacity came as they are known. If too few are free at a change, as many leave as
 * there are, and the others as soon as they are given back.
 */
final class ForeseenNodes {

    private final Capacity capacity;
    private final NodePool free;
    private int step; // the next change
    private int wanted; // how many nodes are to be out of service
    private boolean areLeaving; // those that changed last

    ForeseenNodes(Situation now) {
        capacity = now.capacity();
        free = new NodePool(Objects.requireNonNull(now.cluster().freePool()));
        wanted = free.outOfServiceCount();
    }

    /** When the next change comes, {@link Long#MAX_VALUE} if none does. */
    long nextMillis() {
        return step < capacity.stepCount() ? capacity.stepMillis(step) : Long.MAX_VALUE;
    }

    /** A job gives its nodes back. */
    void give(NodeSet nodes) {
        free.give(nodes);
    }

    /** How many nodes are free. */
    int freeCount() {
        return free.freeCount();
    }

    /**
     * Goes on to an instant, after all who end until then have given back: the nodes that change
     * then, perhaps none; {@link #areLeaving} says which way.
     */
    NodeSet changeBy(long millis) {
        while (nextMillis() <= millis) {
            // of those to come back, some may be down, and were never taken
            wanted = Math.max(0, wanted - capacity.stepNodes(step++));
        }
        int more = Math.min(free.freeCount(), wanted - free.outOfServiceCount());
        areLeaving = more > 0;
        return more == 0 ? NodeSet.EMPTY : free.changeService(-more);
    }

    /** Whether those that changed last leave. */
    boolean areLeaving() {
        return areLeaving;
    }
}
