package dandori.sim;

import java.util.Arrays;

/**
 * What jobs have got done in earlier stays on nodes and need not do again: those that were
 * preempted and kept work. Of jobs whose run time does not depend on their nodes.
 *
 * <p>All times are milliseconds of run time at the job's present size. Nothing is kept until
 * somebody is preempted.
 */
final class Progress {

    private long[] keptMillis = new long[0]; // by row
    private long[] usedMillis = new long[0]; // of the walltime, by stays after which it stood still
    private long[] restartMillis = new long[0]; // at the beginning of the next stay, or this one

    private boolean knows(int job) {
        return job < keptMillis.length;
    }

    /** The work that a job has behind it from earlier stays. */
    long keptMillis(int job) {
        return knows(job) ? keptMillis[job] : 0;
    }

    /** How much of its walltime is used up by earlier stays. */
    long usedMillis(int job) {
        return knows(job) ? usedMillis[job] : 0;
    }

    /** How long its last stay was, or its next will be, busy with going on. */
    long restartMillis(int job) {
        return knows(job) ? restartMillis[job] : 0;
    }

    /**
     * Notes what a job that leaves its nodes keeps.
     *
     * @param gainedMillis work of this stay that it keeps
     * @param stoodMillis how much of its walltime it has used in this stay, if that stands still
     * @param restart for how long it will be busy with going on
     */
    void keep(int job, long gainedMillis, long stoodMillis, long restart) {
        if (!knows(job)) {
            int rows = Math.max(job + 1, 2 * keptMillis.length);
            keptMillis = Arrays.copyOf(keptMillis, rows);
            usedMillis = Arrays.copyOf(usedMillis, rows);
            restartMillis = Arrays.copyOf(restartMillis, rows);
        }
        keptMillis[job] += gainedMillis;
        usedMillis[job] += stoodMillis;
        restartMillis[job] = restart;
    }

    /** Notes that a job has another size, at which its run time is another. */
    void scale(int job, long runMillisBefore, long runMillis) {
        if (knows(job) && runMillisBefore > 0) {
            keptMillis[job] = scaled(keptMillis[job], runMillisBefore, runMillis);
            usedMillis[job] = scaled(usedMillis[job], runMillisBefore, runMillis);
        }
    }

    private static long scaled(long millis, long runMillisBefore, long runMillis) {
        return (long) ((double) millis / runMillisBefore * runMillis);
    }

    /** Forgets a job whose row another has now, or that begins anew. */
    void forget(int job) {
        if (knows(job)) {
            keptMillis[job] = 0;
            usedMillis[job] = 0;
            restartMillis[job] = 0;
        }
    }
}
