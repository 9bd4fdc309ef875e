package dandori.policy.backfill;

import java.util.Arrays;

/**
 * Of some jobs, those that together use the most nodes: no more than are free, and those of them
 * that outlast the head's shadow time no more than it leaves over. Of several such sets, the one
 * that has the first job in which they differ.
 *
 * <p>Those that outlast it and those that do not bound each other only by what is free, so the sums
 * of nodes that either can make are kept apart. Cost: O(jobs · free / 64) to set up, and as a rule
 * little more to choose; at worst O(jobs · spare).
 */
final class FullestSet {

    private int[] nodes = new int[64];
    private boolean[] outlasts = new boolean[64];
    private boolean[] isChosen = new boolean[64];
    private int count;
    private Sums[] shortSums = new Sums[0]; // by place: of the jobs from there on that end in time
    private Sums[] longSums = new Sums[0]; // and of those that do not

    void clear() {
        count = 0;
    }

    /** Adds a job behind the others. */
    void add(int itsNodes, boolean itOutlasts) {
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            outlasts = Arrays.copyOf(outlasts, 2 * count);
            isChosen = Arrays.copyOf(isChosen, 2 * count);
        }
        nodes[count] = itsNodes;
        outlasts[count++] = itOutlasts;
    }

    /** Whether the job at a place is in the set. */
    boolean isChosen(int place) {
        return isChosen[place];
    }

    /** Chooses the set. */
    void choose(int free, int spare) {
        long all = 0;
        long allLong = 0;
        for (int place = 0; place < count; place++) {
            all += nodes[place];
            allLong += outlasts[place] ? nodes[place] : 0;
        }
        int least = Math.max(0, Math.min(free, spare)); // of spare nodes
        if (all <= free && allLong <= least) {
            Arrays.fill(isChosen, 0, count, true);
            return;
        }
        findSums(free, least);
        int left = most(free);
        int spareLeft = least;
        for (int place = 0; place < count; place++) {
            int without = left - nodes[place];
            int spareWithout = outlasts[place] ? spareLeft - nodes[place] : spareLeft;
            isChosen[place] = canMake(place + 1, without, spareWithout);
            if (isChosen[place]) {
                left = without;
                spareLeft = spareWithout;
            }
        }
    }

    private void findSums(int free, int spare) {
        if (shortSums.length <= count) {
            int before = shortSums.length;
            shortSums = Arrays.copyOf(shortSums, 2 * count + 1);
            longSums = Arrays.copyOf(longSums, 2 * count + 1);
            for (int place = before; place < shortSums.length; place++) {
                shortSums[place] = new Sums();
                longSums[place] = new Sums();
            }
        }
        shortSums[count].clear(free);
        longSums[count].clear(spare);
        for (int place = count - 1; place >= 0; place--) {
            shortSums[place].set(shortSums[place + 1]);
            longSums[place].set(longSums[place + 1]);
            (outlasts[place] ? longSums : shortSums)[place].add(nodes[place]);
        }
    }

    /** The most nodes that any set uses. */
    private int most(int free) {
        int most = 0;
        int some = 0; // nodes of those that outlast
        while (some >= 0 && most < free) {
            most = Math.max(most, some + shortSums[0].previous(free - some));
            some = longSums[0].next(some + 1);
        }
        return most;
    }

    /** Whether the jobs from a place on can use so many nodes, no more than so many for long. */
    private boolean canMake(int place, int wanted, int spare) {
        int some = wanted < 0 || spare < 0 ? -1 : 0;
        while (some >= 0 && some <= Math.min(wanted, spare)) {
            if (shortSums[place].has(wanted - some)) {
                return true;
            }
            some = longSums[place].next(some + 1);
        }
        return false;
    }
}
