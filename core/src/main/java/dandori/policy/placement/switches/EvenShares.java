package dandori.policy.placement.switches;

import java.util.Arrays;

/**
 * Divides nodes among switches as evenly as their free nodes allow: everybody gives the same, or
 * all it has if that is less. What cannot be divided comes from those with the most free nodes, one
 * each; of equals, from those listed first.
 *
 * <p>Cost: O(switches · log(largest count)), and O(switches · log switches) for an undivided rest.
 */
final class EvenShares {

    private final int[] free;
    private final long[] byFree;
    private int count;

    /** For so many switches at most. */
    EvenShares(int switches) {
        free = new int[switches];
        byFree = new long[switches];
    }

    /** Forgets the switches. */
    void clear() {
        count = 0;
    }

    /** One more switch, with so many free nodes. */
    void add(int nodes) {
        free[count++] = nodes;
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
            int open = 0;
            for (int i = 0; i < count; i++) {
                if (free[i] > level) {
                    byFree[open++] = (long) (Integer.MAX_VALUE - free[i]) << 32 | i;
                }
            }
            Arrays.sort(byFree, 0, open);
            for (int i = 0; i < rest; i++) {
                into[(int) byFree[i]]++;
            }
        }
    }

    /** The largest number that all can give, or all they have, without giving too many. */
    private int level(int nodes) {
        int low = 0;
        int high = nodes;
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
