package dandori.machine;

/**
 * How long a job of a resource group keeps its nodes when others want them.
 *
 * <p>It is planned with as if it ended when it is no longer safe: by a later tier, which it does
 * not yield to, as if it ran for all of its estimate. Whoever else has nodes to themselves then (an
 * exclusive opening, a planned loss of nodes) finds it there, unless it is ended for them.
 *
 * @param guaranteedMillis how long it is safe; after that it is killed when a job of an earlier
 *     tier could start on its nodes. {@link Long#MAX_VALUE} for its whole walltime
 */
public record Tenure(long guaranteedMillis) {

    /** Nobody is ended for others. */
    public static final Tenure WHOLE = new Tenure(Long.MAX_VALUE);

    /** Checks the time. */
    public Tenure {
        if (guaranteedMillis < 0) {
            throw new IllegalArgumentException(
                    "guaranteedMillis (%d) must be at least 0.".formatted(guaranteedMillis));
        }
    }
}
