package dandori.policy.placement.switches;

/**
 * Divides nodes among switches as evenly as their free nodes allow: everybody gives the same, or
 * all it has if that is less. What cannot be divided comes from those with the most free nodes, one
 * each; of equals, from those listed first.
 *
 * <p>Cost: O(switches · log(largest count)).
 */
final class EvenShares {

    private final int[] free;
    private int count;
    private int most;

    /** For so many switches at most. */
    EvenShares(int switches) {
        free = new int[switches];
    }

    /** Forgets the switches. */
    void clear() {
        count = 0;
        most = 0;
    }

    /** One more switch, with so many free nodes. */
    void add(int nodes) {
        free[count++] = nodes;
        most = Math.max(most, nodes);
    }

    /**
     * Divides so many nodes, no more than are free.
     *
     * @param into the share of each switch, in the order in which they were added
     */
    void divide(int nodes, int[] into) {
        int level = level(nodes);
        int rest = nodes - under(level);
        for (int i = 0; i < count; i++) {
            into[i] = Math.min(free[i], level);
        }
        if (rest > 0) {
            int most = smallestWithFewerAbove(rest);
            int equals = rest - countAbove(most);
            for (int i = 0; i < count; i++) {
                if (free[i] > most || (free[i] == most && equals-- > 0)) {
                    into[i]++;
                }
            }
        }
    }

    /** The smallest number of free nodes that so many switches or fewer exceed. */
    private int smallestWithFewerAbove(int switches) {
        int low = 0;
        int high = most;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (countAbove(middle) <= switches) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int countAbove(int nodes) {
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += free[i] > nodes ? 1 : 0;
        }
        return above;
    }

    /** The largest number that all can give, or all they have, without giving too many. */
    private int level(int nodes) {
        int low = nodes / count;
        int high = Math.max(low, Math.min(nodes, most));
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (under(middle) <= nodes) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int under(int level) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.min(free[i], level);
        }
        return (int) Math.min(Integer.MAX_VALUE, sum);
    }
}
