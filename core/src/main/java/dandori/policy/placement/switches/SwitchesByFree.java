package dandori.policy.placement.switches;

import java.util.Arrays;

/**
 * The switches of one level, found by how many nodes are free below them.
 *
 * <p>A set of switches for each count, and a set of the counts that occur; sets are bits. What is
 * answered depends on the counts alone and not on how they came about; of equals, the switch with
 * the lowest number. Cost: O(1) to change a count; to find one, O(counts that occur + switches /
 * 64) at worst, and mostly a word or two. Memory: a bit for each switch and for each count that has
 * occurred.
 */
final class SwitchesByFree {

    private static final long[] NOBODY = {};

    private final int[] free; // by switch
    private final long[] counts; // bits: which counts above 0 occur
    private final int[] members; // by count: how many switches
    private final long[][] sets; // by count: bits of its switches; empty until it first occurs

    /** Switches with so many nodes each, all of them free; the array becomes this object's own. */
    SwitchesByFree(int[] nodes) {
        free = nodes;
        int most = 0;
        for (int count : nodes) {
            most = Math.max(most, count);
        }
        counts = new long[(most >> 6) + 1];
        members = new int[most + 1];
        sets = new long[most + 1][];
        Arrays.fill(sets, NOBODY);
        for (int number = 0; number < nodes.length; number++) {
            enter(number, nodes[number]);
        }
    }

    /** How many switches there are. */
    int size() {
        return free.length;
    }

    /** How many nodes are free below a switch. */
    int free(int number) {
        return free[number];
    }

    /** So many nodes more are free below a switch, or fewer. */
    void change(int number, int by) {
        int before = free[number];
        int after = before + by;
        free[number] = after;
        if (before > 0) {
            sets[before][number >> 6] &= ~(1L << number);
            if (--members[before] == 0) {
                counts[before >> 6] &= ~(1L << before);
            }
        }
        enter(number, after);
    }

    private void enter(int number, int count) {
        if (count > 0) {
            if (sets[count].length == 0) {
                sets[count] = new long[((free.length - 1) >> 6) + 1];
            }
            sets[count][number >> 6] |= 1L << number;
            if (members[count]++ == 0) {
                counts[count >> 6] |= 1L << count;
            }
        }
    }

    /** The switch with the fewest free nodes that are enough, or -1. */
    int tightest(int nodes) {
        int count = countFrom(nodes);
        return count < 0 ? -1 : member(count, 0, free.length);
    }

    /**
     * Switches that have enough free nodes each, among those from {@code from} to {@code end} - 1,
     * the ones with the fewest first.
     *
     * @param most how many are wanted
     * @param into where they are written
     * @return how many there are, up to {@code most}
     */
    int tightest(int nodes, int from, int end, int most, int[] into) {
        int found = 0;
        for (int count = countFrom(nodes); count >= 0; count = countFrom(count + 1)) {
            int number = member(count, from, end);
            while (number >= 0) {
                into[found++] = number;
                if (found == most) {
                    return found;
                }
                number = member(count, number + 1, end);
            }
        }
        return found;
    }

    /**
     * As few switches as hold so many nodes together, among those from {@code from} to {@code end}
     * - 1: the ones with the most free nodes, in that order.
     *
     * @param into where they are written
     * @return how many they are
     */
    int fullest(int nodes, int from, int end, int[] into) {
        int found = 0;
        int missing = nodes;
        int count = countUpTo(members.length - 1);
        int number = from - 1;
        while (missing > 0) {
            number = member(count, number + 1, end);
            if (number >= 0) {
                into[found++] = number;
                missing -= count;
            } else {
                count = countUpTo(count - 1);
                number = from - 1;
            }
        }
        return found;
    }

    /**
     * The same, except that the last is the one with the fewest free nodes that still hold what the
     * others leave.
     */
    int fullestButLast(int nodes, int from, int end, int[] into) {
        int found = fullest(nodes, from, end, into);
        int rest = nodes;
        for (int i = 0; i < found - 1; i++) {
            rest -= free[into[i]];
        }
        int last = into[found - 1];
        for (int count = countFrom(rest); count < free[last]; count = countFrom(count + 1)) {
            int number = member(count, from, end);
            if (number >= 0) {
                into[found - 1] = number;
                break;
            }
        }
        return found;
    }

    /** The smallest count from {@code least} on that occurs, or -1. */
    private int countFrom(int least) {
        int word = least >> 6;
        if (word >= counts.length) {
            return -1;
        }
        long bits = counts[word] & (-1L << least);
        while (bits == 0) {
            if (++word == counts.length) {
                return -1;
            }
            bits = counts[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** The largest count up to {@code most} that occurs, at least 1. */
    private int countUpTo(int most) {
        int word = most >> 6;
        long bits = counts[word] & (-1L >>> (63 - (most & 63)));
        while (bits == 0) {
            bits = counts[--word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** The first switch from {@code from} to {@code end} - 1 with a count that occurs, or -1. */
    private int member(int count, int from, int end) {
        if (from >= end) {
            return -1;
        }
        long[] set = sets[count];
        int word = from >> 6;
        int lastWord = (end - 1) >> 6;
        long bits = set[word] & (-1L << from);
        while (bits == 0) {
            if (++word > lastWord) {
                return -1;
            }
            bits = set[word];
        }
        int number = (word << 6) + Long.numberOfTrailingZeros(bits);
        return number < end ? number : -1;
    }
}
