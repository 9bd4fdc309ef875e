package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * UNICEF: largest w / (log₂(n) · e), n taken as at least 2.
 *
 * <p>Tang et al., IPDPS 2009.
 */
public record Unicef() implements Order {

    @Override
    public double score(int job, Situation now) {
        double divisor =
                Terms.log2(Math.max(2, now.jobs().nodes(job)))
                        * Terms.atLeastOne(Terms.estimateSeconds(job, now));
        return -Terms.waitSeconds(job, now) / divisor;
    }

    /** Makes the order known as {@code unicef}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "unicef",
                    "largest w / (log₂(n) · e), n taken as at least 2.",
                    "Tang et al., IPDPS 2009");
        }

        @Override
        public Order create(Options options) {
            return new Unicef();
        }
    }
}
