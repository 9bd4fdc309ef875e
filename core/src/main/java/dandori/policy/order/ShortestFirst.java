package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** Shortest job first: smallest e. */
public record ShortestFirst() implements Order {

    @Override
    public double score(int job, Situation now) {
        return now.estimateMillis(job);
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code sjf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "sjf", "smallest e.", "");
        }

        @Override
        public Order create(Options options) {
            return new ShortestFirst();
        }
    }
}
