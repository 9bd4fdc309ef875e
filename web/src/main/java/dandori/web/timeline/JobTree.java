package dandori.web.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stay of a job as answers describe it; its times are as exact as the unit of the jobs. */
final class JobTree {

    private static final int MOST_RANGES = 10_000;

    private JobTree() {}

    /** A stay with all the rows that it holds. */
    static Map<String, @Nullable Object> of(Jobs jobs, int row) {
        return of(jobs, row, rows(jobs, row, 0, Integer.MAX_VALUE));
    }

    static Map<String, @Nullable Object> of(Jobs jobs, int row, List<int[]> rows) {
        Columns columns = jobs.columns;
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("job", Long.toString(columns.ids[row])); // exact, as numbers of a page are not
        tree.put("stay", (int) columns.stays[row]);
        tree.put("organization", jobs.organizations().get(columns.organizations[row]));
        tree.put("user", jobs.users().get(columns.users[row]));
        tree.put("machine", jobs.machines().get(columns.machines[row]));
        tree.put("submit_s", jobs.seconds(columns.submits[row]));
        tree.put("start_s", secondsOrNull(jobs, columns.starts[row]));
        tree.put("end_s", secondsOrNull(jobs, columns.ends[row]));
        tree.put("wait_s", jobs.seconds(columns.waits[row]));
        tree.put("nodes", columns.nodes[row]);
        tree.put("state", State.at(columns.states[row]).text());
        tree.put("rows", rows);
        return tree;
    }

    /** First and count of the runs of rows that a stay holds within some rows. */
    static List<int[]> rows(Jobs jobs, int row, int from, int to) {
        List<int[]> ranges = new ArrayList<>();
        int[] packed = jobs.packed;
        int set = jobs.sets[row];
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            if (packed[i] < to && packed[i] + packed[i + 1] > from) {
                ranges.add(new int[] {packed[i], packed[i + 1]});
            }
            if (ranges.size() == MOST_RANGES) {
                break;
            }
        }
        return ranges;
    }

    private static @Nullable Double secondsOrNull(Jobs jobs, int time) {
        return time == Jobs.NEVER || time == Jobs.OPEN ? null : (Double) jobs.seconds(time);
    }
}
