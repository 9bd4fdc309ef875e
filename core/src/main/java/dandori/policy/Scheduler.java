package dandori.policy;

import dandori.state.Situation;

/** Decides everything: the form for whoever does not want to compose a {@link Policy} of parts. */
@FunctionalInterface
public interface Scheduler {

    /**
     * Starts what should start now. Called once an instant, after all that happens then has been
     * applied.
     */
    void schedule(Situation now, Actions act);

    /** Told of a job that has entered the queue, before the pass. */
    default void jobQueued(int job, Situation now) {}

    /** Told of a job that has ended, whose nodes are free again, before the pass. */
    default void jobEnded(int job, Situation now) {}

    /** Told that the nodes in service have changed, before the pass. */
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
     * Told that a running job will run longer than was predicted; before the pass. What was planned
     * for the nodes that it was to give back is void.
     */
    default void estimateMoved(int job, Situation now) {
        nodesLost(now);
    }

    /**
     * Whether a pass is worth while after an arrival for which too few nodes are free; see {@code
     * Conventions}.
     */
    default boolean passesWithoutRoom() {
        return true;
    }

    /** Whether jobs may wait because nodes are kept for others; see {@link Backfill#keepsNodes}. */
    default boolean keepsNodes() {
        return false;
    }

    /** The one job that others wait for, if any; see {@link Backfill#keepsFor}. */
    default int keepsFor(Situation now) {
        return now.queue().first();
    }

    /** How many jobs have started later in this run than they were promised. */
    default int brokenPromises() {
        return 0;
    }

    /**
     * Whether {@link #jobEnded} reads the order of the queue, so that scores that drift are taken
     * before it too.
     */
    default boolean readsOrderAtEnds() {
        return false;
    }
}
