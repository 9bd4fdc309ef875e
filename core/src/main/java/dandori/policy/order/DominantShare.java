package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.share.AccountTree;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Dominant resource fairness: the next turn is that of whoever now holds least for its shares, down
 * the tree of accounts. Users serve their own jobs first come, first served.
 *
 * <p>Turns are dealt to the whole queue as if everybody who has one started: a job that is ahead
 * counts as held when the turns behind it are dealt. So one pass that starts many gives to each in
 * turn. Ties: whose next job came first. What somebody had before does not matter.
 *
 * <p>Resources are nodes, and accelerators, memory and power of jobs that say what they use of
 * their nodes ({@link dandori.job.Consumption}); the others use all of it, and hold as much of each
 * as of nodes. A share is the largest part of any of them that somebody holds of the pool's.
 *
 * <p>Ghodsi et al., "Dominant Resource Fairness", NSDI 2011, by progressive filling. What an
 * account holds is the sum over all below; where these need different resources, some may starve.
 * If it {@code rescales}, they do not: Bhattacharya et al., SoCC 2013; see {@link
 * dandori.policy.share.HierarchicalShares}. Turns that are dealt when nothing is left go on as if
 * nothing had been used up.
 *
 * <p>Cost: O(queue · siblings with waiting jobs) a pass after something came, started or ended.
 * Limits: a job that an admission hides has its turn all the same.
 *
 * @param rescales whether accounts count as in hierarchical DRF
 */
public record DominantShare(boolean rescales) implements Order {

    @Override
    public double score(int job, Situation now) {
        throw Unset.order(rescales ? "hdrf" : "drf");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(setting, rescales);
    }

    private static final class InRun implements Order {

        private final AccountTree tree;
        private final Turns turns;
        private boolean isStale; // something has changed since turns were dealt
        private boolean areNew; // turns have been dealt since it was last said that scores drift
        private int newcomer = -1; // whose first score is asked for next

        InRun(Setting setting, boolean rescales) {
            tree = new AccountTree(setting.accounts(), setting.organizations(), setting.users());
            turns = new Turns(tree, new Resources(setting), rescales);
        }

        /** A newcomer is behind all until the next dealing: else each arrival would cost one. */
        @Override
        public double score(int job, Situation now) {
            boolean isNewcomer = job == newcomer;
            newcomer = -1;
            if (isStale && !isNewcomer) {
                deal(now);
            }
            return turns.of(job);
        }

        /** Who runs has had its turn already. */
        @Override
        public double standing(int job, boolean runs, Situation now) {
            return runs ? Double.NEGATIVE_INFINITY : score(job, now);
        }

        private void deal(Situation now) {
            turns.deal(now);
            isStale = false;
            areNew = true;
        }

        @Override
        public boolean hasDrifted(Situation now) {
            if (isStale && turns.waiting() > 0) {
                deal(now);
            }
            boolean hasDrifted = areNew;
            areNew = false;
            return hasDrifted;
        }

        @Override
        public void jobQueued(int job, Situation now) {
            turns.join(user(job, now), job, now);
            newcomer = job;
            isStale = true;
        }

        @Override
        public void jobWithdrawn(int job, Situation now) {
            turns.leave(user(job, now), job);
            isStale = true;
        }

        @Override
        public void jobStarted(int job, Situation now) {
            isStale |= !turns.isNext(job);
            turns.leave(user(job, now), job);
            turns.hold(user(job, now), job, now);
        }

        @Override
        public void jobEnded(int job, Situation now) {
            turns.release(user(job, now), job, now);
            isStale = true;
        }

        private int user(int job, Situation now) {
            return tree.user(now.jobs().organization(job), now.jobs().user(job));
        }
    }

    /** Makes the order known as {@code drf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "drf",
                    "who holds least now for its shares, in turn.",
                    "Ghodsi et al., NSDI 2011");
        }

        @Override
        public Order create(Options options) {
            return new DominantShare(false);
        }
    }

    /** Makes the order known as {@code hdrf}. */
    public static final class HierarchicalProvider extends NamedPart<Order> {

        /** For the service loader. */
        public HierarchicalProvider() {
            super(
                    Order.class,
                    "hdrf",
                    "the same down the tree of accounts, so that nobody starves in it.",
                    "Bhattacharya et al., SoCC 2013");
        }

        @Override
        public Order create(Options options) {
            return new DominantShare(true);
        }
    }
}
