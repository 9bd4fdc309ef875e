package dandori.web.machine;

import dandori.web.timeline.RunLinks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * What groups of links of a machine carry at a time, and how that goes over the run. Nothing where
 * the run has not written it down. Memory: at most 64 bytes a line of the file, of which a million
 * are read, and held softly with the run of the machine; a time costs O(groups · log).
 */
public final class LinkLoads {

    private final List<RunLinks.Group> groups = new ArrayList<>();
    private final List<Loads> loads = new ArrayList<>(); // by group
    private final List<String> problems = new ArrayList<>();
    private final History history = new History();

    private LinkLoads() {}

    /** Reads those of a machine. */
    static LinkLoads read(Path folder, String machine) {
        LinkLoads loads = new LinkLoads();
        RunLinks.read(folder, machine, loads.problems, loads::add);
        loads.history.end(loads);
        return loads;
    }

    private void add(RunLinks.Group group, RunLinks.Load load) {
        if (group.place() == groups.size()) {
            groups.add(group);
            loads.add(new Loads());
        }
        history.before(load.seconds(), this);
        loads.get(group.place()).add(load);
    }

    /** Describes the groups, and the mean and the busiest of all links over the run. */
    public Map<String, Object> tree() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (RunLinks.Group group : groups) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("link", group.link());
            tree.put("from", group.from());
            tree.put("to", group.to());
            tree.put("links", group.links());
            tree.put("capacity_gb_per_s", group.capacity());
            trees.add(tree);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("groups", trees);
        tree.put("times", history.times.toArray());
        tree.put("mean", history.mean.toArray());
        tree.put("most", history.most.toArray());
        tree.put("problems", problems);
        return tree;
    }

    /** Describes what the groups carry at a time, in their order. */
    public Map<String, Object> tree(double seconds) {
        List<Double> load = new ArrayList<>();
        List<Double> utilization = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        List<Long> contended = new ArrayList<>();
        for (Loads its : loads) {
            RunLinks.Load now = its.at(seconds);
            load.add(now.load());
            utilization.add(now.utilization());
            most.add(now.most());
            contended.add(now.contended());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("load_gb_per_s", load);
        tree.put("utilization", utilization);
        tree.put("utilization_max", most);
        tree.put("links_contended", contended);
        return tree;
    }

    /** What a group carries from each of its times on, in order of time. */
    private static final class Loads {

        private final DoubleArrayList seconds = new DoubleArrayList();
        private final DoubleArrayList load = new DoubleArrayList();
        private final DoubleArrayList utilization = new DoubleArrayList();
        private final DoubleArrayList most = new DoubleArrayList();
        private final LongArrayList contended = new LongArrayList();

        void add(RunLinks.Load next) {
            seconds.add(next.seconds());
            load.add(next.load());
            utilization.add(next.utilization());
            most.add(next.most());
            contended.add(next.contended());
        }

        /** The last at a time or before; nothing before the first. */
        RunLinks.Load at(double time) {
            int low = 0;
            int high = seconds.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seconds.get(middle) <= time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            int last = low - 1;
            return last < 0
                    ? new RunLinks.Load(0, 0, 0, 0, 0)
                    : new RunLinks.Load(
                            seconds.get(last),
                            load.get(last),
                            utilization.get(last),
                            most.get(last),
                            contended.get(last));
        }
    }

    /** All links together, at each time of which there is a line. */
    private static final class History {

        private final DoubleArrayList times = new DoubleArrayList();
        private final DoubleArrayList mean = new DoubleArrayList();
        private final DoubleArrayList most = new DoubleArrayList();
        private double now = Double.NaN;

        /** Takes note of a line: if it is of a later time, what was before is complete. */
        void before(double seconds, LinkLoads all) {
            if (seconds != now) {
                end(all);
                now = seconds;
            }
        }

        void end(LinkLoads all) {
            if (Double.isNaN(now)) {
                return;
            }
            double load = 0;
            double capacity = 0;
            double busiest = 0;
            for (int group = 0; group < all.groups.size(); group++) {
                Loads its = all.loads.get(group);
                capacity += all.groups.get(group).capacity();
                if (its.load.notEmpty()) {
                    load += its.load.getLast();
                    busiest = Math.max(busiest, its.most.getLast());
                }
            }
            times.add(now);
            mean.add(capacity > 0 ? load / capacity : 0);
            most.add(busiest);
        }
    }
}
