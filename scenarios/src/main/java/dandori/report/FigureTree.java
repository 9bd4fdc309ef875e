package dandori.report;

import dandori.experiment.Curves;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers behind figures as a tree for JSON, the same as those that are drawn.
 *
 * @param study the study
 */
record FigureTree(Study study) {

    private static final int DIGITS = 4;

    /** The tree; empty if no cell was played. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (study.results().isEmpty()) {
            return tree;
        }
        tree.put("wait_bounds_s", Curves.waitBoundsSeconds());
        tree.put("run_time_classes", Curves.runTimeClasses());
        Map<String, Object> policies = new LinkedHashMap<>();
        for (String policy : study.policies()) {
            policies.put(policy, of(policy));
        }
        tree.put("by_policy", policies);
        return tree;
    }

    private Map<String, Object> of(String policy) {
        Pooled pooled = new Pooled(study);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("started_within_share", list(new WaitsChart(study).shares(policy)));
        tree.put(Curves.CLASS_JOBS, list(pooled.sum(policy, Group.ALL, Curves.CLASS_JOBS)));
        tree.put(
                Curves.CLASS_SLOWDOWN,
                list(pooled.sum(policy, Group.ALL, Curves.CLASS_SLOWDOWN)));
        tree.put("queue_jobs", list(QueueChart.mean(study, policy)));
        Map<String, Object> machines = new LinkedHashMap<>();
        for (Group group : new LoadChart(study).groups()) {
            Map<String, Object> its = new LinkedHashMap<>();
            its.put(Curves.BUSY, list(pooled.mean(policy, group, Curves.BUSY)));
            its.put(Curves.BACKLOG, list(pooled.mean(policy, group, Curves.BACKLOG)));
            machines.put(group.name(), its);
        }
        tree.put("machines", machines);
        return tree;
    }

    /** With as many digits as a drawing can show. */
    private static List<Object> list(double[] values) {
        List<Object> list = new ArrayList<>();
        for (double value : values) {
            double size = Math.abs(value);
            double unit = 1;
            for (int digit = 0; digit < DIGITS && size * unit < 1_000; digit++) {
                unit *= 10;
            }
            double rounded = Math.rint(value * unit) / unit;
            list.add(rounded == Math.rint(rounded) ? (Object) (long) rounded : (Object) rounded);
        }
        return list;
    }
}
