package dandori.web.machine;

import dandori.web.timeline.JobRows;
import dandori.web.timeline.RunEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes on a machine after a time: ends, failures and repairs, starts, in this order where
 * they are of one time. Cost: O(log n) and what is told.
 */
public final class Changes {

    private final MachineRun run;
    private int end; // the next of each kind
    private int event;
    private int start;

    private Changes(MachineRun run, int after) {
        this.run = run;
        this.end = run.overTime().endedBy(after);
        this.event = run.outages().countBy(after);
        this.start = run.overTime().begunBy(after);
    }

    /**
     * Describes what changes after a time, up to and with another: at least so many changes if
     * there are, all of a time or none of it. {@code until_s} is the time up to which all is told.
     */
    public static Map<String, @Nullable Object> tree(
            MachineRun run, double fromSeconds, double toSeconds, int most) {
        JobRows jobs = run.jobs();
        int to = jobs.time(toSeconds);
        Changes changes = new Changes(run, jobs.time(fromSeconds));
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        long time = changes.time();
        long last = Long.MIN_VALUE;
        while (time <= to && (trees.size() < most || time == last)) {
            last = time;
            trees.add(changes.next(time));
            time = changes.time();
        }
        boolean isComplete = time > to;
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("complete", isComplete);
        tree.put("until_s", isComplete || trees.isEmpty() ? toSeconds : jobs.seconds((int) last));
        tree.put("changes", trees);
        return tree;
    }

    /** The time of the first change after a time, in seconds; null if there is none. */
    static @Nullable Double after(MachineRun run, int time) {
        long next = new Changes(run, time).time();
        return next == Long.MAX_VALUE ? null : (Double) run.jobs().seconds((int) next);
    }

    /** The time of the last change before a time, in seconds; null if there is none. */
    static @Nullable Double before(MachineRun run, int time) {
        Changes at = new Changes(run, time - 1);
        JobsOverTime overTime = run.overTime();
        long last = Long.MIN_VALUE;
        if (at.end > 0) {
            last = Math.max(last, run.jobs().end(overTime.byEnd(at.end - 1)));
        }
        if (at.start > 0) {
            last = Math.max(last, run.jobs().start(overTime.byStart(at.start - 1)));
        }
        if (at.event > 0) {
            last = Math.max(last, run.outages().time(run.outages().at(at.event - 1)));
        }
        return last == Long.MIN_VALUE ? null : (Double) run.jobs().seconds((int) last);
    }

    /** The time of the next change. */
    private long time() {
        return Math.min(endTime(), Math.min(eventTime(), startTime()));
    }

    private long endTime() {
        JobsOverTime overTime = run.overTime();
        return end < overTime.count() ? run.jobs().end(overTime.byEnd(end)) : Long.MAX_VALUE;
    }

    private long eventTime() {
        Outages outages = run.outages();
        return event < outages.count() ? outages.time(outages.at(event)) : Long.MAX_VALUE;
    }

    private long startTime() {
        JobsOverTime overTime = run.overTime();
        return start < overTime.count()
                ? run.jobs().start(overTime.byStart(start))
                : Long.MAX_VALUE;
    }

    /** Describes the next change, which is of a time, and passes it. */
    private Map<String, @Nullable Object> next(long time) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("time_s", run.jobs().seconds((int) time));
        if (endTime() == time) {
            tree.put("kind", "end");
            tree.put("key", run.overTime().byEnd(end++));
        } else if (eventTime() == time) {
            RunEvents.Event its = run.outages().at(event++);
            tree.put("kind", its.kind().equals("node-down") ? "down" : "up");
            tree.put("rows", pairs(its.ranges()));
        } else {
            tree.put("kind", "start");
            tree.put("job", job(run.jobs(), run.overTime().byStart(start++), true));
        }
        return tree;
    }

    private static List<int[]> pairs(int[] ranges) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < ranges.length; i += 2) {
            pairs.add(new int[] {ranges[i], ranges[i + 1]});
        }
        return pairs;
    }

    /** A job that runs, with the key by which runs of nodes name it. */
    static Map<String, @Nullable Object> job(JobRows jobs, int row, boolean withRanges) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", row);
        tree.putAll(jobs.tree(row, withRanges));
        if (!withRanges) {
            tree.remove("rows"); // the runs of nodes say where it is
        }
        return tree;
    }
}
