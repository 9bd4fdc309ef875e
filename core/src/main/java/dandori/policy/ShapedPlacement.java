package dandori.policy;

import dandori.job.Jobs;
import dandori.machine.NodeSet;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * A placement under which enough free nodes need not do: they must lie right. A backfill that is to
 * protect a job then reasons with places, which this answers. {@link Placement#forRun} gives it.
 *
 * <p>Waiting jobs are told apart by their form alone: jobs of one form fit in the same states and
 * are given the same nodes in the same state. Forms are small numbers from 0. More free nodes never
 * hurt: whatever fits still fits when others leave.
 */
public interface ShapedPlacement extends Placement {

    /** The form of a job. O(1) once it has been asked. */
    int form(int job, Jobs jobs);

    /** How many nodes a job of the form takes. */
    int nodesOfForm(int form);

    /** Whether a job of the form fits on nodes that are free now. */
    boolean fits(int form);

    /** The same, on nodes that are free and not in the set that is reserved. */
    boolean fitsOutside(int form);

    /**
     * Reserves a set in place of the one before; its nodes may be free or not. Empty: no longer
     * any.
     */
    void reserve(NodeSet nodes);

    /**
     * The nodes for a job as {@link #place} would choose them if the reserved ones were not free;
     * null if it does not fit so.
     */
    @Nullable NodeSet placeOutside(int job, Situation now);

    /** A view to try things on; it begins as the pool is now. Valid until the next is asked for. */
    Scratch scratch();

    /** Another view, which stays from one use to the next; there is one. */
    Kept kept();

    /** What would be free if. */
    interface Scratch {

        /** Nodes that are not free in this view become so. */
        void give(NodeSet nodes);

        /** Nodes that are free in this view are no longer so. */
        void take(NodeSet nodes);

        /** Whether a job of the form would fit. */
        boolean fits(int form);

        /** The nodes that it would be given, or null. */
        @Nullable NodeSet place(int form);
    }

    /**
     * What is free and what has been lent: it follows the pool while it is kept, so that what is
     * taken there is no longer free here, and what is given there is.
     */
    interface Kept extends Scratch {

        /** Begins anew as the pool is now, with nothing lent, and follows it from now on. */
        void keep();

        /** Follows the pool no longer. */
        void drop();

        /** Those of the nodes that are not free here become so. */
        void lend(NodeSet nodes);

        /** How many nodes are free here and not in the pool; -1 while it does not follow. */
        int lent();
    }
}
