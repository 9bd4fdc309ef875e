package dandori.web.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which stays are in a window: those that hold a node of it at a time of it. */
public final class JobsInView {

    private static final int MOST_RANGES = 200_000;

    private JobsInView() {}

    /**
     * Describes them, each with the rows that it holds in the window; or none, if they are more
     * than so many or lie in very many pieces.
     */
    public static Map<String, Object> tree(Jobs jobs, String machine, Window window, int most) {
        int number = jobs.machines().indexOf(machine);
        int[] rows = number < 0 ? new int[0] : rows(jobs, number, window, most);
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        long ranges = 0;
        for (int row : rows == null ? new int[0] : rows) {
            List<int[]> held = JobTree.rows(jobs, row, window.firstNode(), window.endNode());
            trees.add(JobTree.of(jobs, row, held));
            ranges += held.size();
            if (ranges > MOST_RANGES) {
                return Map.of("complete", false, "jobs", List.of());
            }
        }
        return Map.of("complete", rows != null, "jobs", trees);
    }

    /** The stay that holds a node at a time, described; null if none does. */
    public static @Nullable Map<String, @Nullable Object> at(
            Jobs jobs, String machine, double seconds, int node) {
        int number = jobs.machines().indexOf(machine);
        double time = Math.floor(jobs.units(seconds));
        if (number < 0 || Math.abs(time) >= Jobs.OPEN) {
            return null;
        }
        Window moment = new Window(jobs.seconds((int) time), jobs.seconds((int) time + 1), node, 1);
        int[] rows = rows(jobs, number, moment, 100);
        if (rows == null) {
            return null;
        }
        for (int i = rows.length - 1; i >= 0; i--) {
            int row = rows[i];
            if (jobs.columns.starts[row] <= time && jobs.end(row) > time) {
                return JobTree.of(jobs, row);
            }
        }
        return null;
    }

    /** Their rows, in the order of the trace; null if there are more than so many. */
    static int @Nullable [] rows(Jobs jobs, int machine, Window window, int most) {
        double from = jobs.units(window.fromSeconds());
        double to = jobs.units(window.toSeconds());
        SetMask sets =
                SetMask.of(
                        jobs.packed,
                        jobs.packedEnd,
                        jobs.rowsAround(from, to),
                        set -> isOn(jobs, set, window));
        long before = (long) Math.ceil(to); // starts are whole
        long after = (long) Math.floor(from);
        int[] inBlock = new int[Jobs.BLOCK];
        int[] found = new int[64];
        int count = 0;
        for (int block = 0; block < jobs.blockStart.length && jobs.lastTime > after; block++) {
            if (jobs.blockStart[block] >= to || jobs.blockEnd[block] <= from) {
                continue;
            }
            int running = running(jobs, block, before, after, sets, inBlock);
            for (int i = 0; i < running; i++) {
                int row = inBlock[i];
                if (jobs.columns.machines[row] == machine && isOn(jobs, jobs.sets[row], window)) {
                    if (count == most) {
                        return null;
                    }
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = row;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Finds the stays of a block that take time before a time and after another, on sets that are
     * worth a look. No branch depends on what a row holds, so that none is guessed wrong.
     */
    private static int running(
            Jobs jobs, int block, long before, long after, SetMask sets, int[] found) {
        int[] starts = jobs.columns.starts;
        int[] ends = jobs.columns.ends;
        int end = Math.min(jobs.rows, (block + 1) * Jobs.BLOCK);
        int count = 0;
        for (int row = block * Jobs.BLOCK; row < end; row++) {
            long start = starts[row];
            long areNegative =
                    start - before & after - ends[row] & start - ends[row] & start - jobs.lastTime;
            found[count] = row;
            count += (int) (areNegative >>> 63) & sets.bit(jobs.sets[row]);
        }
        return count;
    }

    private static boolean isOn(Jobs jobs, int set, Window window) {
        int[] packed = jobs.packed;
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            if (packed[i] < window.endNode() && packed[i] + packed[i + 1] > window.firstNode()) {
                return true;
            }
        }
        return false;
    }
}
