package dandori.web.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The stays of a window that have most nodes, or whose jobs waited longest. */
public final class GreatestInView {

    private GreatestInView() {}

    /**
     * Describes so many of them, the greatest first; of equal ones the first of the trace.
     *
     * <p>Cost: a look at each stay in the window.
     *
     * @param by {@link Colouring#SIZE} or {@link Colouring#WAIT}
     */
    public static Map<String, Object> tree(
            Jobs jobs, String machine, Window window, int most, Colouring by) {
        int number = jobs.machines().indexOf(machine);
        int[] amounts = by == Colouring.SIZE ? jobs.columns.nodes : jobs.columns.waits;
        Comparator<Integer> least =
                Comparator.<Integer>comparingInt(row -> amounts[row])
                        .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> greatest = new PriorityQueue<>(least);
        int[] rows = JobsInView.rows(jobs, Math.max(0, number), window, Integer.MAX_VALUE);
        for (int row : rows == null || number < 0 ? new int[0] : rows) {
            if (greatest.size() < most) {
                greatest.add(row);
            } else if (most > 0 && amounts[row] > amounts[greatest.element()]) {
                greatest.remove();
                greatest.add(row);
            }
        }
        List<Map<String, @Nullable Object>> trees =
                greatest.stream()
                        .sorted(least.reversed())
                        .map(row ->
                                JobTree.of(
                                        jobs,
                                        row,
                                        JobTree.rows(
                                                jobs, row, window.firstNode(), window.endNode())))
                        .toList();
        return Map.of("complete", false, "jobs", trees);
    }
}
