package dandori.results;

import dandori.engine.Durations;
import dandori.metric.Figure;
import dandori.metric.JobFigures;
import dandori.metric.Summary;
import dandori.metric.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as trees for JSON: names in snake case with their units last. The dictionary is
 * docs/data/summary.md.
 */
public final class SummaryTree {

    private SummaryTree() {}

    /** A summary of a run, a machine or a pool. */
    public static Map<String, @Nullable Object> of(Summary summary) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Window window = summary.window();
        tree.put("window_from_s", seconds(window.fromMillis()));
        tree.put("window_to_s", seconds(window.toMillis()));
        tree.put("utilization", number(summary.utilization()));
        tree.put("useful_utilization", number(summary.usefulUtilization()));
        tree.putAll(of(summary.figures()));
        tree.put("queue_mean_jobs", number(summary.meanWaiting()));
        tree.put("queue_max_jobs", summary.maxWaiting());
        tree.put("queue_max_at_s", seconds(summary.maxWaitingAtMillis()));
        tree.put("backlog_mean_node_hours", number(summary.meanBacklogNodeHours()));
        tree.put("backlog_max_node_hours", number(summary.maxBacklogNodeHours()));
        tree.put("nodes_busy_max", summary.maxBusyNodes());
        tree.put("capacity_node_hours", hours(summary.capacityNodeMillis()));
        tree.put("makespan_s", seconds(summary.makespanMillis()));
        return tree;
    }

    /** The figures of some jobs. */
    public static Map<String, @Nullable Object> of(JobFigures figures) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("jobs", figures.jobs());
        tree.put("rejected", figures.rejected());
        tree.put("completed", figures.completed());
        tree.put("killed", figures.killed());
        tree.put("killed_slowed", figures.slowed());
        tree.put("cancelled", figures.cancelled());
        tree.put("failed", figures.failed());
        tree.put("preempted", figures.preempted());
        tree.put("requeued", figures.requeued());
        tree.put("unfinished", figures.unfinished());
        tree.put("delivered_node_hours", hours(figures.nodeMillis()));
        tree.put("unasked_node_hours", hours(figures.unaskedNodeMillis()));
        tree.put("lost_node_hours", hours(figures.lostNodeMillis()));
        tree.put("stalled_node_hours", hours(figures.stalledNodeMillis()));
        put(tree, "wait_mean_s", figures.meanWaitMillis(), 1000);
        put(tree, "wait_median_s", figures.medianWaitMillis(), 1000);
        put(tree, "wait_p95_s", figures.p95WaitMillis(), 1000);
        put(tree, "wait_max_s", figures.maxWaitMillis(), 1000);
        put(tree, "turnaround_mean_s", figures.meanTurnaroundMillis(), 1000);
        put(tree, "bounded_slowdown_mean", figures.meanBoundedSlowdown(), 1);
        put(tree, "bounded_slowdown_median", figures.medianBoundedSlowdown(), 1);
        put(tree, "bounded_slowdown_p95", figures.p95BoundedSlowdown(), 1);
        put(
                tree,
                "bounded_slowdown_per_processor_mean",
                figures.meanBoundedSlowdownPerProcessor(),
                1);
        return tree;
    }

    /** A figure under its name; one that is cut off says so under a second name. */
    private static void put(
            Map<String, @Nullable Object> tree, String name, Figure figure, double unit) {
        tree.put(name, number(figure.value() / unit));
        if (figure.atLeast()) {
            tree.put(name + "_at_least", true);
        }
    }

    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Object seconds(long millis) {
        return millis % 1000 == 0 ? (Object) (millis / 1000) : (Object) (millis / 1000.0);
    }

    private static double hours(long nodeMillis) {
        return nodeMillis / (double) Durations.HOUR_MILLIS;
    }
}
