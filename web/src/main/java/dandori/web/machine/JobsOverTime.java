package dandori.web.machine;

import dandori.web.timeline.JobRows;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which rows of jobs hold nodes of a machine at a time, and which begin and end in a stretch of it.
 *
 * <p>Rows stand in order of their start, in blocks of which the latest end is known, two of them
 * together, four and so on: what runs at a time has begun, and lies in blocks that end later.
 *
 * <p>Cost: O(r log n) for r rows that run of n; 8 bytes a row.
 */
final class JobsOverTime {

    private static final int BLOCK = 64; // rows

    private final JobRows jobs;
    private final int[] byStart;
    private final int[] byEnd;
    private final int[][] latest; // by level: the latest end of 1, 2, 4 … blocks

    JobsOverTime(JobRows jobs, int machine) {
        this.jobs = jobs;
        this.byStart = ordered(machine, true);
        this.byEnd = ordered(machine, false);
        this.latest = latest();
    }

    private int[] ordered(int machine, boolean isByStart) {
        long[] keys = new long[jobs.count()];
        int count = 0;
        for (int row = 0; row < jobs.count(); row++) {
            if (jobs.hasRunOn(machine, row)) {
                int time = isByStart ? jobs.start(row) : jobs.end(row);
                keys[count++] = (long) time << 32 | row;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) keys[i];
        }
        return rows;
    }

    private int[][] latest() {
        int blocks = (byStart.length + BLOCK - 1) / BLOCK;
        int levels = 1;
        while (1 << (levels - 1) < blocks) {
            levels++;
        }
        int[][] ends = new int[levels][];
        ends[0] = new int[blocks];
        Arrays.fill(ends[0], Integer.MIN_VALUE);
        for (int i = 0; i < byStart.length; i++) {
            ends[0][i / BLOCK] = Math.max(ends[0][i / BLOCK], jobs.end(byStart[i]));
        }
        for (int level = 1; level < levels; level++) {
            int[] below = ends[level - 1];
            ends[level] = new int[(below.length + 1) / 2];
            Arrays.fill(ends[level], Integer.MIN_VALUE);
            for (int i = 0; i < below.length; i++) {
                ends[level][i / 2] = Math.max(ends[level][i / 2], below[i]);
            }
        }
        return ends;
    }

    /** How many rows there are. */
    int count() {
        return byStart.length;
    }

    /** The rows that run at a time, in order of their start: from it on, and before their end. */
    void at(int time, IntConsumer each) {
        int begun = firstAfter(byStart, true, time);
        if (begun > 0) {
            collect(latest.length - 1, 0, begun, time, each);
        }
    }

    private void collect(int level, int place, int begun, int time, IntConsumer each) {
        long first = ((long) place << level) * BLOCK;
        if (first >= begun || place >= latest[level].length || latest[level][place] <= time) {
            return;
        }
        if (level > 0) {
            collect(level - 1, 2 * place, begun, time, each);
            collect(level - 1, 2 * place + 1, begun, time, each);
            return;
        }
        int end = Math.min(begun, (int) first + BLOCK);
        for (int i = (int) first; i < end; i++) {
            if (jobs.end(byStart[i]) > time) {
                each.accept(byStart[i]);
            }
        }
    }

    /** How many rows have begun by a time. */
    int begunBy(int time) {
        return firstAfter(byStart, true, time);
    }

    /** How many have ended by a time. */
    int endedBy(int time) {
        return firstAfter(byEnd, false, time);
    }

    /** The i-th row in order of start. */
    int byStart(int i) {
        return byStart[i];
    }

    /** The i-th row in order of end. */
    int byEnd(int i) {
        return byEnd[i];
    }

    private int firstAfter(int[] rows, boolean isByStart, int time) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int its = isByStart ? jobs.start(rows[middle]) : jobs.end(rows[middle]);
            if (its <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
