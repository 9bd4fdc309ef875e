package dandori.policy;

import dandori.machine.NodeSet;

/**
 * All that a policy can do. Every action is checked and takes effect at once, so that the policy
 * sees the consequence before its next thought.
 */
public interface Actions {

    /**
     * Starts a waiting job on nodes that the policy's placement chooses, or says why it cannot
     * start.
     */
    Verdict tryStart(int job);

    /**
     * Starts a waiting job on the given nodes.
     *
     * @throws IllegalStateException if the job does not wait, or the nodes are not free, or not as
     *     many as it asks for
     */
    void start(int job, NodeSet nodes);

    /**
     * Starts a waiting job on the given nodes, or says why it cannot start; nodes that are not
     * free, or not as many as it takes, are an error all the same.
     */
    Verdict tryStart(int job, NodeSet nodes);

    /** The placement of this run and pool. */
    Placement placement();

    /**
     * Takes a running job off its nodes, in the way that the policy's {@link Preemption} says; the
     * nodes are free at once.
     *
     * @throws IllegalStateException if the job does not run
     */
    void preempt(int job);

    /**
     * Chooses another size for a waiting job; see {@link dandori.job.Elasticity}. It keeps its own
     * where it could never start with that one, for its resource group or a limit.
     *
     * @throws IllegalStateException if the job does not wait, or cannot have that size
     */
    void resize(int job, int nodes);

    /** Refuses a waiting job for good; it is counted and listed as rejected. */
    void reject(int job);

    /**
     * Says that a job, which has just been started, was promised to start earlier; it is written
     * down if anybody asked for it.
     *
     * @param promisedMillis when it was to start at the latest
     */
    default void promiseBroken(int job, long promisedMillis) {}

    /** Asks for a pass at an instant that lies after now. */
    void wakeAt(long atMillis);
}
