package dandori.policy.backfill;

import dandori.state.Situation;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Who stands where in the round of {@link Gang}: each has a number, and who takes a new one stands
 * behind all others.
 */
final class Ring {

    private static final long NO_SLICE = 0;

    private final Roll roll = new Roll();
    private final IntArrayList places = new IntArrayList(); // in the roll, by number
    private long numbers; // how many have been taken
    private long slices; // how many have begun

    private long[] sequence = new long[0]; // by row: whose figures these are
    private long[] number = new long[0];
    private long[] slice = new long[0]; // the last that it had from its beginning

    /** All that wait and run stand in the round; those it does not know yet come last. */
    void call(Situation now) {
        roll.call(now);
        places.clear();
        for (int rank = 0; rank < roll.size(); rank++) {
            int job = roll.job(rank);
            if (!knows(job, now)) {
                sequence[job] = now.jobs().sequence(job);
                number[job] = ++numbers;
                slice[job] = NO_SLICE;
            }
            places.add(rank);
        }
        sort(now);
    }

    private boolean knows(int job, Situation now) {
        if (job >= sequence.length) {
            int before = sequence.length;
            int room = Math.max(2 * before, job + 16);
            sequence = Arrays.copyOf(sequence, room);
            Arrays.fill(sequence, before, room, Long.MIN_VALUE); // nobody
            number = Arrays.copyOf(number, room);
            slice = Arrays.copyOf(slice, room);
        }
        return sequence[job] == now.jobs().sequence(job);
    }

    private void sort(Situation now) {
        places.sortThis((one, other) -> {
            int byTier = Integer.compare(now.tier(roll.job(one)), now.tier(roll.job(other)));
            return byTier != 0
                    ? byTier
                    : Long.compare(number[roll.job(one)], number[roll.job(other)]);
        });
    }

    /** A slice is over: who has had it and still runs goes behind all others. */
    void turn(Situation now) {
        for (int place = 0; place < size(); place++) {
            if (runs(place) && slices != NO_SLICE && slice[job(place)] == slices) {
                number[job(place)] = ++numbers;
            }
        }
        slices++;
        sort(now);
    }

    /** Whoever runs now has the slice that has begun. */
    void begun(Situation now) {
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            slice[now.cluster().running(place)] = slices;
        }
    }

    /** How many stand in the round. */
    int size() {
        return places.size();
    }

    /** The job at a place, counted from 0. */
    int job(int place) {
        return roll.job(places.get(place));
    }

    /** Whether the job at a place ran when the round was called. */
    boolean runs(int place) {
        return roll.runs(places.get(place));
    }
}
