package dandori.web.machine;

import dandori.web.timeline.JobRows;
import dandori.web.timeline.RunEvents;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nodes have failed at a time, and which windows are open.
 *
 * <p>The failed nodes are kept before every so-manieth event, at most 256 times in all, so that a
 * time costs a copy and a few events; windows and caps are few and gone through each time.
 */
final class Outages {

    private static final int MOST_COPIES = 256;
    private static final int LEAST_STEP = 64; // events

    private final List<RunEvents.Event> ofNodes = new ArrayList<>();
    private final List<RunEvents.Event> ofWindows = new ArrayList<>();
    private final JobRows times;
    private final int nodes;
    private final int step;
    private final List<BitSet> copies = new ArrayList<>();

    /** The events of a machine with so many nodes; the rows say in what times are told. */
    Outages(List<RunEvents.Event> events, JobRows times, int nodes) {
        this.times = times;
        this.nodes = nodes;
        for (RunEvents.Event event : events) {
            (event.isOfNodes() ? ofNodes : ofWindows).add(event);
        }
        step = Math.max(LEAST_STEP, ofNodes.size() / MOST_COPIES + 1);
        BitSet down = new BitSet(nodes);
        for (int i = 0; i < ofNodes.size(); i++) {
            if (i % step == 0) {
                copies.add((BitSet) down.clone());
            }
            apply(ofNodes.get(i), down);
        }
    }

    /** The nodes that have failed at a time, and are not yet repaired. */
    BitSet down(int time) {
        int count = countBy(time);
        if (count == 0) {
            return new BitSet();
        }
        int copy = (count - 1) / step;
        BitSet down = (BitSet) copies.get(copy).clone();
        for (int i = copy * step; i < count; i++) {
            apply(ofNodes.get(i), down);
        }
        return down;
    }

    /** How many failures and repairs there have been by a time. */
    int countBy(int time) {
        int low = 0;
        int high = ofNodes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(ofNodes.get(middle)) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many failures and repairs there are. */
    int count() {
        return ofNodes.size();
    }

    /** The i-th failure or repair. */
    RunEvents.Event at(int i) {
        return ofNodes.get(i);
    }

    /** When an event was, in the unit of the rows. */
    int time(RunEvents.Event event) {
        return times.time(event.seconds());
    }

    /** The windows and caps that are open at a time. */
    List<Map<String, Object>> open(int time) {
        Map<List<String>, List<RunEvents.Event>> open = new LinkedHashMap<>();
        for (RunEvents.Event event : ofWindows) {
            if (time(event) > time) {
                break;
            }
            boolean isCap = event.kind().equals("cap");
            List<RunEvents.Event> same =
                    open.computeIfAbsent(
                            List.of(isCap ? "cap" : event.detail(), event.subject()),
                            key -> new ArrayList<>());
            if (isCap) {
                same.clear(); // the later holds
            }
            if (isCap ? event.nodes() > 0 : event.kind().equals("window-open")) {
                same.add(event);
            } else if (!same.isEmpty()) {
                same.remove(0);
            }
        }
        List<Map<String, Object>> trees = new ArrayList<>();
        open.forEach((key, events) -> events.forEach(event -> trees.add(tree(key, event))));
        return trees;
    }

    private static Map<String, Object> tree(List<String> key, RunEvents.Event event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", key.get(0));
        tree.put("name", event.subject());
        tree.put("nodes", event.nodes());
        tree.put("detail", event.detail());
        tree.put("from_s", event.seconds());
        return tree;
    }

    private void apply(RunEvents.Event event, BitSet down) {
        int[] ranges = event.ranges();
        for (int i = 0; i < ranges.length; i += 2) {
            int end = (int) Math.min(nodes, (long) ranges[i] + ranges[i + 1]);
            if (ranges[i] < end) {
                down.set(ranges[i], end, event.kind().equals("node-down"));
            }
        }
    }
}
