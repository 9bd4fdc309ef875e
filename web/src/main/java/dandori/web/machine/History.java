package dandori.web.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes of a machine are busy, free and failed over a run, and how what is free lies
 * together, at 400 instants, each in the middle of an equal part of the run.
 *
 * <p>Cost: 400 times that of a {@link Moment}, half a second of CPU for 158,976 nodes on a torus.
 */
public final class History {

    private static final int INSTANTS = 400;

    private final List<Double> times = new ArrayList<>();
    private final List<Integer> busy = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();
    private final List<@Nullable Integer> largest = new ArrayList<>();
    private final List<@Nullable Double> fragmentation = new ArrayList<>();

    private History() {}

    static History of(MachineRun run) {
        History history = new History();
        double step = (run.toSeconds() - run.fromSeconds()) / INSTANTS;
        for (int i = 0; i < INSTANTS; i++) {
            history.add(run, run.jobs().time(run.fromSeconds() + (i + 0.5) * step));
        }
        return history;
    }

    private void add(MachineRun run, int time) {
        double seconds = run.jobs().seconds(time);
        if (!times.isEmpty() && times.get(times.size() - 1) >= seconds) {
            return; // a run of less than 400 units of time
        }
        Moment moment = Moment.of(run, time);
        FreeSpace space = moment.space();
        times.add(seconds);
        busy.add(moment.busy());
        free.add(moment.free());
        failed.add(moment.failed());
        largest.add(space == null ? null : (Integer) space.largestNodes());
        fragmentation.add(space == null ? null : (Double) space.fragmentation());
    }

    /** Describes it. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("times", times);
        tree.put("busy", busy);
        tree.put("free", free);
        tree.put("failed", failed);
        tree.put("largest_nodes", largest);
        tree.put("fragmentation", fragmentation);
        return tree;
    }
}
