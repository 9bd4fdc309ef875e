package dandori.web.timeline;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deals rows to the jobs of machines whose nodes have no places, so that they can be drawn: by
 * start, each takes the lowest rows that are free, for as long as it runs. Rows are no nodes then.
 *
 * <p>Cost: O(n log n) for n stays, and a step for every run of free rows that a job takes or gives
 * back.
 */
final class DealtRows {

    private final Jobs jobs;
    private final int machine;
    private final NodeSets dealt;
    private final int[] sets;
    private final TreeMap<Integer, Integer> free = new TreeMap<>(); // first of a run: its length
    private int freeRows;

    private DealtRows(Jobs jobs, int machine, int rows, NodeSets dealt, int[] sets) {
        this.jobs = jobs;
        this.machine = machine;
        this.dealt = dealt;
        this.sets = sets;
        if (rows > 0) {
            free.put(0, rows);
        }
        freeRows = rows;
    }

    /**
     * The same jobs, with rows where they had no nodes.
     *
     * @param machineNodes the size of a machine by name; the largest job is the least
     */
    static Jobs deal(Jobs jobs, Map<String, Integer> machineNodes) {
        NodeSets dealt = null;
        int[] sets = jobs.sets;
        for (int machine = 0; machine < jobs.machines().size(); machine++) {
            if (!jobs.hasPlaces(machine)) {
                if (dealt == null) {
                    dealt = new NodeSets(jobs.packed);
                    sets = Arrays.copyOf(sets, jobs.rows);
                }
                String name = jobs.machines().get(machine);
                int rows = Math.max(machineNodes.getOrDefault(name, 0), jobs.leastNodes(name));
                new DealtRows(jobs, machine, rows, dealt, sets).run();
            }
        }
        if (dealt == null) {
            return jobs;
        }
        dealt.trim();
        return jobs.on(sets, dealt.packed());
    }

    private void run() {
        long[] byStart = ordered(jobs.columns.starts);
        long[] byEnd = ordered(jobs.columns.ends);
        int gone = 0;
        for (long next : byStart) {
            while (byEnd[gone] >> 32 <= next >> 32) {
                giveBack(sets[(int) byEnd[gone++]]);
            }
            int row = (int) next;
            if (jobs.columns.nodes[row] <= freeRows) {
                sets[row] = take(jobs.columns.nodes[row]);
            }
        }
    }

    /** Rows of stays that take time, by a time of theirs: it in the upper half, the row below. */
    private long[] ordered(int[] times) {
        long[] keys = new long[jobs.rows];
        int count = 0;
        for (int row = 0; row < jobs.rows; row++) {
            if (jobs.columns.machines[row] == machine
                    && jobs.columns.starts[row] < jobs.columns.ends[row]) {
                keys[count++] = (long) times[row] << 32 | row;
            }
        }
        keys = Arrays.copyOf(keys, count);
        Arrays.sort(keys);
        return keys;
    }

    private int take(int wanted) {
        int left = wanted;
        while (left > 0) {
            Map.Entry<Integer, Integer> lowest = free.pollFirstEntry();
            int taken = Math.min(left, lowest.getValue());
            dealt.add(lowest.getKey(), taken);
            if (taken < lowest.getValue()) {
                free.put(lowest.getKey() + taken, lowest.getValue() - taken);
            }
            left -= taken;
        }
        freeRows -= wanted;
        return dealt.put();
    }

    private void giveBack(int set) {
        int[] packed = dealt.packed();
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            int first = packed[i];
            int count = packed[i + 1];
            freeRows += count;
            Integer after = free.remove(first + count);
            count += after == null ? 0 : after;
            Map.Entry<Integer, Integer> below = free.lowerEntry(first);
            if (below != null && below.getKey() + below.getValue() == first) {
                free.put(below.getKey(), below.getValue() + count);
            } else {
                free.put(first, count);
            }
        }
    }
}
