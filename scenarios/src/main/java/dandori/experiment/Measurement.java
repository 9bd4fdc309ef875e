package dandori.experiment;

import dandori.metric.Figure;
import dandori.wait.WaitReason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one cell came to.
 *
 * @param groups the figures of each group, by the names that docs/data/summary.md explains; in a
 *     fixed order
 * @param queue how many jobs waited, on average, in equal parts of the window
 * @param curves lists of numbers of some groups, by the names of {@link Curves}; in a fixed order
 */
public record Measurement(
        Map<Group, Map<String, Figure>> groups,
        List<Double> queue,
        Map<Group, Map<String, List<Double>>> curves) {

    /** In how many parts the window is cut for the length of the queue. */
    static final int QUEUE_PARTS = 240;

    private static final Figure NONE = new Figure(Double.NaN, false);

    /** Keeps the figures in their order. */
    public Measurement {
        queue = List.copyOf(queue);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }

    /** The name of the figure that says how many node hours were waited for a reason. */
    public static String waitedFor(WaitReason reason) {
        return "waited_for_%s_node_hours".formatted(reason.text());
    }

    /** A list of numbers; empty if the group or the list is not there. */
    public List<Double> curve(Group group, String name) {
        return curves.getOrDefault(group, Map.of()).getOrDefault(name, List.of());
    }

    /** A figure; NaN if the group or the figure is not there. */
    public Figure figure(Group group, String name) {
        return groups.getOrDefault(group, Map.of()).getOrDefault(name, NONE);
    }
}
