package dandori.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The cells that are still to be played, those of the policy that takes longest first, so that no
 * thread is left alone with a long one at the end; a policy counts as endless until one of its
 * cells is done.
 *
 * <p>Only cells of the first draws that are not done are given out, as many draws as there are
 * threads: the jobs of those are what is in memory. Safe for several threads. Cost: O(threads ·
 * policies) to take one.
 */
final class CellQueue {

    private final int draws; // how many at once
    private final List<Cell> waiting; // those of a draw together
    private final List<Cell> open; // not ended
    private final Map<String, Long> lastNanos = new HashMap<>(); // by policy

    CellQueue(List<Cell> cells, int threads) {
        draws = threads;
        waiting = new ArrayList<>(cells);
        open = new ArrayList<>(cells);
    }

    /**
     * The cell to be played next.
     *
     * @throws NoSuchElementException if all have been taken
     */
    synchronized Cell next() {
        List<Cell.Draw> first = open.stream().map(Cell::draw).distinct().limit(draws).toList();
        Cell next =
                waiting.stream()
                        .takeWhile(cell -> first.contains(cell.draw()))
                        .max(
                                Comparator.comparingLong(this::knownNanos)
                                        .thenComparingInt(cell -> -cell.number()))
                        .orElseThrow();
        waiting.remove(next);
        return next;
    }

    private long knownNanos(Cell cell) {
        return lastNanos.getOrDefault(cell.policy().name(), Long.MAX_VALUE);
    }

    /** Takes note of how long a cell took. */
    synchronized void ended(Cell cell, long nanos) {
        open.remove(cell);
        lastNanos.put(cell.policy().name(), nanos);
    }
}
