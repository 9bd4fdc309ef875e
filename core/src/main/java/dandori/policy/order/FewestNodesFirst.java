package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** Smallest request first: smallest n. */
public record FewestNodesFirst() implements Order {

    @Override
    public double score(int job, Situation now) {
        return now.jobs().nodes(job);
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code sqf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "sqf", "smallest n.", "");
        }

        @Override
        public Order create(Options options) {
            return new FewestNodesFirst();
        }
    }
}
