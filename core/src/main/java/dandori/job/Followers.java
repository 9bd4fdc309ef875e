package dandori.job;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a run that follow others: when each is submitted, once that is known.
 *
 * <p>Cost: O(log n) a follower, where n are submitted but have not come.
 */
final class Followers {

    /** A submission that is known of. */
    private record Arrival(long atMillis, int job) {}

    private final Dependencies links;
    private final long[] submitMillis; // by row; as the workload says until it is known
    private final int[] firstFollower; // by row, -1: none
    private final int[] nextFollower; // by row: another that follows the same job, or -1
    private final @Nullable Turns turns; // null: no user waits for batches
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(
                    Comparator.comparingLong(Arrival::atMillis).thenComparingInt(Arrival::job));

    Followers(Dependencies links, Jobs jobs) {
        this.links = links;
        submitMillis = new long[jobs.count()];
        firstFollower = new int[jobs.count()];
        nextFollower = new int[jobs.count()];
        for (int job = jobs.count() - 1; job >= 0; job--) {
            submitMillis[job] = jobs.submitMillis(job);
            firstFollower[job] = -1;
        }
        for (int job = jobs.count() - 1; job >= 0; job--) {
            int leader = links.preceding(job);
            if (leader >= 0) {
                nextFollower[job] = firstFollower[leader];
                firstFollower[leader] = job;
            }
        }
        turns = links.batches().isEmpty() ? null : new Turns(links.batches(), jobs);
        if (turns != null) {
            turns.begin(this::submit);
        }
    }

    private void submit(int job, long atMillis) {
        submitMillis[job] = atMillis;
        arrivals.add(new Arrival(atMillis, job));
    }

    boolean follows(int job) {
        return links.preceding(job) >= 0 || turns != null && turns.holds(job);
    }

    long submitMillis(int job) {
        return submitMillis[job];
    }

    /** A job has left: those that follow it will be submitted. */
    void left(int job, long nowMillis) {
        for (int next = firstFollower[job]; next >= 0; next = nextFollower[next]) {
            submit(next, nowMillis + links.thinkMillis(next));
        }
        if (turns != null) {
            turns.left(job, nowMillis, this::submit);
        }
    }

    /** When the next one comes, or {@link Long#MAX_VALUE} if that is not known. */
    long nextMillis() {
        Arrival next = arrivals.peek();
        return next == null ? Long.MAX_VALUE : next.atMillis;
    }

    /** Who is next; only where {@link #nextMillis} names an instant. */
    int next() {
        return arrivals.element().job;
    }

    void take() {
        arrivals.remove();
    }
}
