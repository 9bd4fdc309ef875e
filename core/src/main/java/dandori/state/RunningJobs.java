package dandori.state;

/**
 * The running jobs of a pool in order of estimated end, in parallel arrays.
 *
 * <p>Cost: a binary search and a move of the shorter side for each start and end; up to some 4,000
 * running jobs that beats a tree. The arrays keep room on both sides, so that the earliest ends
 * leave without moving the rest.
 */
public final class RunningJobs {

    private int[] job = new int[64];
    private int[] nodes = new int[64];
    private long[] endMillis = new long[64]; // ascending from `from` to `to`
    private int from = 32;
    private int to = 32;
    private long busyNodes; // of all
    private long nodeMillisUntilEnds; // Σ nodes · estimated end

    /** No jobs yet. */
    public RunningJobs() {}

    /** How many there are. */
    public int size() {
        return to - from;
    }

    /** The job at a place, counted from 0. */
    public int job(int place) {
        return job[from + place];
    }

    /** The nodes of the job at a place. */
    public int nodes(int place) {
        return nodes[from + place];
    }

    /** The estimated end of the job at a place. */
    public long endMillis(int place) {
        return endMillis[from + place];
    }

    /** Adds a job, behind those with the same estimated end. */
    public void add(int newJob, int newNodes, long newEndMillis) {
        int at = firstLaterThan(newEndMillis);
        boolean moveFront = at - from < to - at;
        if (moveFront ? from == 0 : to == job.length) {
            recentre();
            at = firstLaterThan(newEndMillis);
            moveFront = at - from < to - at;
        }
        if (moveFront) {
            shift(from, from - 1, at - from);
            from--;
            at--;
        } else {
            shift(at, at + 1, to - at);
            to++;
        }
        busyNodes += newNodes;
        nodeMillisUntilEnds += newNodes * newEndMillis;
        job[at] = newJob;
        nodes[at] = newNodes;
        endMillis[at] = newEndMillis;
    }

    /** Removes a job whose estimated end is given. */
    public void remove(int oldJob, long oldEndMillis) {
        int at = firstLaterThan(oldEndMillis) - 1;
        while (job[at] != oldJob) {
            at--;
            if (at < from || endMillis[at] != oldEndMillis) {
                throw new IllegalStateException(
                        "Job row %d with estimated end %d is not running."
                                .formatted(oldJob, oldEndMillis));
            }
        }
        busyNodes -= nodes[at];
        nodeMillisUntilEnds -= nodes[at] * endMillis[at];
        if (at - from < to - 1 - at) {
            shift(from, from + 1, at - from);
            from++;
        } else {
            shift(at + 1, at, to - 1 - at);
            to--;
        }
    }

    /**
     * The first estimated end by which so many nodes are given back; {@link Long#MAX_VALUE} if they
     * never are.
     */
    public long endMillisOfGiven(int wanted) {
        return endMillisOfGiven(nodes, endMillis, from, to, wanted);
    }

    private static long endMillisOfGiven(int[] nodes, long[] ends, int from, int to, int wanted) {
        int given = 0;
        for (int i = from; i < to; i++) {
            given += nodes[i];
            if (given >= wanted) {
                return ends[i];
            }
        }
        return Long.MAX_VALUE;
    }

    /**
     * The node milliseconds from an instant to the estimated ends that lie behind it. O(jobs that
     * run longer than was told); all together must stay below 2⁶³.
     */
    public long nodeMillisLeft(long millis) {
        long left = nodeMillisUntilEnds - busyNodes * millis;
        for (int i = from; i < to && endMillis[i] < millis; i++) {
            left += nodes[i] * (millis - endMillis[i]);
        }
        return left;
    }

    /** How many nodes are given back at an instant and before it, by estimated ends. */
    public int nodesGivenBy(long millis) {
        return nodesGivenBy(nodes, endMillis, from, to, millis);
    }

    private static int nodesGivenBy(int[] nodes, long[] ends, int from, int to, long millis) {
        int given = 0;
        for (int i = from; i < to && ends[i] <= millis; i++) {
            given += nodes[i];
        }
        return given;
    }

    /** The index of the first job with a later estimated end; {@code to} if there is none. */
    private int firstLaterThan(long millis) {
        return firstLaterThan(endMillis, from, to, millis);
    }

    private static int firstLaterThan(long[] ends, int low, int high, long millis) {
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void shift(int source, int target, int length) {
        System.arraycopy(job, source, job, target, length);
        System.arraycopy(nodes, source, nodes, target, length);
        System.arraycopy(endMillis, source, endMillis, target, length);
    }

    /** Moves all to the middle, of larger arrays where they fill more than half. */
    private void recentre() {
        int size = size();
        int capacity = size > job.length / 2 ? Math.multiplyExact(job.length, 2) : job.length;
        int[] oldJob = job;
        int[] oldNodes = nodes;
        long[] oldEnd = endMillis;
        if (capacity > job.length) {
            job = new int[capacity];
            nodes = new int[capacity];
            endMillis = new long[capacity];
        }
        int start = (capacity - size) / 2;
        System.arraycopy(oldJob, from, job, start, size);
        System.arraycopy(oldNodes, from, nodes, start, size);
        System.arraycopy(oldEnd, from, endMillis, start, size);
        from = start;
        to = start + size;
    }
}
