package dandori.engine;

import java.util.Arrays;

/**
 * Pending events, earliest first; events of one instant by kind, then by rank, never by the order
 * of insertion.
 *
 * <p>A binary heap over parallel primitive arrays, sifted by moving a hole. Arrivals are kept out
 * of it (they are sorted already), so it holds running jobs, failures and timers: some 10² to 10⁴
 * entries.
 *
 * <p>Williams, "Algorithm 232: Heapsort", CACM 7(6), 1964. Cost: O(log n) to push and to pop, no
 * allocation once it has grown. There is no removal: who cancels an event must recognize it when it
 * comes.
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
     * @param rank its place among events of the same instant and kind, smaller first; from 0 below
     *     2⁵⁸
     * @param subject to whom it happens: a job, a node
     */
    public void push(long atMillis, EventKind kind, long rank, int subject) {
        if (size == this.atMillis.length) {
            grow();
        }
        long newKey = ((long) kind.ordinal() << KIND_SHIFT) | rank;
        assert rank == (rank & RANK_MASK) : rank;
        sink(this.atMillis, key, this.subject, size++, atMillis, newKey, subject);
    }

    /** Puts an event where it belongs, at a hole at the end or above it. */
    private static void sink(
            long[] ats, long[] keys, int[] subjects, int hole, long at, long key, int subject) {
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            long parentAt = ats[parent];
            if (parentAt < at || (parentAt == at && keys[parent] <= key)) {
                break;
            }
            ats[hole] = parentAt;
            keys[hole] = keys[parent];
            subjects[hole] = subjects[parent];
            hole = parent;
        }
        ats[hole] = at;
        keys[hole] = key;
        subjects[hole] = subject;
    }

    /** When the next event happens, or {@link Long#MAX_VALUE} if none is pending. */
    public long nextAtMillis() {
        return size == 0 ? Long.MAX_VALUE : atMillis[0];
    }

    /** The kind of the next event; one must be pending. */
    public EventKind nextKind() {
        return KINDS[(int) (key[0] >>> KIND_SHIFT)];
    }

    /** The rank of the next event; one must be pending. */
    public long nextRank() {
        return key[0] & RANK_MASK;
    }

    /** The subject of the next event; one must be pending. */
    public int nextSubject() {
        return subject[0];
    }

    /** Takes the next event out; one must be pending. */
    public void pop() {
        size--;
        rise(atMillis, key, subject, size);
    }

    /**
     * Fills the hole at the root with the earlier child, and so on down; then the last event finds
     * its place.
     */
    private static void rise(long[] ats, long[] keys, int[] subjects, int last) {
        long at = ats[last];
        long key = keys[last];
        int hole = 0;
        for (int child = 1; child < last; child = 2 * hole + 1) {
            long childAt = ats[child];
            int right = child + 1;
            if (right < last) {
                long rightAt = ats[right];
                if (rightAt < childAt || (rightAt == childAt && keys[right] < keys[child])) {
                    child = right;
                    childAt = rightAt;
                }
            }
            if (at < childAt || (at == childAt && key <= keys[child])) {
                break;
            }
            ats[hole] = childAt;
            keys[hole] = keys[child];
            subjects[hole] = subjects[child];
            hole = child;
        }
        ats[hole] = at;
        keys[hole] = key;
        subjects[hole] = subjects[last];
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        atMillis = Arrays.copyOf(atMillis, capacity);
        key = Arrays.copyOf(key, capacity);
        subject = Arrays.copyOf(subject, capacity);
    }
}
