package dandori.network;

import dandori.job.Communication;
import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;

/**
 * How fast each running job gets on, and which of them must be told.
 *
 * <p>A job that would run T on the best place, alone, spends t of it waiting for its messages: what
 * a node sends over what it gets there, at most T. If a node gets 1/s of that, the job gets on at T
 * / (T - t + t · s), and never at more than 1.
 *
 * <p>Jobs are kept under small numbers that are used again. All methods O(1) but {@link #tell}.
 */
final class Paces {

    private static final double SAME = 1e-9; // relative changes up to this are rounding

    private final IntIntHashMap slotOf = new IntIntHashMap();
    private int[] job = new int[16]; // by slot
    private double[] waiting = new double[16]; // by slot: t / T
    private double[] stretch = new double[16]; // by slot: s
    private double[] told = new double[16]; // by slot: the speed that was named last
    private int[] free = new int[16]; // slots that ended
    private int freeCount;
    private int slots;
    private long[] changed = new long[16]; // row << 32 | slot
    private int changedCount;

    /**
     * Takes a job in, at full speed.
     *
     * @param bestBytesPerSecond what a node gets on the best place
     * @return its slot
     */
    int add(int row, Communication communication, long runMillis, double bestBytesPerSecond) {
        int slot = freeCount > 0 ? free[--freeCount] : slots++;
        if (slot == job.length) {
            job = Arrays.copyOf(job, 2 * slot);
            waiting = Arrays.copyOf(waiting, 2 * slot);
            stretch = Arrays.copyOf(stretch, 2 * slot);
            told = Arrays.copyOf(told, 2 * slot);
            free = Arrays.copyOf(free, 2 * slot);
        }
        double waitMillis = 1_000 * communication.bytesPerNode() / bestBytesPerSecond;
        job[slot] = row;
        waiting[slot] = Math.min(1, waitMillis / Math.max(1, runMillis));
        stretch[slot] = 1;
        told[slot] = 1;
        slotOf.put(row, slot);
        return slot;
    }

    /** The slot of a job, or -1 if it was never taken in. */
    int slot(int row) {
        return slotOf.getIfAbsent(row, -1);
    }

    /** Lets a job go; its slot is given to another. */
    void remove(int slot) {
        slotOf.remove(job[slot]);
        job[slot] = -1;
        free[freeCount++] = slot;
    }

    /** Says that what a node of the job gets is so many times less than on the best place. */
    void stretch(int slot, double times) {
        stretch[slot] = times;
        if (changedCount == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changedCount);
        }
        changed[changedCount++] = (long) job[slot] << 32 | slot;
    }

    /** Names those whose speed is another than was named last, in order of row. */
    void tell(NetworkModel.Listener listener) {
        Arrays.sort(changed, 0, changedCount);
        for (int i = 0; i < changedCount; i++) {
            int slot = (int) changed[i];
            if (job[slot] == (int) (changed[i] >> 32)) {
                double speed = speed(slot);
                if (Math.abs(speed - told[slot]) > SAME * told[slot]) {
                    told[slot] = speed;
                    listener.speed(job[slot], speed);
                }
            }
        }
        changedCount = 0;
    }

    /**
     * What a node of the job sends, on average over its run at the speed that was named last, over
     * what it gets on the best place: 0 to 1; 0 where nobody has the slot.
     */
    double sending(int slot) {
        return slot < slots && job[slot] >= 0 ? waiting[slot] * told[slot] : 0;
    }

    private double speed(int slot) {
        return 1 / (1 + waiting[slot] * Math.max(0, stretch[slot] - 1));
    }
}
