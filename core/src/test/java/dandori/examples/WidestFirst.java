package dandori.examples;

import dandori.policy.Order;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.state.Situation;

/** The job with the most nodes first; of equals, whoever came first. */
public final class WidestFirst implements Order {

    @Override
    public double score(int job, Situation now) {
        return -now.jobs().nodes(job); // the smallest score is first
    }

    /** Gives it a name. */
    public static final class Provider implements PartProvider<Order> {

        @Override
        public String name() {
            return "widest-first";
        }

        @Override
        public Class<Order> part() {
            return Order.class;
        }

        @Override
        public Order create(Options options) {
            return new WidestFirst();
        }
    }
}
