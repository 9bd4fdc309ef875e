package dandori.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds jobs that two of several logs tell: one that is there while a month ends stands in the
 * dumps of both months. Of equal ones the first is told. One whose run time is not known gives way
 * to one with the same number, time of submission, user and group whose run time is; it is held
 * until that has come, or the other logs are past its time of submission. Users and groups are told
 * apart by their names, and by numbers where they have none.
 *
 * <p>A job may come again as long as it had not ended by the latest submission in its log, where
 * the next dump begins, at the earliest; and where dumps overlap, near its own place. So remembered
 * are those jobs and the latest {@value #RECENT}, some 150 bytes each. Jobs without a number are
 * not compared. Keys are hashes of 64 bits: of a billion jobs, one pair may be taken for one with a
 * probability of 3 %.
 */
final class Twins {

    /** How many jobs are remembered, or held, at least. */
    static final int RECENT = 1 << 16;

    private static final int SEVERAL = -1;

    private final IntConsumer dropped;
    private final long[] latestSubmitMillis; // of each log
    private final LongObjectHashMap<Told> told = new LongObjectHashMap<>(); // by all that is said
    private final LongIntHashMap teller = new LongIntHashMap(); // by number: log + 1, or SEVERAL
    private final Map<Long, Deque<Held>> held = new LinkedHashMap<>(); // by number
    private int heldCount;
    private long count;
    private int sweepAbove = 2 * RECENT;

    /**
     * Nothing told yet.
     *
     * @param dropped is given the place of a log of whose jobs one is told by another
     */
    Twins(int logs, IntConsumer dropped) {
        this.dropped = dropped;
        latestSubmitMillis = new long[logs];
        Arrays.fill(latestSubmitMillis, Long.MIN_VALUE);
    }

    /**
     * Takes a job.
     *
     * @param mayHold whether another log may still tell it
     * @return whether it is told now
     */
    boolean take(LoggedJob job, int log, boolean mayHold) {
        if (job.id < 0) {
            return true;
        }
        latestSubmitMillis[log] = Math.max(latestSubmitMillis[log], job.submitMillis);
        long number = number(job);
        return job.runMillis < 0 ? takePoor(job, log, number, mayHold) : takeRich(job, log, number);
    }

    private boolean takePoor(LoggedJob job, int log, long number, boolean mayHold) {
        int by = teller.get(number);
        Deque<Held> others = held.get(number);
        boolean isHeld = others != null && others.getFirst().log != log;
        if (isHeld || by == SEVERAL || by > 0 && by != log + 1) {
            dropped.accept(log);
            return false;
        }
        if (mayHold) {
            LoggedJob copy = new LoggedJob();
            copy.set(job);
            held.computeIfAbsent(number, none -> new ArrayDeque<>()).add(new Held(copy, log));
            heldCount++;
        }
        return !mayHold;
    }

    private boolean takeRich(LoggedJob job, int log, long number) {
        long all = all(job, number);
        Told same = told.get(all);
        if (same != null && !same.isNew(log, ++count)) {
            dropped.accept(log);
            return false;
        }
        if (same == null) {
            long endMillis = job.submitMillis + Math.max(job.waitMillis, 0) + job.runMillis;
            told.put(all, new Told(number, log, endMillis, ++count));
            int by = teller.get(number);
            teller.put(number, by == 0 || by == log + 1 ? log + 1 : SEVERAL);
        }
        Deque<Held> poor = held.get(number);
        if (poor != null && poor.getFirst().log != log) {
            dropped.accept(taken(number, poor).log);
        }
        if (told.size() > sweepAbove) {
            sweep();
        }
        return true;
    }

    private Held taken(long number, Deque<Held> of) {
        heldCount--;
        Held first = of.removeFirst();
        if (of.isEmpty()) {
            held.remove(number);
        }
        return first;
    }

    /** Whether one that is held has to be told to make room. */
    boolean isFull() {
        return heldCount > RECENT;
    }

    /** The job that is held longest; null if none is. */
    @Nullable Held longestHeld() {
        return held.isEmpty() ? null : held.values().iterator().next().getFirst();
    }

    /** The log of the job that is held longest, which is let go into {@code job}; −1: none. */
    int release(LoggedJob job) {
        if (held.isEmpty()) {
            return -1;
        }
        Map.Entry<Long, Deque<Held>> longest = held.entrySet().iterator().next();
        Held first = taken(longest.getKey(), longest.getValue());
        job.set(first.job);
        return first.log;
    }

    /** Forgets jobs that cannot come again. */
    private void sweep() {
        List<Told> left = new ArrayList<>();
        told.removeIf((key, one) -> {
            boolean isOver =
                    one.at <= count - RECENT && one.endMillis < latestSubmitMillis[one.log];
            if (!isOver) {
                left.add(one);
            }
            return isOver;
        });
        teller.clear();
        for (Told one : left) {
            int by = teller.get(one.number);
            teller.put(one.number, by == 0 || by == one.log + 1 ? one.log + 1 : SEVERAL);
        }
        sweepAbove = Math.max(2 * RECENT, 2 * left.size());
    }

    /** How many are remembered. */
    int rememberedCount() {
        return told.size();
    }

    private static long number(LoggedJob job) {
        long key = mixed(job.id, job.submitMillis);
        key = mixed(key, ofName(job.user, job.userNumber));
        return mixed(key, ofName(job.group, job.groupNumber));
    }

    private static long ofName(@Nullable String name, long number) {
        return name == null ? number : name.hashCode();
    }

    private static long all(LoggedJob job, long number) {
        long key = mixed(number, job.waitMillis);
        key = mixed(key, job.runMillis);
        key = mixed(key, job.requestedNodes);
        key = mixed(key, job.allocatedNodes);
        key = mixed(key, job.requestedProcessors);
        key = mixed(key, job.allocatedProcessors);
        key = mixed(key, job.requestedAccelerators);
        return mixed(key, job.allocatedAccelerators);
    }

    /** Numbers made one, each bit of either deciding on half of the bits of the result. */
    private static long mixed(long one, long other) {
        long mixed = one * 0x9E3779B97F4A7C15L + other;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** A job that waits for its twin. */
    record Held(LoggedJob job, int log) {}

    /**
     * A job that was told. A log may itself tell several that are equal, such as tasks of an array:
     * as many are told as the log with the most of them has.
     */
    private static final class Told {

        private final long number;
        private final int log; // that told it first
        private final long endMillis;
        private long at; // which of all it was
        private int most = 1;
        private int[] counts; // log, how many, log, how many …

        Told(long number, int log, long endMillis, long at) {
            this.number = number;
            this.log = log;
            this.endMillis = endMillis;
            this.at = at;
            counts = new int[] {log, 1};
        }

        /** Counts one more; whether it has not been told. */
        boolean isNew(int of, long now) {
            at = now;
            int place = 0;
            while (place < counts.length && counts[place] != of) {
                place += 2;
            }
            if (place == counts.length) {
                counts = Arrays.copyOf(counts, place + 2);
                counts[place] = of;
            }
            int its = ++counts[place + 1];
            boolean isNew = its > most;
            most = Math.max(most, its);
            return isNew;
        }
    }
}
