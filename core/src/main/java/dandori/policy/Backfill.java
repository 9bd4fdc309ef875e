package dandori.policy;

import dandori.state.Situation;

/**
 * Who starts now, in the order of the queue and out of it.
 *
 * <p>A backfill that remembers something between passes must give a new one of itself in {@link
 * #forRun}; there is one for each run and pool, so it need not be thread safe.
 */
@FunctionalInterface
public interface Backfill {

    /** Starts what should start now. */
    void fill(Situation now, Actions act);

    /**
     * The instance to be used in one run of one pool; one that remembers nothing returns itself.
     */
    default Backfill forRun() {
        return this;
    }

    /**
     * What becomes of the running jobs that it takes off their nodes, where the policy does not
     * say: by default they begin anew.
     */
    default Preemption preemption() {
        return Preemption.NONE;
    }

    /** Told of a job that has entered the queue (and may be considered), before the pass. */
    default void jobQueued(int job, Situation now) {}

    /** Told of a job that has ended, whose nodes are free again, before the instant's arrivals. */
    default void jobEnded(int job, Situation now) {}

    /** Told that the nodes in service have changed, before the instant's arrivals. */
    default void capacityChanged(Situation now) {}

    /**
     * Told that nodes have broken, which nobody knew beforehand, or are still down when they were
     * planned to come back; before the pass.
     */
    default void nodesLost(Situation now) {
        capacityChanged(now);
    }

    /**
     * Told that so many nodes that had broken are back, or will come back with the others of a
     * planned outage that would have taken them now; before the pass.
     */
    default void nodesBack(int nodes, Situation now) {
        capacityChanged(now);
    }

    /**
     * Told that a running job will run longer than was predicted ({@link Estimates#PREDICTED});
     * before the pass. What was planned for the nodes that it was to give back is void.
     */
    default void estimateMoved(int job, Situation now) {
        nodesLost(now);
    }

    /**
     * Whether a pass is worth while after an arrival for which too few nodes are free. Only the
     * preset {@code sc15} asks.
     */
    default boolean passesWithoutRoom() {
        return false;
    }

    /**
     * Whether {@link #jobEnded} reads the order of the queue, so that scores that drift are taken
     * before it too.
     */
    default boolean readsOrderAtEnds() {
        return false;
    }

    /**
     * Whether it starts jobs beyond what the machine has: bounds and baselines, not policies for
     * real machines.
     */
    default boolean ignoresCapacity() {
        return false;
    }

    /**
     * How many jobs have started later in this run than they were promised; 0 for a backfill that
     * promises nothing.
     */
    default int brokenPromises() {
        return 0;
    }

    /**
     * Whether jobs that would fit now may wait because nodes are kept for others; if not, they wait
     * because nobody may overtake. To explain waits.
     */
    default boolean keepsNodes() {
        return true;
    }

    /**
     * The one job that others wait for although they would fit, after a pass; -1 if it is no single
     * one, as where many have been promised nodes. By default the first of the queue, where it is
     * the head that is protected ({@link #protectsHead}), and else nobody. To explain waits.
     */
    default int keepsFor(Situation now) {
        return protectsHead() ? now.queue().first() : -1;
    }

    /** Whether it reserves nodes and not numbers of them, under any placement that has places. */
    default boolean reservesPlaces() {
        return false;
    }

    /**
     * Whether it promises that the first job of the queue, while it stays first, starts no later
     * than the earliest estimated end at which enough nodes are free. Full checking holds it to
     * that.
     */
    default boolean protectsHead() {
        return false;
    }

    /**
     * Whether it promises the same where shape decides: that the head starts no later than the
     * earliest estimated end at which the placement finds a set for it.
     */
    default boolean protectsShapedHead() {
        return false;
    }
}
