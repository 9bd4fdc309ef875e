package dandori.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of {@code int} that grows in pages, so that growing copies nothing and wastes at most
 * one page.
 *
 * <p>Doubling an array would hold old and new at once, three times the column at worst; here {@link
 * #toArray()} needs twice the column for a moment, and one column at a time.
 */
final class IntColumn {

    private static final int PAGE = 1 << 15;

    private final List<int[]> full = new ArrayList<>();
    private int[] page = new int[64]; // the first starts small, since most workloads of tests are
    private int used; // of the current page

    void add(int value) {
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
            page = new int[PAGE];
            used = 0;
        }
    }

    /** The column as one array; the pages are given up, and the column is empty afterwards. */
    int[] toArray() {
        int[] all = new int[Math.addExact(Math.multiplyExact(full.size(), PAGE), used)];
        for (int i = 0; i < full.size(); i++) {
            System.arraycopy(full.get(i), 0, all, i * PAGE, PAGE);
        }
        System.arraycopy(page, 0, all, full.size() * PAGE, used);
        full.clear();
        page = new int[0];
        used = 0;
        return all;
    }
}
