package dandori.job;

import java.util.Arrays;
import java.util.List;

/**
 * The users of a run who wait for their jobs: when each of their batches is submitted, once that is
 * known.
 *
 * <p>A batch is due when all jobs that it awaits have left and the last job of the batch before has
 * been submitted. It comes its think time later; the first of a session comes when the workload
 * says or the least number of whole days later, and not before it is due. Its jobs keep their
 * distances.
 *
 * <p>Cost: O(1) a job.
 */
final class Turns {

    private static final long DAY_MILLIS = 86_400_000;

    /** Is told when a job will be submitted. */
    interface Submission {
        void at(int job, long millis);
    }

    private final List<Batch> batches;
    private final Jobs jobs;
    private final int[] batchOf; // by row, -1: none
    private final int[] awaitedBy; // by row: the batch, -1: none
    private final int[] following; // by batch, -1: none
    private final int[] open; // by batch: how many awaited jobs have not left
    private final long[] leftMillis; // by batch: when the last of those left that have
    private final long[] lastMillis; // by batch: submission of its last job; MAX_VALUE: not known

    Turns(List<Batch> batches, Jobs jobs) {
        this.batches = batches;
        this.jobs = jobs;
        batchOf = none(jobs.count());
        awaitedBy = none(jobs.count());
        following = none(batches.size());
        open = new int[batches.size()];
        leftMillis = new long[batches.size()];
        lastMillis = new long[batches.size()];
        Arrays.fill(leftMillis, Long.MIN_VALUE);
        for (int index = 0; index < open.length; index++) {
            Batch batch = batches.get(index);
            for (int row : batch.rows()) {
                batchOf[row] = index;
            }
            boolean isFirst = batch.previous() < 0;
            lastMillis[index] =
                    isFirst ? batch.firstMillis(jobs) + batch.spanMillis(jobs) : Long.MAX_VALUE;
            if (!isFirst) {
                following[batch.previous()] = index;
                for (int row : batch.awaited()) {
                    awaitedBy[row] = index;
                }
                open[index] = batch.awaited().length;
            }
        }
    }

    private static int[] none(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    /** Submits the batches that wait for nothing but the batch before. */
    void begin(Submission submission) {
        for (int index = 0; index < open.length; index++) {
            if (batches.get(index).previous() < 0) {
                goOn(following[index], submission);
            }
        }
    }

    /** Whether a job comes when its user is ready, and not when the workload says. */
    boolean holds(int job) {
        return batchOf[job] >= 0 && batches.get(batchOf[job]).previous() >= 0;
    }

    /** A job has left. */
    void left(int job, long nowMillis, Submission submission) {
        int index = awaitedBy[job];
        if (index >= 0) {
            open[index]--;
            leftMillis[index] = nowMillis;
            goOn(index, submission);
        }
    }

    private void goOn(int from, Submission submission) {
        int index = from;
        while (index >= 0 && open[index] == 0) {
            Batch batch = batches.get(index);
            long beforeMillis = lastMillis[batch.previous()];
            if (beforeMillis == Long.MAX_VALUE || lastMillis[index] < Long.MAX_VALUE) {
                return;
            }
            submit(batch, index, Math.max(leftMillis[index], beforeMillis), submission);
            index = following[index];
        }
    }

    private void submit(Batch batch, int index, long dueMillis, Submission submission) {
        long firstMillis = batch.firstMillis(jobs);
        long begin = dueMillis + batch.thinkMillis();
        if (batch.thinkMillis() == Batch.NEXT_SESSION) {
            long lateDays = Math.floorDiv(dueMillis - firstMillis + DAY_MILLIS - 1, DAY_MILLIS);
            begin = firstMillis + Math.max(0, lateDays) * DAY_MILLIS;
        }
        for (int row : batch.rows()) {
            submission.at(row, begin + jobs.submitMillis(row) - firstMillis);
        }
        lastMillis[index] = begin + batch.spanMillis(jobs);
    }
}
