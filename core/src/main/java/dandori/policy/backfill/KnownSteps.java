package dandori.policy.backfill;

import dandori.state.Capacity;
import dandori.state.Situation;

/** What is known of capacity, asked by count. */
final class KnownSteps {

    private KnownSteps() {}

    /** Whether any change lies before an instant. */
    static boolean anyBefore(long millis, Situation now) {
        Capacity capacity = now.capacity();
        return capacity.stepCount() > 0 && capacity.stepMillis(0) < millis;
    }

    /**
     * Whether a job that starts now and outlasts the time from which the head of the queue has its
     * reservation leaves enough nodes to it at each known change of capacity.
     *
     * @param shadowMillis from when on the head has it
     */
    static boolean sufficeForBoth(int job, int head, long shadowMillis, Situation now) {
        if (now.capacity().stepCount() == 0) {
            return true;
        }
        long headEnd = shadowMillis + Depth.plannedMillis(head, now);
        long end = Math.min(headEnd, now.nowMillis() + now.estimateMillis(job));
        int nodes = now.nodesNeeded(job) + now.nodesNeeded(head);
        return end <= shadowMillis || now.fitsKnownCapacity(nodes, shadowMillis, end);
    }
}
