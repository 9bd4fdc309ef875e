package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.share.FairTree;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Fair Tree: by the rank of the user, whose account is served worst first; see {@link FairTree}.
 *
 * <p>Cox and Morrison, Slurm User Group 2014. As {@code priority/multifactor} of Slurm when {@code
 * PriorityWeightFairshare} alone is not 0.
 *
 * @param rule how usage is remembered
 * @param codeTies whether ties are as in Slurm's code instead of its documentation
 */
public record FairTreeOrder(UsageRule rule, boolean codeTies) implements Order {

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("fair-tree");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(setting, rule, codeTies);
    }

    private static final class InRun extends Standings {

        private static final int MANY = 16; // if one node of so many waits, ranking all is cheaper

        private final FairTree ranks;
        private final WaitingUsers users = new WaitingUsers();
        private final BitSet ranked = new BitSet();

        InRun(Setting setting, UsageRule rule, boolean codeTies) {
            super(setting, rule);
            ranks = new FairTree(tree, usage, codeTies);
        }

        @Override
        void take() {
            ranked.clear();
            if (users.count() * MANY >= tree.size()) {
                ranked.set(0, tree.size());
                ranks.rank();
                return;
            }
            for (int i = 0; i < users.count(); i++) {
                ranked.set(users.all()[i]);
            }
            ranks.rankAmong(users.all(), users.count());
        }

        @Override
        boolean hasStanding(int user) {
            return ranked.get(user);
        }

        @Override
        public boolean ranksUsers() {
            return true;
        }

        @Override
        double score(int job, int user, long lookMillis, Situation now) {
            return ranks.place(user);
        }

        @Override
        void joins(int user) {
            users.join(user);
        }

        @Override
        void leaves(int user) {
            users.leave(user);
        }
    }

    /** Makes the order known as {@code fair-tree}. */
    public static final class Provider extends NamedPart<Order> {

        static final Option CODE_TIES =
                Option.flag("codeTies", "false")
                        .says(
                                "Accounts that tie are ranked as Slurm's code does it, not as it"
                                        + " is documented.");

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "fair-tree",
                    "whose account has had least of its shares, level by level.",
                    "Cox and Morrison, Slurm User Group 2014");
        }

        @Override
        public List<Option> options() {
            List<Option> options = new ArrayList<>(UsageRule.OPTIONS);
            options.add(CODE_TIES);
            return options;
        }

        @Override
        public Order create(Options options) {
            return new FairTreeOrder(UsageRule.of(options), options.flag("codeTies"));
        }
    }
}
