package dandori.state;

import org.jspecify.annotations.Nullable;

/** What is free in a pool, and what runs until when. Read-only. */
public interface Cluster {

    /** How many nodes are in service and free now. */
    int freeNodes();

    /** How many nodes are in service now, free or not. */
    int nodesInService();

    /** How many jobs run. */
    int runningCount();

    /** The running job at a place in the order of estimated ends, the earliest first. */
    int running(int place);

    /** The estimated end of the running job at a place, in milliseconds since the origin. */
    long estimatedEndMillis(int place);

    /** The nodes that the running job at a place gives back. */
    int nodesOf(int place);

    /**
     * The earliest estimated end at which the nodes free now, and those of all jobs whose estimated
     * end is no later, are so many: now if they are, {@link Long#MAX_VALUE} if they never are.
     * O(jobs that end before).
     */
    long shadowMillis(int nodes);

    /**
     * The nodes free now, and those of all jobs whose estimated end is at an instant or before it.
     * O(such jobs).
     */
    int freeNodesAt(long millis);

    /**
     * The node milliseconds from an instant to the estimated ends of running jobs that lie behind
     * it. O(jobs that run longer than was told).
     *
     * @throws ArithmeticException if they are more than 2<sup>63</sup>
     */
    default long nodeMillisLeft(long millis) {
        long left = 0;
        for (int place = 0; place < runningCount(); place++) {
            long its = Math.max(0, estimatedEndMillis(place) - millis);
            left = Math.addExact(left, Math.multiplyExact(its, nodesOf(place)));
        }
        return left;
    }

    /** Which nodes are free, or null where the placement counts only. */
    @Nullable NodePool freePool();
}
