package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was busy and what waited on a machine, and which windows it had. */
public final class RunSeries {

    private static final List<String> WHOLE =
            List.of("nodes_up", "nodes_busy", "jobs_running", "jobs_waiting");
    private static final int MOST_POINTS = 20_000; // of a pool
    private static final int MOST_EVENTS = 20_000;
    private static final Set<String> KINDS = Set.of("window-open", "window-close");

    private final String machine;
    private final List<String> problems = new ArrayList<>();

    private RunSeries(String machine) {
        this.machine = machine;
    }

    /**
     * The series of each pool of a machine, the events that open and close its windows, and which
     * files could not be read. Of series of very many lines every second one is told, or every
     * fourth and so on; of events the first 20,000, and then that there are more.
     */
    public static Map<String, Object> tree(Path folder, String machine) {
        RunSeries series = new RunSeries(machine);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("pools", series.pools(folder.resolve("series.csv.gz")));
        tree.put("events", series.events(folder.resolve("events.csv.gz")));
        tree.put("problems", series.problems);
        return tree;
    }

    private List<Map<String, @Nullable Object>> pools(Path file) {
        Map<String, PoolSeries> pools = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            problems.add("There is no series.csv.gz here.");
            return List.of();
        }
        try (Table lines = Table.open(file)) {
            int time = lines.needed("time_s");
            int on = lines.needed("machine");
            int pool = lines.needed("pool");
            int[] whole = new int[WHOLE.size()];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = lines.needed(WHOLE.get(i));
            }
            int hours = lines.column("node_hours_waiting");
            int power = lines.column("power_kw");
            while (lines.next()) {
                if (!lines.text(on).equals(machine)) {
                    continue;
                }
                PoolSeries one =
                        pools.computeIfAbsent(
                                lines.text(pool), name -> new PoolSeries(name, MOST_POINTS));
                if (one.wantsNext()) {
                    double[] point = new double[PoolSeries.NAMES.size()];
                    point[0] = lines.millis(time) / 1e3;
                    for (int i = 0; i < whole.length; i++) {
                        point[1 + i] = lines.whole(whole[i]);
                    }
                    point[5] = lines.isEmpty(hours) ? Double.NaN : lines.millis(hours) / 1e3;
                    point[6] = lines.isEmpty(power) ? Double.NaN : lines.millis(power) / 1e3;
                    one.add(point);
                }
            }
        } catch (IOException damaged) {
            problems.add(Table.problem("series.csv.gz", damaged));
        }
        return pools.values().stream().map(PoolSeries::tree).toList();
    }

    private List<Map<String, @Nullable Object>> events(Path file) {
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        try (Table lines = Table.open(file)) {
            int time = lines.needed("time_s");
            int on = lines.column("machine");
            while (lines.next()) {
                String kind = lines.text(lines.column("kind"));
                if (KINDS.contains(kind) && (lines.isEmpty(on) || lines.text(on).equals(machine))) {
                    if (events.size() == MOST_EVENTS) {
                        problems.add(
                                "events.csv.gz: only the first %,d openings and closings of windows are shown."
                                        .formatted(MOST_EVENTS));
                        break;
                    }
                    int nodes = lines.column("nodes");
                    Map<String, @Nullable Object> event = new LinkedHashMap<>();
                    event.put("time_s", lines.millis(time) / 1e3);
                    event.put("kind", kind);
                    event.put("subject", lines.text(lines.column("subject")));
                    event.put("nodes", lines.isEmpty(nodes) ? null : (Object) lines.text(nodes));
                    event.put("detail", lines.text(lines.column("detail")));
                    events.add(event);
                }
            }
        } catch (IOException damaged) {
            problems.add(Table.problem("events.csv.gz", damaged));
        }
        return events;
    }
}
