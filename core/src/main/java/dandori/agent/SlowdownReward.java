package dandori.agent;

import dandori.state.Situation;
import java.util.Arrays;
import java.util.BitSet;

/** Minus the bounded slowdown of each job that ends, over the number of jobs. */
final class SlowdownReward implements Reward {

    private static final long BOUND_MILLIS = 10_000;
    private static final long NOT_NOW = Long.MIN_VALUE;

    private final int jobs;
    private final BitSet present = new BitSet(); // those that wait or run, or were refused
    private long[] submitMillis = new long[64];
    private long[] executedMillis = new long[64]; // in stays that are over
    private long[] startMillis = new long[64]; // NOT_NOW of those that do not run
    private double slowdowns;
    private boolean isRefused; // who leaves the queue next

    SlowdownReward(int jobs) {
        if (jobs < 1) {
            throw new IllegalArgumentException(
                    "There must be at least 1 job to average over, but there are %d."
                            .formatted(jobs));
        }
        this.jobs = jobs;
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        if (job >= startMillis.length) {
            int rows = Math.max(job + 1, 2 * startMillis.length);
            submitMillis = Arrays.copyOf(submitMillis, rows);
            executedMillis = Arrays.copyOf(executedMillis, rows);
            startMillis = Arrays.copyOf(startMillis, rows);
        }
        present.set(job);
        submitMillis[job] = now.jobs().submitMillis(job);
        executedMillis[job] = 0;
        startMillis[job] = NOT_NOW;
    }

    @Override
    public void jobStarted(int job, Situation now) {
        startMillis[job] = now.nowMillis();
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        executedMillis[job] = executedMillis(job, now.nowMillis());
        startMillis[job] = NOT_NOW;
    }

    @Override
    public void jobEnded(int job, Situation now) {
        slowdowns += slowdown(job, now.nowMillis());
        present.clear(job);
    }

    @Override
    public void jobRefused(int job, Situation now) {
        isRefused = true;
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        if (!isRefused) {
            present.clear(job);
        }
        isRefused = false;
    }

    private long executedMillis(int job, long nowMillis) {
        long before = executedMillis[job];
        return startMillis[job] == NOT_NOW ? before : before + nowMillis - startMillis[job];
    }

    private double slowdown(int job, long nowMillis) {
        double turnaround = nowMillis - submitMillis[job];
        return Math.max(1, turnaround / Math.max(executedMillis(job, nowMillis), BOUND_MILLIS));
    }

    @Override
    public double take(long nowMillis) {
        double taken = slowdowns / jobs;
        slowdowns = 0;
        return -taken;
    }

    @Override
    public double takeLast(long nowMillis) {
        present.stream().forEach(job -> slowdowns += slowdown(job, nowMillis));
        present.clear();
        return take(nowMillis);
    }
}
