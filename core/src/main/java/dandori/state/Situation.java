package dandori.state;

import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may be known about a pool at an instant. There is one for each pool and run; it
 * changes as time goes on, so keep numbers, not views.
 */
public interface Situation {

    /** The instant, in milliseconds since the origin. */
    long nowMillis();

    /** What was asked for by every job, past, present and (for offline studies) to come. */
    Jobs jobs();

    /** What is free and what runs. */
    Cluster cluster();

    /** Who waits. */
    WaitQueue queue();

    /** The changes of the nodes in service that are known beforehand. */
    Capacity capacity();

    /**
     * Whether, at each known change of capacity in a span, so many nodes stay that nobody who runs
     * now is estimated to hold; at its beginning too, if a change lies before. O(changes ·
     * running).
     */
    default boolean fitsKnownCapacity(int nodes, long fromMillis, long toMillis) {
        Capacity capacity = capacity();
        int change = 0;
        for (int step = 0; step < capacity.stepCount(); step++) {
            long at = capacity.stepMillis(step);
            if (at >= toMillis) {
                return true;
            }
            change += capacity.stepNodes(step);
            boolean isLast =
                    step + 1 == capacity.stepCount() || capacity.stepMillis(step + 1) > fromMillis;
            long asked = Math.max(fromMillis, at);
            if ((at > fromMillis || isLast) && cluster().freeNodesAt(asked) + change < nodes) {
                return false;
            }
        }
        return true;
    }

    /** The machine that the pool belongs to. */
    Machine machine();

    /** The pool itself. */
    Pool pool();

    /**
     * How long the rules are told that the job will run, in milliseconds: its walltime, unless the
     * policy says otherwise. For a running job, from its start.
     */
    long estimateMillis(int job);

    /** Where jobs may go, in a pool with resource groups; null where every job may go anywhere. */
    @Nullable Places places();

    /**
     * How many nodes the job takes here: as many as it asks for, or more where only whole units are
     * given away. This, and not what was asked for, is what counts against free nodes.
     */
    int nodesNeeded(int job);

    /** Whether a backfill that chooses anew who runs may take a running job off its nodes now. */
    default boolean mayMakeWay(int running) {
        return true;
    }

    /** The tier of a job: those of the smallest come first, whatever the order. */
    default int tier(int job) {
        return 0;
    }

    /** The shares of an organization, by its index; 1 where nobody has said. */
    default double shares(int organization) {
        return 1;
    }

    /**
     * The score of a job among all that wait and run, by the policy's order; smaller is earlier.
     *
     * @param runs whether it runs now
     */
    default double standing(int job, boolean runs) {
        return jobs().submitMillis(job);
    }

    /**
     * Whether a job that is not here yet would be taken here, as far as its size, its time and its
     * group go; else it would be rejected.
     */
    default boolean takes(int job) {
        return nodesNeeded(job) <= pool().nodes();
    }

    /**
     * When a job that runs or has ended started (the last time), in milliseconds since the origin;
     * {@link Long#MIN_VALUE} if it never did.
     */
    long startMillis(int job);

    /** The nodes that a running job has; null where nodes have no places, or it never started. */
    default @Nullable NodeSet nodeSet(int job) {
        return null;
    }
}
