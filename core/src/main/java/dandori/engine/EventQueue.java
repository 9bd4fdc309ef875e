package dandori.engine;

import java.util.Arrays;

/**
 * Pending events, earliest first; events of one instant by kind, then by rank, never by the order of insertion.
 *
 * <p>A binary heap over parallel primitive arrays, sifted by moving a hole. Arrivals are kept out of it (they are
 * sorted already), so it holds running jobs, failures and timers: some 10² to 10⁴ entries.
 *
 * <p>Williams, "Algorithm 232: Heapsort", CACM 7(6), 1964. Cost: O(log n) to push and to pop, no allocation once it has
 * grown. There is no removal: who cancels an event must recognize it when it comes.
 */
public final class EventQueue {

    private static final int KIND_SHIFT = 58;
    private static final long RANK_MASK = (1L << KIND_SHIFT) - 1;
    private static final EventKind[] KINDS = EventKind.values();

    private long[] atMillis = new long[64];
    private long[] key = new long[64]; // kind above, rank below
    private int[] subject = new int[64];
    private int size;

    /** An empty queue. */
    public EventQueue() {}

    /** How many events are pending. */
    public int size() {
        return size;
    }

    /**
     * Adds an event.
     *
     * @param atMillis when it happens
     * @param kind what happens
     * @param rank its place among events of the same instant and kind, smaller first; from 0 below 2⁵⁸
     * @param subject to whom it happens: a job, a node
     */
    public void push(long atMillis, EventKind kind, long rank, int subject) {
        if (size == this.atMillis.length) {
            grow();
        }
        long newKey = ((long) kind.ordinal() << KIND_SHIFT) | rank;
        assert rank == (rank & RANK_MASK) : rank;
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!isBefore(atMillis, newKey, this.atMillis[parent], key[parent])) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, atMillis, newKey, subject);
    }

    /** When the next event happens, or {@link Long#MAX_VALUE} if none is pending. */
    public long nextAtMillis() {
        return size == 0 ? Long.MAX_VALUE : atMillis[0];
    }

    /** The kind of the next event; one must be pending. */
    public EventKind nextKind() {
        return KINDS[(int) (key[0] >>> KIND_SHIFT)];
    }

    /** The subject of the next event; one must be pending. */
    public int nextSubject() {
        return subject[0];
    }

    /** Takes the next event out; one must be pending. */
    public void pop() {
        int last = --size;
        long lastAt = atMillis[last];
        long lastKey = key[last];
        int lastSubject = subject[last];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size
                    && isBefore(atMillis[child + 1], key[child + 1], atMillis[child], key[child])) {
                child++;
            }
            if (!isBefore(atMillis[child], key[child], lastAt, lastKey)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, lastAt, lastKey, lastSubject);
    }

    private static boolean isBefore(long at, long key, long otherAt, long otherKey) {
        return at < otherAt || (at == otherAt && key < otherKey);
    }

    private void move(int from, int to) {
        atMillis[to] = atMillis[from];
        key[to] = key[from];
        subject[to] = subject[from];
    }

    private void put(int place, long at, long key, int subject) {
        this.atMillis[place] = at;
        this.key[place] = key;
        this.subject[place] = subject;
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        atMillis = Arrays.copyOf(atMillis, capacity);
        key = Arrays.copyOf(key, capacity);
        subject = Arrays.copyOf(subject, capacity);
    }
}
