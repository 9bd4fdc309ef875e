package dandori.policy.backfill;

import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.IntLongHashMap;

/**
 * The planned starts of all who wait, in the order of the queue, and how late each may start.
 *
 * <p>Times are milliseconds since the origin; {@link #NEVER} where a job has no planned start,
 * since it fits at no time that can be foreseen, and no latest start, since it never had a planned
 * one.
 */
final class SlackPlan {

    static final long NEVER = Long.MAX_VALUE;

    int count;
    int[] job = new int[64];
    int[] nodes = new int[64];
    long[] spanMillis = new long[64]; // for how long it keeps nodes
    long[] atMillis = new long[64]; // planned
    long[] latestMillis = new long[64]; // what it was promised
    private final IntLongHashMap knownAt = new IntLongHashMap(); // by job, between passes
    private final IntLongHashMap knownLatest = new IntLongHashMap();

    /** Takes in the queue as it is; those who are there for the first time have nothing. */
    void follow(Situation now) {
        keep();
        WaitQueue queue = now.queue();
        count = 0;
        for (int one = queue.first(); one >= 0; one = queue.next(one)) {
            if (count == job.length) {
                grow();
            }
            job[count] = one;
            nodes[count] = now.nodesNeeded(one);
            spanMillis[count] = Depth.plannedMillis(one, now);
            atMillis[count] = knownAt.getIfAbsent(one, NEVER);
            latestMillis[count++] = knownLatest.getIfAbsent(one, NEVER);
        }
    }

    private void keep() {
        knownAt.clear();
        knownLatest.clear();
        for (int place = 0; place < count; place++) {
            if (job[place] >= 0) {
                knownAt.put(job[place], atMillis[place]);
                knownLatest.put(job[place], latestMillis[place]);
            }
        }
    }

    private void grow() {
        int length = 2 * count;
        job = Arrays.copyOf(job, length);
        nodes = Arrays.copyOf(nodes, length);
        spanMillis = Arrays.copyOf(spanMillis, length);
        atMillis = Arrays.copyOf(atMillis, length);
        latestMillis = Arrays.copyOf(latestMillis, length);
    }

    /** Forgets a job that has started; its place stays empty until the queue is followed again. */
    void started(int place) {
        job[place] = -1;
    }

    /**
     * How late a job may be planned to start: as promised, or as it is planned, if that is later.
     */
    long allowedMillis(int place) {
        return Math.max(latestMillis[place], atMillis[place]);
    }
}
