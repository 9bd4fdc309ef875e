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
     * groups that have nodes to themselves while the job is estimated to run.
     */
    NodeSet allowed(int job, long startMillis);

    /**
     * The earliest instant after the given one at which {@link #allowed} may change by itself, or
     * {@link Long#MAX_VALUE}.
     */
    long nextChangeMillis(long afterMillis);

    /** Whether it matters how the nodes of the job lie, not just how many are free. */
    boolean shapeDecides(int job);

    /** How many nodes of a set are free, as supposed. */
    int freeNodes(NodeSet allowed);

    /** The first so many nodes of a set that are free, as supposed; there must be so many. */
    NodeSet firstFree(NodeSet allowed, int nodes);

    /**
     * The nodes that the placement would give to a job among those allowed, as supposed; null if it
     * does not fit, or would run into a planned loss of nodes.
     */
    @Nullable NodeSet place(int job, NodeSet allowed);

    /** The nodes that a running job has. */
    NodeSet held(int job);

    /** Supposes that busy nodes were free, or that free nodes were busy. */
    void suppose(NodeSet nodes, boolean free);

    /** Takes back all that was supposed. */
    void forget();
}
