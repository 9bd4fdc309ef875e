package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** Longest job first: largest e. */
public record LongestFirst() implements Order {

    @Override
    public double score(int job, Situation now) {
        return -(double) now.estimateMillis(job);
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code ljf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "ljf", "largest e.", "");
        }

        @Override
        public Order create(Options options) {
            return new LongestFirst();
        }
    }
}
