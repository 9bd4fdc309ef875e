package dandori.policy.backfill;

import dandori.state.WaitQueue;
import java.util.Arrays;

/** The jobs that have come since the last pass, in order of arrival until they are sorted. */
final class Arrivals {

    private int[] jobs = new int[16];
    private int count;

    void add(int job) {
        if (count == jobs.length) {
            jobs = Arrays.copyOf(jobs, 2 * count);
        }
        jobs[count++] = job;
    }

    int count() {
        return count;
    }

    int job(int place) {
        return jobs[place];
    }

    void clear() {
        count = 0;
    }

    /** Puts them into the order of the queue; they mostly are. */
    void sort(WaitQueue queue) {
        for (int i = 1; i < count; i++) {
            int job = jobs[i];
            int hole = i;
            while (hole > 0 && queue.isBefore(job, jobs[hole - 1])) {
                jobs[hole] = jobs[hole - 1];
                hole--;
            }
            jobs[hole] = job;
        }
    }
}
