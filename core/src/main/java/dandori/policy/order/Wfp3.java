package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * WFP3: largest (w / e)³ · n.
 *
 * <p>Tang et al., IPDPS 2009.
 */
public record Wfp3() implements Order {

    @Override
    public double score(int job, Situation now) {
        double ratio =
                Terms.waitSeconds(job, now) / Terms.atLeastOne(Terms.estimateSeconds(job, now));
        return -(ratio * ratio * ratio) * now.jobs().nodes(job);
    }

    /** Makes the order known as {@code wfp3}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "wfp3", "largest (w / e)³ · n.", "Tang et al., IPDPS 2009");
        }

        @Override
        public Order create(Options options) {
            return new Wfp3();
        }
    }
}
