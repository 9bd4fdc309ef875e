package dandori.reference;

import dandori.job.Job;

/** Jobs that come to a part of a torus and never leave. */
public final class TwinPlaces {

    private final TwinTorus torus;
    private final boolean[] free;

    /** All of the part is free. */
    public TwinPlaces(TwinTorus torus, boolean[] part) {
        this.torus = torus;
        free = part.clone();
        torus.confine(part);
    }

    /** How many nodes are free. */
    public int free() {
        int count = 0;
        for (boolean isFree : free) {
            count += isFree ? 1 : 0;
        }
        return count;
    }

    /** How many nodes a job takes; more than there are if it never fits. */
    public int needed(Job job) {
        return torus.need(job).nodes();
    }

    /** The nodes that a job gets, ascending, which are then taken; null if it does not fit. */
    public int @org.jspecify.annotations.Nullable [] place(Job job) {
        TwinTorus.Need need = torus.need(job);
        int[] nodes = need.nodes() > free() ? null : torus.place(need, free);
        if (nodes != null) {
            for (int node : nodes) {
                free[node] = false;
            }
        }
        return nodes;
    }
}
