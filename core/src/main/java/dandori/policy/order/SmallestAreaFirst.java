package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** Smallest area first: smallest e·n. */
public record SmallestAreaFirst() implements Order {

    @Override
    public double score(int job, Situation now) {
        return (double) now.estimateMillis(job) * now.jobs().nodes(job);
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code saf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "saf", "smallest e·n.", "");
        }

        @Override
        public Order create(Options options) {
            return new SmallestAreaFirst();
        }
    }
}
