package dandori.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy: parts with a name. Any order goes with any backfill.
 *
 * @param name what it is called in scenarios and results
 * @param order who comes first in the queue
 * @param admission who may be considered
 * @param backfill who starts, in order and out of it
 * @param placement on which nodes
 * @param estimates how long the rules are told that jobs run
 * @param preemption which running jobs make way
 */
public record Policy(
        String name,
        Order order,
        Admission admission,
        Backfill backfill,
        Placement placement,
        Estimates estimates,
        Preemption preemption) {

    /** Starts a policy of the given name; order and backfill must follow, the rest has defaults. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The same policy under another name. */
    public Policy renamed(String other) {
        return new Policy(other, order, admission, backfill, placement, estimates, preemption);
    }

    /** A policy in the making. */
    public static final class Builder {

        private final String name;
        private @Nullable Order order;
        private Admission admission = Admission.OPEN;
        private @Nullable Backfill backfill;
        private Placement placement = Placement.COUNT;
        private Estimates estimates = Estimates.REQUESTED;
        private Preemption preemption = Preemption.NONE;

        private Builder(String name) {
            this.name = name;
        }

        /** Who comes first in the queue. */
        public Builder order(Order part) {
            order = part;
            return this;
        }

        /** Who may be considered; everybody, unless said otherwise. */
        public Builder admission(Admission part) {
            admission = part;
            return this;
        }

        /** Who starts, in order and out of it. */
        public Builder backfill(Backfill part) {
            backfill = part;
            return this;
        }

        /** On which nodes; by count alone, unless said otherwise. */
        public Builder placement(Placement part) {
            placement = part;
            return this;
        }

        /** How long the rules are told that jobs run; the walltime, unless said otherwise. */
        public Builder estimates(Estimates told) {
            estimates = told;
            return this;
        }

        /** Which running jobs make way; none, unless said otherwise. */
        public Builder preemption(Preemption part) {
            preemption = part;
            return this;
        }

        /** The policy. */
        public Policy build() {
            if (order == null || backfill == null) {
                throw new IllegalStateException(
                        "Policy '%s' has no %s.\nMaybe .%s"
                                .formatted(
                                        name,
                                        order == null ? "order" : "backfill",
                                        order == null
                                                ? "order(Orders.fcfs())"
                                                : "backfill(Backfills.easy())"));
            }
            return new Policy(name, order, admission, backfill, placement, estimates, preemption);
        }
    }
}
