package dandori.policy.backfill;

import dandori.state.Situation;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** All that wait and run, by tier, then by the order, then by submission. */
final class Roll {

    private final IntArrayList places = new IntArrayList();
    private int[] job = new int[16];
    private boolean[] runs = new boolean[16];
    private int[] tier = new int[16];
    private double[] standing = new double[16];
    private long[] sequence = new long[16];
    private int count;

    /** Calls the roll. */
    void call(Situation now) {
        count = 0;
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            add(now.cluster().running(place), true, now);
        }
        for (int each = now.queue().first(); each >= 0; each = now.queue().next(each)) {
            add(each, false, now);
        }
        places.clear();
        for (int place = 0; place < count; place++) {
            places.add(place);
        }
        places.sortThis(this::compare);
    }

    private void add(int each, boolean itRuns, Situation now) {
        if (count == job.length) {
            int room = 2 * count;
            job = Arrays.copyOf(job, room);
            runs = Arrays.copyOf(runs, room);
            tier = Arrays.copyOf(tier, room);
            standing = Arrays.copyOf(standing, room);
            sequence = Arrays.copyOf(sequence, room);
        }
        job[count] = each;
        runs[count] = itRuns;
        tier[count] = now.tier(each);
        standing[count] = now.standing(each, itRuns);
        sequence[count] = now.jobs().sequence(each);
        count++;
    }

    private int compare(int one, int other) {
        if (tier[one] != tier[other]) {
            return Integer.compare(tier[one], tier[other]);
        }
        int byStanding = Double.compare(standing[one] + 0.0, standing[other] + 0.0); // -0 is 0
        return byStanding != 0 ? byStanding : Long.compare(sequence[one], sequence[other]);
    }

    /** How many there are. */
    int size() {
        return count;
    }

    /** The job at a rank, counted from 0. */
    int job(int rank) {
        return job[places.get(rank)];
    }

    /** Whether the job at a rank runs. */
    boolean runs(int rank) {
        return runs[places.get(rank)];
    }
}
