package dandori.examples;

import dandori.policy.Order;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.state.Situation;
import java.util.List;

/**
 * Small jobs (nodes × estimate) first, but not for ever: after {@code patienceHours} in the queue a
 * job counts as half its size, after twice that as a third, and so on, so that everybody's turn
 * comes.
 */
public record SmallestAreaWithPatience(double patienceHours) implements Order {

    public SmallestAreaWithPatience {
        if (!(patienceHours > 0)) {
            throw new IllegalArgumentException(
                    "patienceHours (%s) must be above 0.".formatted(patienceHours));
        }
    }

    @Override
    public double score(int job, Situation now) {
        double area = (double) now.jobs().nodes(job) * now.estimateMillis(job);
        double hours = (now.nowMillis() - now.jobs().submitMillis(job)) / 3_600_000.0;
        return area / (1 + hours / patienceHours);
    }

    /** Lets scenario files say {@code {use: smallest-area-with-patience, patience: 6h}}. */
    public static final class Provider implements PartProvider<Order> {

        @Override
        public String name() {
            return "smallest-area-with-patience";
        }

        @Override
        public Class<Order> part() {
            return Order.class;
        }

        @Override
        public String says() {
            return "Smallest area first; a job's area shrinks while it waits.";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.duration("patience", "12h")
                            .positive()
                            .says("After this wait a job counts half."));
        }

        @Override
        public Order create(Options options) {
            return new SmallestAreaWithPatience(options.hours("patience"));
        }
    }
}
