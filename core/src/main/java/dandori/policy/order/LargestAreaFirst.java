package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** Largest area first: largest e·n. */
public record LargestAreaFirst() implements Order {

    @Override
    public double score(int job, Situation now) {
        return -(double) now.estimateMillis(job) * now.jobs().nodes(job);
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code laf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "laf", "largest e·n.", "");
        }

        @Override
        public Order create(Options options) {
            return new LargestAreaFirst();
        }
    }
}
