package dandori.policy.backfill;

import dandori.state.Situation;

/** Who gets the nodes that are left when all that run have the fewest. */
@FunctionalInterface
interface Dealing {

    /** Deals the nodes that are left. */
    void deal(Portions portions, Situation now);
}
