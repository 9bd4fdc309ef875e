package dandori.policy;

import dandori.state.Situation;

/**
 * A scheduler made of a policy's backfill; the run itself keeps the order, asks the admission and
 * the placement.
 */
public final class ComposedScheduler implements Scheduler {

    private final Backfill backfill;

    /** The scheduler of one run and pool. */
    public ComposedScheduler(Policy policy) {
        backfill = policy.backfill().forRun();
    }

    @Override
    public void schedule(Situation now, Actions act) {
        backfill.fill(now, act);
    }

    @Override
    public void jobQueued(int job, Situation now) {
        backfill.jobQueued(job, now);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        backfill.jobEnded(job, now);
    }

    @Override
    public void capacityChanged(Situation now) {
        backfill.capacityChanged(now);
    }

    @Override
    public void nodesLost(Situation now) {
        backfill.nodesLost(now);
    }

    @Override
    public void nodesBack(int nodes, Situation now) {
        backfill.nodesBack(nodes, now);
    }

    @Override
    public void estimateMoved(int job, Situation now) {
        backfill.estimateMoved(job, now);
    }

    @Override
    public boolean passesWithoutRoom() {
        return backfill.passesWithoutRoom();
    }

    @Override
    public boolean keepsNodes() {
        return backfill.keepsNodes();
    }

    @Override
    public int keepsFor(Situation now) {
        return backfill.keepsFor(now);
    }

    @Override
    public int brokenPromises() {
        return backfill.brokenPromises();
    }

    @Override
    public boolean readsOrderAtEnds() {
        return backfill.readsOrderAtEnds();
    }
}
