package dandori.policy.backfill;

import dandori.state.WaitQueue;
import java.util.Arrays;

/**
 * The waiting jobs that hold a promise, in the order of the queue, in parallel arrays.
 *
 * <p>Cost: a binary search and a move for each that comes or goes.
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

    /** Where a job stands, or where it would: the first place whose job does not come before it. */
    int placeOf(int oneJob, WaitQueue queue) {
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

    /** Whether the job at a place is the given one. */
    boolean holds(int place, int oneJob) {
        return place < count && job[place] == oneJob;
    }

    void remove(int place) {
        count--;
        shift(place + 1, place, count - place);
    }

    private void shift(int source, int target, int length) {
        System.arraycopy(job, source, job, target, length);
        System.arraycopy(nodes, source, nodes, target, length);
        System.arraycopy(estimateMillis, source, estimateMillis, target, length);
        System.arraycopy(atMillis, source, atMillis, target, length);
    }
}
