package dandori.policy.backfill;

import dandori.state.WaitQueue;
import java.util.Arrays;

/**
 * The waiting jobs that hold a promise, in the order of the queue, in parallel arrays.
 *
 * <p>Cost: a binary search and a move for each that comes into the middle.
 */
final class Promises {

    int[] job = new int[64];
    int[] nodes = new int[64];
    long[] estimateMillis = new long[64];
    long[] atMillis = new long[64]; // when the job may start at the latest
    int count;

    /** Adds a job at its place in the queue. */
    void add(int newJob, int newNodes, long newEstimateMillis, long newAtMillis, WaitQueue queue) {
        if (count == job.length) {
            int capacity = 2 * count;
            job = Arrays.copyOf(job, capacity);
            nodes = Arrays.copyOf(nodes, capacity);
            estimateMillis = Arrays.copyOf(estimateMillis, capacity);
            atMillis = Arrays.copyOf(atMillis, capacity);
        }
        int at = count;
        if (count > 0 && queue.isBefore(newJob, job[count - 1])) {
            at = placeOf(newJob, queue);
            shift(at, at + 1, count - at);
        }
        count++;
        job[at] = newJob;
        nodes[at] = newNodes;
        estimateMillis[at] = newEstimateMillis;
        atMillis[at] = newAtMillis;
    }

    /** The first place whose job does not come before the given one. */
    private int placeOf(int oneJob, WaitQueue queue) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (queue.isBefore(job[middle], oneJob)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Copies a job to an earlier place, or leaves it where it is. */
    void move(int place, int target) {
        if (place != target) {
            job[target] = job[place];
            nodes[target] = nodes[place];
            estimateMillis[target] = estimateMillis[place];
            atMillis[target] = atMillis[place];
        }
    }

    private void shift(int source, int target, int length) {
        System.arraycopy(job, source, job, target, length);
        System.arraycopy(nodes, source, nodes, target, length);
        System.arraycopy(estimateMillis, source, estimateMillis, target, length);
        System.arraycopy(atMillis, source, atMillis, target, length);
    }
}
