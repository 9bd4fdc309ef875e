package dandori.state;

import java.util.Arrays;

/**
 * How many nodes will be free when: a step function of time, for those who plan ahead.
 *
 * <p>Two sorted arrays with a head that moves as time passes; equal neighbours are merged. Cost:
 * O(p) to find a hole or to change a span, for p steps, by moving memory; the right answer up to
 * some 3,000 steps. Mu'alem and Feitelson, IEEE TPDS 12(6), 2001, section 2.2, for its use.
 */
public final class Profile {

    private long[] atMillis =
            new long[64]; // ascending from `from` to `to`; free[i] holds until atMillis[i + 1]
    private int[] free = new int[64]; // neighbours differ; the last holds for ever
    private int from;
    private int to;

    /** A profile of nothing; {@link #reset} gives it a beginning. */
    public Profile() {}

    /** Begins anew: the same number of nodes is free from an instant on, for ever. */
    public void reset(long millis, int freeNodes) {
        from = 0;
        to = 1;
        atMillis[0] = millis;
        free[0] = freeNodes;
    }

    /** How many steps there are. */
    public int size() {
        return to - from;
    }

    /** The beginning of a step. */
    public long atMillis(int step) {
        return atMillis[from + step];
    }

    /** The nodes that are free from the beginning of a step to that of the next. */
    public int free(int step) {
        return free[from + step];
    }

    /** The last step that begins at an instant or before it. */
    public int stepAt(long millis) {
        if (from + 1 == to || millis < atMillis[from + 1]) {
            return 0; // plans mostly ask for now
        }
        int low = from + 1;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (atMillis[middle] <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low - from;
    }

    /** Forgets what lies before an instant: the first step begins then. */
    public void dropBefore(long millis) {
        from += stepAt(millis);
        if (atMillis[from] < millis) {
            atMillis[from] = millis;
        }
    }

    /**
     * Adds nodes (takes them, if negative) from an instant until another, {@link Long#MAX_VALUE}
     * for ever.
     */
    public void add(long startMillis, long endMillis, int nodes) {
        if (startMillis >= endMillis || nodes == 0) {
            return;
        }
        int first = split(startMillis);
        int base = from;
        int end = endMillis == Long.MAX_VALUE ? to : split(endMillis);
        first += from - base; // the second split may have moved the arrays
        for (int i = first; i < end; i++) {
            free[i] += nodes;
        }
        mergeAt(end);
        mergeAt(first);
    }

    /**
     * Adds nodes, at least 1, for ever from an instant at which the last step begins, or after it.
     * O(1).
     */
    public void addLast(long millis, int nodes) {
        if (millis > atMillis[to - 1]) {
            insert(to, millis, free[to - 1]);
        } else if (millis < atMillis[to - 1]) {
            throw new IllegalArgumentException(
                    "The last step begins at %d, after %d.".formatted(atMillis[to - 1], millis));
        }
        free[to - 1] += nodes;
    }

    /** Adds nodes like {@link #add}, and notes where the profile has grown. */
    public void raise(long startMillis, long endMillis, int nodes, Growth growth) {
        if (startMillis >= endMillis) {
            return;
        }
        int first = split(startMillis);
        int base = from;
        int end = split(endMillis);
        first += from - base; // the second split may have moved the arrays
        for (int i = first; i < end; i++) {
            growth.step(free[i], free[i] + nodes);
            free[i] += nodes;
        }
        growth.span(startMillis, endMillis);
        mergeAt(end);
        mergeAt(first);
    }

    /**
     * The earliest instant before its promise at which a job that holds a slot from its promise on
     * could start, looking only at runs of enough nodes that meet what has grown; {@code promised}
     * itself if there is none.
     *
     * @param growth what has grown since the job was looked at last
     * @param promised the beginning of the job's slot, which is taken from this profile
     * @param spanMillis the length of the slot
     * @param nodes its nodes
     */
    public long earlierStart(Growth growth, long promised, long spanMillis, int nodes) {
        long limit = Math.min(growth.toMillis(), promised);
        long grownFrom = Math.max(growth.fromMillis(), atMillis[from]);
        if (grownFrom >= limit) {
            return promised;
        }
        int step = from + stepAt(grownFrom);
        return earlierStart(atMillis, free, from, to, step, limit, promised, spanMillis, nodes);
    }

    private static long earlierStart(
            long[] at,
            int[] free,
            int from,
            int to,
            int step,
            long limit,
            long promised,
            long span,
            int nodes) {
        int i = step;
        if (free[i] >= nodes) { // to the left end of the run
            while (i > from && free[i - 1] >= nodes) {
                i--;
            }
        }
        while (true) {
            while (free[i] < nodes) {
                if (++i == to) {
                    return promised;
                }
            }
            long start = at[i];
            if (start >= limit) {
                return promised;
            }
            long enough = span > promised - start ? promised : start + span;
            do {
                if (++i == to || at[i] >= enough) {
                    return start;
                }
            } while (free[i] >= nodes);
        }
    }

    /**
     * The earliest instant, at {@code notBefore} or later, from which so many nodes are free
     * throughout a span.
     *
     * @return the instant, or {@link Long#MAX_VALUE} if there never are
     */
    public long earliest(long notBefore, long spanMillis, int nodes) {
        int step = from + stepAt(notBefore);
        long start = notBefore;
        for (int i = step; i < to; i++) {
            if (free[i] < nodes) {
                start = Long.MAX_VALUE;
                continue;
            }
            if (start == Long.MAX_VALUE) {
                start = atMillis[i];
            }
            if (i + 1 == to || atMillis[i + 1] - start >= spanMillis) {
                return start;
            }
        }
        return Long.MAX_VALUE;
    }

    /**
     * Whether so many nodes are free throughout a span that begins at an instant within the
     * profile.
     */
    public boolean fits(long startMillis, long spanMillis, int nodes) {
        int i = from + stepAt(startMillis);
        do {
            if (free[i] < nodes) {
                return false;
            }
            i++;
        } while (i < to && atMillis[i] - startMillis < spanMillis);
        return true;
    }

    /** The index of the step that begins at an instant, made by splitting if need be. */
    private int split(long millis) {
        int i = from + stepAt(millis);
        if (atMillis[i] == millis) {
            return i;
        }
        if (millis < atMillis[i]) {
            throw new IllegalStateException(
                    "The profile begins at %d, after %d.".formatted(atMillis[i], millis));
        }
        int base = from;
        insert(i + 1, millis, free[i]);
        return i + 1 + from - base; // the arrays may have moved
    }

    private void insert(int at, long millis, int nodes) {
        if (to == atMillis.length) {
            int size = to - from;
            int capacity = size > to / 2 ? 2 * to : to;
            long[] oldAt = atMillis;
            int[] oldFree = free;
            if (capacity > to) {
                atMillis = Arrays.copyOf(atMillis, capacity);
                free = Arrays.copyOf(free, capacity);
            }
            System.arraycopy(oldAt, from, atMillis, 0, size);
            System.arraycopy(oldFree, from, free, 0, size);
            at -= from;
            from = 0;
            to = size;
        }
        System.arraycopy(atMillis, at, atMillis, at + 1, to - at);
        System.arraycopy(free, at, free, at + 1, to - at);
        atMillis[at] = millis;
        free[at] = nodes;
        to++;
    }

    /** Merges a step with the one before it if they are equal. */
    private void mergeAt(int i) {
        if (i > from && i < to && free[i] == free[i - 1]) {
            System.arraycopy(atMillis, i + 1, atMillis, i, to - i - 1);
            System.arraycopy(free, i + 1, free, i, to - i - 1);
            to--;
        }
    }
}
