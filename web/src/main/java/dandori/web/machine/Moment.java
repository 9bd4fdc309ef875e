package dandori.web.machine;

import dandori.web.timeline.JobRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a machine at a time: jobs hold their nodes from their start on and before their end,
 * nodes are out of order from a failure on and before their repair. Cost: O(nodes + jobs that run ·
 * log).
 */
public final class Moment {

    /** In the place of a job: nobody holds the node. */
    public static final int FREE = -1;

    /** In the place of a job: nobody holds the node, and it has failed. */
    public static final int FAILED = -2;

    private final MachineRun run;
    private final int time;
    private final List<Integer> rows = new ArrayList<>();
    private final BitSet down;
    private final BitSet free; // nothing without places
    private int busy;

    private Moment(MachineRun run, int time) {
        this.run = run;
        this.time = time;
        this.down = run.outages().down(time);
        int nodes = run.hasPlaces() ? run.machine().nodes() : 0;
        this.free = new BitSet(nodes);
        free.set(0, nodes);
        free.andNot(down);
        run.overTime().at(time, this::put);
    }

    /** The state at a time. */
    static Moment of(MachineRun run, int time) {
        return new Moment(run, time);
    }

    private void put(int row) {
        JobRows jobs = run.jobs();
        rows.add(row);
        if (!run.hasPlaces()) {
            busy += jobs.nodes(row);
            return;
        }
        for (int i = 0; i < jobs.ranges(row); i++) {
            int end = end(row, i);
            int first = Math.min(end, jobs.first(row, i));
            free.clear(first, end);
            busy += end - first;
        }
    }

    /** Where a range of a job ends, at the latest with the machine. */
    private int end(int row, int range) {
        JobRows jobs = run.jobs();
        long end = (long) jobs.first(row, range) + jobs.length(row, range);
        return (int) Math.min(run.machine().nodes(), end);
    }

    /** How many nodes jobs hold. */
    int busy() {
        return busy;
    }

    /** How many nodes have failed, those within a job among them. */
    int failed() {
        return down.cardinality();
    }

    /** How many nodes nobody holds that have not failed. */
    int free() {
        return run.hasPlaces()
                ? free.cardinality()
                : Math.max(0, run.machine().nodes() - busy - failed());
    }

    /** How what is free lies together; null without places. */
    @Nullable FreeSpace space() {
        return run.hasPlaces() ? run.spaceOf(free) : null;
    }

    /** Describes the state at a time of a machine. */
    public static Map<String, @Nullable Object> tree(MachineRun run, double seconds) {
        return new Moment(run, run.jobs().time(seconds)).tree();
    }

    private Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        FreeSpace space = space();
        tree.put("time_s", run.jobs().seconds(time));
        tree.put("nodes", run.machine().nodes());
        tree.put("has_places", run.hasPlaces());
        tree.put("busy", busy);
        tree.put("free", free());
        tree.put("failed", failed());
        tree.put("space", space == null ? null : space.tree());
        tree.put("runs", runs());
        tree.put("down", ranges(down));
        tree.put("windows", run.outages().open(time));
        tree.put("jobs", jobs());
        tree.put("previous_s", Changes.before(run, time));
        tree.put("next_s", Changes.after(run, time));
        tree.put("problems", run.problems());
        return tree;
    }

    /** Runs of nodes in order: first, count, and the row that holds them, or what else they are. */
    private List<int[]> runs() {
        int[] holders = holders();
        List<int[]> runs = new ArrayList<>();
        int begin = 0;
        for (int node = 1; node <= holders.length; node++) {
            if (node == holders.length || holders[node] != holders[begin]) {
                runs.add(new int[] {begin, node - begin, holders[begin]});
                begin = node;
            }
        }
        return runs;
    }

    /** By node: the row that holds it, or what else it is; nothing without places. */
    private int[] holders() {
        int[] holders = new int[run.hasPlaces() ? run.machine().nodes() : 0];
        Arrays.fill(holders, FREE);
        down.stream().filter(node -> node < holders.length).forEach(node -> holders[node] = FAILED);
        for (int row : holders.length == 0 ? List.<Integer>of() : rows) {
            for (int i = 0; i < run.jobs().ranges(row); i++) {
                int end = end(row, i);
                Arrays.fill(holders, Math.min(end, run.jobs().first(row, i)), end, row);
            }
        }
        return holders;
    }

    private List<Map<String, @Nullable Object>> jobs() {
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        for (int row : rows) {
            trees.add(Changes.job(run.jobs(), row, false));
        }
        return trees;
    }

    private static List<int[]> ranges(BitSet nodes) {
        List<int[]> ranges = new ArrayList<>();
        for (int at = nodes.nextSetBit(0); at >= 0; ) {
            int end = nodes.nextClearBit(at);
            ranges.add(new int[] {at, end - at});
            at = nodes.nextSetBit(end);
        }
        return ranges;
    }
}
