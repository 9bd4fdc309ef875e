package dandori.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of {@code long} that grows in pages, so that growing copies nothing and wastes at most
 * one page.
 *
 * <p>Doubling an array would hold old and new at once, three times the column at worst; here {@link
 * #toArray()} needs twice the column for a moment, and one column at a time.
 */
final class LongColumn {

    private static final int PAGE = 1 << 15;

    private final List<long[]> full = new ArrayList<>();
    private long[] page = new long[64]; // the first starts small, since most workloads of tests are
    private int used; // of the current page

    void add(long value) {
        if (used == page.length) {
            extend();
        }
        page[used++] = value;
    }

    private void extend() {
        if (used < PAGE) {
            page = Arrays.copyOf(page, Math.min(PAGE, Math.max(64, 8 * used)));
        } else {
            full.add(page);
            page = new long[PAGE];
            used = 0;
        }
    }

    /** The column as one array; the pages are given up, and the column is empty afterwards. */
    long[] toArray() {
        long[] all = new long[Math.addExact(Math.multiplyExact(full.size(), PAGE), used)];
        for (int i = 0; i < full.size(); i++) {
            System.arraycopy(full.get(i), 0, all, i * PAGE, PAGE);
        }
        System.arraycopy(page, 0, all, full.size() * PAGE, used);
        full.clear();
        page = new long[0];
        used = 0;
        return all;
    }
}
