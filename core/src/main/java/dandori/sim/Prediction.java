package dandori.sim;

import dandori.engine.Durations;
import java.util.Arrays;

/**
 * How long jobs of a pool are predicted to run, by what their users' jobs did before.
 *
 * <p>Tsafrir, Etsion and Feitelson, "Backfilling Using System-Generated Predictions Rather than
 * User Runtime Estimates", IEEE TPDS 18(6), 2007. When a job enters the queue it is predicted to
 * run as long as the last two jobs of its user that ended in this pool did, on average (rounded
 * down); but never longer than its walltime, nor, if that allows, shorter than a second. Until two
 * have ended, and for jobs whose user is not known, the prediction is the walltime. A waiting job
 * keeps its prediction, whoever ends meanwhile; one that is sent back to the queue gets another.
 *
 * <p>A job that outlives its prediction is predicted anew, to run for a minute longer than it has;
 * if it outlives that too, for 5 minutes more, then 15, 30, and 1, 2, 5, 10, 20, 50 and 100 hours,
 * again and again 100, up to its walltime.
 *
 * <p>Jobs teach that ended by themselves, or at their walltime, or were ended by their user; not
 * those that broke or made way for others, nor jobs whose run time depends on their nodes, which
 * are told their walltime. Cost: O(1).
 */
final class Prediction {

    private static final long LEAST_MILLIS = Durations.SECOND_MILLIS;
    private static final int[] MORE_MINUTES = {1, 5, 15, 30, 60, 120, 300, 600, 1200, 3000, 6000};
    private static final long NONE = -1;

    private final PoolState pool;
    private long[] lastMillis = new long[0]; // by user: of the job that ended last; -1 for none
    private long[] beforeMillis = new long[0]; // by user: of the one before it; -1 for none
    private long[] toldMillis = new long[0]; // by row
    private long[] sequence = new long[0]; // by row: of the job that was told it
    private int[] corrections = new int[0]; // by row
    private long corrected; // jobs, times

    Prediction(PoolState pool) {
        this.pool = pool;
    }

    /** What the rules are told of a job, in milliseconds; of one that has not come, as of now. */
    long millis(int job) {
        return isKnown(job) ? toldMillis[job] : predictedMillis(job);
    }

    private boolean isKnown(int job) {
        return job < sequence.length && sequence[job] == pool.jobs.sequence(job);
    }

    private long predictedMillis(int job) {
        long limit = pool.run.walltimeLeftMillis(job);
        int user = pool.jobs.user(job);
        if (user < 0 || user >= lastMillis.length || beforeMillis[user] == NONE) {
            return limit;
        }
        long mean = (lastMillis[user] + beforeMillis[user]) / 2;
        Progress progress = pool.run.progress;
        long kept = progress.keptMillis(job);
        long ahead = kept == 0 ? mean : mean - kept + progress.restartMillis(job);
        return Math.min(limit, Math.max(LEAST_MILLIS, ahead));
    }

    /** Predicts how long a job will run that enters the queue now, or has another size now. */
    void predict(int job) {
        if (job >= sequence.length) {
            int rows = Math.max(Math.max(pool.jobs.count(), job + 1), 2 * sequence.length);
            int before = sequence.length;
            toldMillis = Arrays.copyOf(toldMillis, rows);
            corrections = Arrays.copyOf(corrections, rows);
            sequence = Arrays.copyOf(sequence, rows);
            Arrays.fill(sequence, before, rows, NONE);
        }
        toldMillis[job] = predictedMillis(job);
        sequence[job] = pool.jobs.sequence(job);
        corrections[job] = 0;
    }

    /** Learns of a job that ends now, not for another. */
    void learn(int job) {
        int user = pool.jobs.user(job);
        if (user < 0 || pool.run.executes(job)) {
            return;
        }
        if (user >= lastMillis.length) {
            int users = Math.max(user + 1, 2 * lastMillis.length);
            int before = lastMillis.length;
            lastMillis = Arrays.copyOf(lastMillis, users);
            beforeMillis = Arrays.copyOf(beforeMillis, users);
            Arrays.fill(lastMillis, before, users, NONE);
            Arrays.fill(beforeMillis, before, users, NONE);
        }
        Progress progress = pool.run.progress;
        long kept = progress.keptMillis(job);
        long stay = pool.run.nowMillis - pool.run.ledger.startMillis[job];
        beforeMillis[user] = lastMillis[user];
        lastMillis[user] =
                kept == 0 ? stay : Math.max(0, kept + stay - progress.restartMillis(job));
    }

    /** Predicts anew how long a job will run that has run for as long as it was to. */
    void correct(int job) {
        int step = Math.min(corrections[job]++, MORE_MINUTES.length - 1);
        long more = MORE_MINUTES[step] * Durations.MINUTE_MILLIS;
        toldMillis[job] = Math.min(pool.run.walltimeLeftMillis(job), toldMillis[job] + more);
        corrected++;
    }

    /** How often a job of this pool has outlived what was predicted of it. */
    long corrected() {
        return corrected;
    }
}
