package dandori.sim;

import dandori.policy.Scheduler;

/** Sees to it that running jobs of a pool which outlive their predictions get others in time. */
final class Corrections {

    private final PoolRun pool;
    private final Prediction prediction;
    private final Scheduler scheduler;

    Corrections(PoolRun pool, Prediction prediction, Scheduler scheduler) {
        this.pool = pool;
        this.prediction = prediction;
        this.scheduler = scheduler;
    }

    /** Takes note of a job that starts now, or has just got another prediction. */
    void watch(int job) {
        Run run = pool.run;
        if (!run.executes(job) && prediction.millis(job) < pool.run.walltimeLeftMillis(job)) {
            run.correctAt(run.ledger.startMillis[job] + prediction.millis(job), job);
        }
    }

    /** Whether a job still runs that is predicted to end at an instant. */
    boolean isDue(int job, long millis) {
        return pool.runsHere(job)
                && pool.run.ledger.startMillis[job] + prediction.millis(job) == millis
                && prediction.millis(job) < pool.run.walltimeLeftMillis(job);
    }

    /** Gives a job that was predicted to end now, and goes on, another prediction. */
    void correct(int job) {
        if (!isDue(job, pool.run.nowMillis)) {
            return;
        }
        long start = pool.run.ledger.startMillis[job];
        long before = pool.estimateMillis(job);
        prediction.correct(job);
        long after = pool.estimateMillis(job);
        if (after != before) { // else it is not safe for so long
            pool.running.remove(job, start + before);
            pool.running.add(job, pool.nodesNeeded(job), start + after);
            pool.touched = true;
            scheduler.estimateMoved(job, pool);
        }
        watch(job);
    }
}
