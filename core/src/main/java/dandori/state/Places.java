package dandori.state;

import dandori.machine.NodeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the jobs of a pool with resource groups may go, and what its placement would give them: for
 * backfills that look ahead.
 *
 * <p>What is {@linkplain #suppose supposed} holds for the questions asked until {@link #forget};
 * nothing else of the run sees it.
 */
public interface Places {

    /**
     * The nodes that a job may have if it starts at an instant: those of its group, less those of
     * groups that have nodes to themselves while the job is estimated to run, and those that are
     * reserved for others then; none while its group lets nobody start.
     */
    NodeSet allowed(int job, long startMillis);

    /**
     * The earliest instant after the given one at which more may be {@linkplain #allowed allowed}
     * to a job, or {@link Long#MAX_VALUE}: its group opens, one that has nodes to itself closes, or
     * a reservation ends.
     */
    long nextChangeMillis(int job, long afterMillis);

    /**
     * How long another that waits for a job's nodes reckons with it, in milliseconds from its
     * start: until it is no longer safe, if it is then ended for the other; else as long as it is
     * estimated to run in all.
     */
    long lengthMillis(int job, int other);

    /** Whether it matters how the nodes of the job lie, not just how many are free. */
    boolean shapeDecides(int job);

    /** Those nodes of a set that are free now, whatever is supposed. */
    NodeSet freeNow(NodeSet nodes);

    /** How many nodes of a set are free, as supposed. */
    int freeNodes(NodeSet allowed);

    /** The first so many nodes of a set that are free, as supposed; there must be so many. */
    NodeSet firstFree(NodeSet allowed, int nodes);

    /**
     * The nodes that the placement would give to a job among those allowed, as supposed; null if it
     * does not fit.
     */
    @Nullable NodeSet place(int job, NodeSet allowed);

    /**
     * Supposes that nodes were free, each of which is busy, or busy, each of which is free, after
     * all that was supposed before.
     */
    void suppose(NodeSet nodes, boolean free);

    /** Takes back all that was supposed. */
    void forget();
}
