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
 * turn. Ties: whose next job came first. Jobs ask for nodes alone, so nodes are the one resource
 * here; {@link dandori.policy.share.Allotments} knows more. What somebody had before does not
 * matter.
 *
 * <p>Ghodsi et al., "Dominant Resource Fairness", NSDI 2011, by progressive filling; over a tree as
 * in Bhattacharya et al., SoCC 2013, whose starvation needs more than one resource.
 *
 * <p>Cost: O(queue · siblings with waiting jobs) a pass after something came, started or ended.
 * Limits: a job that an admission hides has its turn all the same.
 */
public record DominantShare() implements Order {

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("drf");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(setting);
    }

    private static final class InRun implements Order {

        private final AccountTree tree;
        private final Turns turns;
        private boolean isStale; // something has changed since turns were dealt
        private boolean areNew; // turns have been dealt since it was last said that scores drift
        private int newcomer = -1; // whose first score is asked for next

        InRun(Setting setting) {
            tree = new AccountTree(setting.accounts(), setting.organizations(), setting.users());
            turns = new Turns(tree, setting.pool().nodes());
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
            turns.hold(user(job, now), now.nodesNeeded(job));
        }

        @Override
        public void jobEnded(int job, Situation now) {
            turns.hold(user(job, now), -now.nodesNeeded(job));
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
            return new DominantShare();
        }
    }
}
