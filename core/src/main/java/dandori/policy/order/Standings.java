package dandori.policy.order;

import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.share.AccountTree;
import dandori.policy.share.DecayedUsage;
import dandori.state.Situation;

/**
 * An order at work in one run of one pool that compares what users have had with what they are due.
 *
 * <p>Usage is that at the beginning of the present period, for all jobs that are looked at in it;
 * so between two periods scores stand still, as they do in Slurm. Somebody never heard of before
 * makes standings anew, with the same usage.
 *
 * <p>Cost: a change of usage is O(depth of the tree); standings are made at most once a period and
 * newcomer, and only while more than one job waits.
 */
abstract class Standings implements Order {

    private static final int NO_JOB = -1;

    final AccountTree tree;
    final DecayedUsage usage;
    private final UsageRule rule;
    private long takenMillis = Long.MIN_VALUE; // the look of the present standings
    private int takenSize; // of the tree then
    private long seenMillis = Long.MIN_VALUE; // the instant of the last look
    private boolean areNew; // some scores in the queue are from before
    private int waiting;

    Standings(Setting setting, UsageRule rule) {
        tree = new AccountTree(setting.accounts(), setting.organizations(), setting.users());
        this.rule = rule;
        usage = new DecayedUsage(tree, rule.halfLifeMillis(), rule.resetMillis());
    }

    /** Makes the standings of all users who wait. */
    void take() {}

    /** Whether a user has a standing since the last taking. */
    boolean hasStanding(int user) {
        return true;
    }

    /**
     * The score of a job.
     *
     * @param job the job; -1 where an order that ranks users is asked for a user's
     * @param user the node of its user, who has a standing
     * @param lookMillis the beginning of the present period
     * @param now the situation
     */
    abstract double score(int job, int user, long lookMillis, Situation now);

    /** A user has one job more that waits. */
    void joins(int user) {}

    /** A user has one job less that waits. */
    void leaves(int user) {}

    @Override
    public final double score(int job, Situation now) {
        if (waiting == 1) { // nobody to be compared with
            areNew = true;
            return 0;
        }
        int user = user(job, now);
        takeIfOld(now);
        if (!hasStanding(user)) {
            take();
            areNew = true;
        }
        return score(job, user, takenMillis, now);
    }

    @Override
    public final double standing(int job, boolean runs, Situation now) {
        int user = user(job, now);
        takeIfOld(now);
        if (!hasStanding(user)) {
            joins(user);
            take();
            leaves(user);
            areNew = true;
        }
        return score(job, user, takenMillis, now);
    }

    @Override
    public final boolean hasDrifted(Situation now) {
        if (waiting < 2) {
            return false;
        }
        takeIfOld(now);
        boolean hasDrifted = areNew;
        areNew = false;
        return hasDrifted;
    }

    /** Of an order that ranks users. */
    @Override
    public final double scoreOfUser(int user, Situation now) {
        takeIfOld(now);
        if (!hasStanding(user)) {
            take();
            areNew = true;
        }
        return score(NO_JOB, user, takenMillis, now);
    }

    private void takeIfOld(Situation now) {
        if (now.nowMillis() == seenMillis && takenSize == tree.size()) {
            return;
        }
        seenMillis = now.nowMillis();
        long beginning = look(now);
        if (takenMillis != beginning || takenSize != tree.size()) {
            takenMillis = beginning;
            takenSize = tree.size();
            take();
            areNew = true;
        }
    }

    @Override
    public final void jobQueued(int job, Situation now) {
        waiting++;
        joins(user(job, now));
    }

    @Override
    public final void jobWithdrawn(int job, Situation now) {
        waiting--;
        leaves(user(job, now));
    }

    @Override
    public final void jobStarted(int job, Situation now) {
        waiting--;
        leaves(user(job, now));
        change(job, now.nodesNeeded(job), now);
    }

    @Override
    public final void jobEnded(int job, Situation now) {
        change(job, -now.nodesNeeded(job), now);
    }

    private void change(int job, int nodes, Situation now) {
        look(now);
        usage.change(user(job, now), nodes, now.nowMillis());
    }

    @Override
    public final int rankedUser(int job, Situation now) {
        return user(job, now);
    }

    private int user(int job, Situation now) {
        return tree.user(now.jobs().organization(job), now.jobs().user(job));
    }

    private long look(Situation now) {
        long beginning = rule.beginningMillis(now.nowMillis());
        usage.look(beginning);
        return beginning;
    }
}
