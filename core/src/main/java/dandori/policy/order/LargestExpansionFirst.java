package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** Largest expansion factor first: largest (w + e) / e. */
public record LargestExpansionFirst() implements Order {

    @Override
    public double score(int job, Situation now) {
        double estimate = Terms.estimateSeconds(job, now);
        return -(Terms.waitSeconds(job, now) + estimate) / Terms.atLeastOne(estimate);
    }

    /** Makes the order known as {@code lxf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "lxf", "largest (w + e) / e.", "");
        }

        @Override
        public Order create(Options options) {
            return new LargestExpansionFirst();
        }
    }
}
