package dandori.agent;

import dandori.engine.Durations;
import dandori.state.Situation;

/** Minus the node hours waited. */
final class WaitingReward implements Reward {

    private long waitingNodes;
    private long sinceMillis; // what has come until then is in nodeMillis
    private double nodeMillis;
    private boolean isRefused; // who leaves the queue next

    private void until(long nowMillis) {
        nodeMillis += (double) waitingNodes * (nowMillis - sinceMillis);
        sinceMillis = nowMillis;
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        until(now.nowMillis());
        waitingNodes += now.nodesNeeded(job);
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        jobSubmitted(job, now);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        until(now.nowMillis());
        waitingNodes -= now.nodesNeeded(job);
    }

    @Override
    public void jobResizing(int job, Situation now) {
        jobStarted(job, now);
    }

    @Override
    public void jobResized(int job, Situation now) {
        jobSubmitted(job, now);
    }

    @Override
    public void jobRefused(int job, Situation now) {
        isRefused = true;
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        if (!isRefused) {
            jobStarted(job, now);
        }
        isRefused = false;
    }

    @Override
    public double take(long nowMillis) {
        until(nowMillis);
        double taken = nodeMillis / Durations.HOUR_MILLIS;
        nodeMillis = 0;
        return -taken;
    }
}
