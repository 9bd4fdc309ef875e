package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.share.ClassicShares;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * Classic fair share with decay: smallest effective usage / shares first; see {@link
 * ClassicShares}.
 *
 * <p>Kay and Lauder, CACM 31(1), 1988; Slurm with {@code NO_FAIR_TREE}, where this is the exponent
 * of the fair-share factor.
 *
 * @param rule how usage is remembered
 */
public record FairShare(UsageRule rule) implements Order {

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("fair-share");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(setting, rule);
    }

    private static final class InRun extends Standings {

        private final ClassicShares shares;

        InRun(Setting setting, UsageRule rule) {
            super(setting, rule);
            shares = new ClassicShares(tree, usage);
        }

        @Override
        public boolean ranksUsers() {
            return true;
        }

        @Override
        double score(int job, int user, long lookMillis, Situation now) {
            return shares.ratio(user);
        }
    }

    /** Makes the order known as {@code fair-share}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "fair-share",
                    "smallest decayed usage / shares, of the whole machine.",
                    "Kay and Lauder, CACM 31(1), 1988");
        }

        @Override
        public List<Option> options() {
            return UsageRule.OPTIONS;
        }

        @Override
        public Order create(Options options) {
            return new FairShare(UsageRule.of(options));
        }
    }
}
