package dandori.metric;

import dandori.job.ValueStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.util.KthSelector;
import org.jspecify.annotations.Nullable;

/**
 * Values of which one is selected by its rank. Where there is a store, it has those beyond what may
 * be in memory.
 *
 * <p>Cost of a selection: O(values) in memory; where some are in the store, four looks at each of
 * them, each of which tells 16 further bits of the value.
 */
final class ManyValues {

    private static final KthSelector SELECTOR = new KthSelector();
    private static final int PAGE = 1 << 15;
    private static final int STEP_BITS = 16;

    private final @Nullable ValueStore store; // null: all are in memory
    private final int mostPages;
    private final List<double[]> full = new ArrayList<>(); // pages
    private double[] page = new double[64];
    private int used; // of the current page
    private boolean isStored; // some are in the store

    /**
     * @param store takes those beyond so many pages; null: nobody does
     * @param mostPages how many pages of 32,768 values may be in memory then
     */
    ManyValues(@Nullable ValueStore store, int mostPages) {
        this.store = store;
        this.mostPages = mostPages;
    }

    void add(double value) {
        if (used == page.length) {
            extend();
        }
        page[used++] = value;
    }

    private void extend() {
        if (used < PAGE) {
            page = Arrays.copyOf(page, 8 * used);
            return;
        }
        full.add(page);
        if (store != null && full.size() >= mostPages) {
            full.forEach(store::add);
            full.clear();
            isStored = true;
        }
        page = new double[PAGE];
        used = 0;
    }

    /** How many values are in memory. */
    int inMemory() {
        return full.size() * PAGE + used;
    }

    /**
     * The value that so many others do not exceed.
     *
     * @param rank from 0, below the number of values
     */
    double select(long rank) {
        return isStored ? selectByBits(rank) : SELECTOR.select(all(), null, (int) rank);
    }

    /** All in one array, which stays the page in use. */
    private double[] all() {
        if (!full.isEmpty() || used < page.length) {
            double[] all = new double[inMemory()];
            int at = 0;
            for (double[] one : full) {
                System.arraycopy(one, 0, all, at, PAGE);
                at += PAGE;
            }
            System.arraycopy(page, 0, all, at, used);
            full.clear();
            page = all;
            used = all.length;
        }
        return page;
    }

    private double selectByBits(long rank) {
        long behind = rank; // among those that begin with the known bits
        long known = 0;
        for (int left = Long.SIZE; left > 0; left -= STEP_BITS) {
            long[] counts = new long[1 << STEP_BITS];
            int unknown = left;
            long beginning = known;
            forEach(value -> {
                long sorted = sorted(value);
                if (unknown == Long.SIZE || sorted >>> unknown == beginning) {
                    counts[(int) (sorted >>> unknown - STEP_BITS) & (1 << STEP_BITS) - 1]++;
                }
            });
            int bits = 0;
            while (behind >= counts[bits]) {
                behind -= counts[bits++];
            }
            known = known << STEP_BITS | bits;
        }
        return Double.longBitsToDouble(known < 0 ? known ^ Long.MIN_VALUE : ~known);
    }

    /** The bits of a value, in the order of values, without sign. */
    private static long sorted(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    }

    private void forEach(DoubleConsumer each) {
        if (store != null) {
            store.forEach(each);
        }
        full.forEach(one -> Arrays.stream(one).forEach(each));
        Arrays.stream(page, 0, used).forEach(each);
    }
}
