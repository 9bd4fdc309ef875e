package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/** First come, first served: smallest s. */
public record Fcfs() implements Order {

    @Override
    public double score(int job, Situation now) {
        return now.jobs().submitMillis(job);
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code fcfs}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "fcfs", "smallest s.", "");
        }

        @Override
        public Order create(Options options) {
            return new Fcfs();
        }
    }
}
