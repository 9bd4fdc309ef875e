package dandori.sim;

import dandori.machine.Slowdown;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How fast the jobs of a machine run, over time, where its clock is lowered at times. Of slowdowns
 * that overlap the slowest holds.
 *
 * <p>Since it is known beforehand, nobody's end ever moves: a job that starts now ends when the
 * work done by then is its run time. Cost of a question: O(log changes), and O(changes) that it
 * runs through.
 */
final class Tempo {

    private final long[] atMillis; // ascending
    private final @Nullable Slowdown[] from; // which holds from then on; null at full speed

    Tempo(List<Slowdown> slowdowns) {
        TreeSet<Long> at = new TreeSet<>();
        for (Slowdown one : slowdowns) {
            at.add(one.fromMillis());
            at.add(one.toMillis());
        }
        atMillis = at.stream().mapToLong(Long::longValue).toArray();
        from = new Slowdown[atMillis.length];
        for (int i = 0; i < atMillis.length; i++) {
            for (Slowdown one : slowdowns) {
                Slowdown slowest = from[i];
                boolean isSlower = slowest == null || one.speed() < slowest.speed();
                from[i] = one.isOn(atMillis[i]) && isSlower ? one : slowest;
            }
        }
    }

    /** The slowdown that is on at an instant; null at full speed. */
    @Nullable Slowdown at(long millis) {
        int last = Instants.countUpTo(atMillis, millis) - 1;
        return last < 0 ? null : from[last];
    }

    /** The next instant after one at which the speed changes; {@link Long#MAX_VALUE} if none. */
    long nextChangeMillis(long afterMillis) {
        return Instants.next(afterMillis, atMillis);
    }

    /** When work of some milliseconds at full speed is done that begins at an instant. */
    long endMillis(long startMillis, long workMillis) {
        double left = workMillis;
        long at = startMillis;
        while (true) {
            double speed = speed(at);
            long next = nextChangeMillis(at);
            if (next == Long.MAX_VALUE || left <= (next - at) * speed) {
                return at + (long) Math.ceil(left / speed - 1e-6); // no ms for an error of rounding
            }
            left -= (next - at) * speed;
            at = next;
        }
    }

    /** The work that is done from one instant to another, in milliseconds at full speed. */
    double workMillis(long fromMillis, long toMillis) {
        double done = 0;
        for (long at = fromMillis; at < toMillis; ) {
            long next = Math.min(toMillis, nextChangeMillis(at));
            done += (next - at) * speed(at);
            at = next;
        }
        return done;
    }

    private double speed(long millis) {
        Slowdown slow = at(millis);
        return slow == null ? 1 : slow.speed();
    }
}
