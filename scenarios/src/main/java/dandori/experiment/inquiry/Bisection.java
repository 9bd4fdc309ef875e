package dandori.experiment.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The search of two borders in a row of places by halving: up to where targets fail, and from where
 * on they hold. Between the two they are open.
 *
 * <p>It assumes that verdicts go from failing over open to holding and never back. Of {@code count}
 * places at most 2 + 2 ⌈log₂ count⌉ are asked about. Where a verdict contradicts the assumption,
 * borders are the cautious ones: whatever was asked about beyond them agrees.
 *
 * @param count how many places there are, at least 2; those that are hardest first
 * @param known the verdicts so far, by place
 */
record Bisection(int count, SortedMap<Integer, Verdict> known) {

    /** Keeps the verdicts. */
    Bisection {
        known = new TreeMap<>(known);
    }

    /** The first place from which on everything that is known holds; {@code count} if none. */
    int holdsFrom() {
        int from = count;
        for (int place : new TreeMap<>(known).descendingKeySet()) {
            if (known.get(place) != Verdict.HOLDS) {
                return from;
            }
            from = place;
        }
        return from;
    }

    /** The last place up to which everything that is known fails; -1 if none. */
    int failsUpTo() {
        int upTo = -1;
        for (int place : known.keySet()) {
            if (known.get(place) != Verdict.FAILS) {
                return upTo;
            }
            upTo = place;
        }
        return upTo;
    }

    /** The places to ask about next; none if both borders are known. */
    List<Integer> next() {
        List<Integer> next = new ArrayList<>();
        for (int end : new int[] {0, count - 1}) {
            if (!known.containsKey(end)) {
                next.add(end);
            }
        }
        if (!next.isEmpty()) {
            return next;
        }
        int holds = holdsFrom();
        if (holds > 0 && holds < count) {
            addBetween(known.headMap(holds).lastKey(), holds, next);
        }
        int fails = failsUpTo();
        if (fails >= 0 && fails < count - 1) {
            addBetween(fails, known.tailMap(fails + 1).firstKey(), next);
        }
        return next;
    }

    private static void addBetween(int low, int high, List<Integer> places) {
        int middle = low + (high - low) / 2;
        if (middle > low && !places.contains(middle)) {
            places.add(middle);
        }
    }

    /**
     * Pairs of places of which the harder holds and the easier, the next that is known to be
     * either, fails: the assumption is wrong.
     */
    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        int holding = -1;
        for (int place : known.keySet()) {
            if (known.get(place) == Verdict.HOLDS) {
                holding = place;
            } else if (known.get(place) == Verdict.FAILS && holding >= 0) {
                found.add(new Contradiction(holding, place));
                holding = -1;
            }
        }
        return found;
    }

    /**
     * A place that holds before one that fails.
     *
     * @param holds the one that holds
     * @param fails the one that fails
     */
    record Contradiction(int holds, int fails) {}
}
