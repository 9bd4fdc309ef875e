package dandori.scenario;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a scenario names it.
 *
 * @param name its name
 * @param order who comes first
 * @param backfill who starts, in and out of order
 * @param placement on which nodes
 * @param admission who may be considered; null: everybody
 * @param estimates what the rules believe of run times
 */
public record PolicyParts(
        String name,
        Part order,
        Part backfill,
        Part placement,
        @Nullable Part admission,
        Estimates estimates) {

    /** The backfill that repeats the starts of a trace. */
    static final String AS_LOGGED = "as-logged";

    /** The policy itself, with new instances of its parts. */
    public Policy policy(KnownParts known) {
        return new Policy(
                name,
                known.create(Order.class, order),
                admission == null ? Admission.OPEN : known.create(Admission.class, admission),
                known.create(Backfill.class, backfill),
                known.create(Placement.class, placement),
                estimates);
    }

    /** Whether it repeats the starts of a trace, and so needs the waits that the trace tells. */
    public boolean needsLoggedWaits() {
        return backfill.use().equals(AS_LOGGED);
    }
}
