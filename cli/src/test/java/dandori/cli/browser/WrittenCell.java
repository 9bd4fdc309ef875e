package dandori.cli.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** The tables of a run as they are written, and obvious answers from all their lines. */
final class WrittenCell {

    private final List<Stay> stays = new ArrayList<>();
    private final List<Map<String, String>> events;

    private WrittenCell(List<Map<String, String>> events) {
        this.events = events;
    }

    private record Stay(
            String machine, String organization, double start, double end, String nodes, int size) {

        boolean isAt(double time) {
            return start <= time && time < end;
        }
    }

    static WrittenCell read(Path folder) throws IOException {
        WrittenCell cell = new WrittenCell(lines(folder.resolve("events.csv.gz")));
        Map<String, List<Map<String, String>>> again = new HashMap<>();
        for (Map<String, String> stay : lines(folder.resolve("segments.csv.gz"))) {
            again.computeIfAbsent(stay.get("job_id"), job -> new ArrayList<>()).add(stay);
        }
        for (Map<String, String> job : lines(folder.resolve("jobs.csv.gz"))) {
            for (Map<String, String> stay : again.getOrDefault(job.get("job_id"), List.of(job))) {
                if (!stay.get("start_s").isEmpty()) {
                    cell.stays.add(
                            new Stay(
                                    job.get("machine"),
                                    job.get("organization"),
                                    Double.parseDouble(stay.get("start_s")),
                                    stay.get("end_s").isEmpty()
                                            ? Double.MAX_VALUE
                                            : Double.parseDouble(stay.get("end_s")),
                                    stay.get("node_set"),
                                    Integer.parseInt(stay.get("nodes"))));
                }
            }
        }
        return cell;
    }

    /** The lines of a table, column by column; none of its values may be quoted. */
    static List<Map<String, String>> lines(Path file) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            String[] head = in.readLine().split(",", -1);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] values = line.split(",", -1);
                Map<String, String> one = new HashMap<>();
                for (int i = 0; i < head.length; i++) {
                    one.put(head[i], values[i]);
                }
                lines.add(one);
            }
        }
        return lines;
    }

    /** Who holds nodes of a range: organizations, nothing for free ones, ! for failed ones. */
    SortedSet<String> holders(String machine, double time, int first, int end) {
        SortedSet<String> holders = new TreeSet<>();
        for (int node = first; node < end; node++) {
            String holder = isFailed(machine, time, node) ? "!" : "";
            for (Stay stay : stays) {
                boolean isHere = stay.machine().equals(machine) && stay.isAt(time);
                holder = isHere && isIn(stay.nodes(), node) ? stay.organization() : holder;
            }
            holders.add(holder);
            if (!holder.isEmpty() && isFailed(machine, time, node)) {
                holders.add("!");
            }
        }
        return holders;
    }

    int busy(String machine, double time) {
        return stays.stream()
                .filter(stay -> stay.machine().equals(machine) && stay.isAt(time))
                .mapToInt(stay -> stay.nodes().isEmpty() ? stay.size() : count(stay.nodes()))
                .sum();
    }

    int running(String machine, double time) {
        return (int)
                stays.stream()
                        .filter(stay -> stay.machine().equals(machine) && stay.isAt(time))
                        .count();
    }

    int failed(String machine, double time) {
        int failed = 0;
        for (int node = 0; node < 1_000; node++) {
            failed += isFailed(machine, time, node) ? 1 : 0;
        }
        return failed;
    }

    /** The first start, end, failure or repair after a time. */
    double nextChange(String machine, double time) {
        double next = Double.MAX_VALUE;
        for (Stay stay : stays) {
            if (stay.machine().equals(machine) && stay.start() < stay.end()) {
                next = stay.start() > time ? Math.min(next, stay.start()) : next;
                next = stay.end() > time ? Math.min(next, stay.end()) : next;
            }
        }
        for (Map<String, String> event : events) {
            double its = Double.parseDouble(event.get("time_s"));
            boolean isOne =
                    event.get("kind").startsWith("node-") && event.get("machine").equals(machine);
            next = isOne && its > time ? Math.min(next, its) : next;
        }
        return next;
    }

    private boolean isFailed(String machine, double time, int node) {
        boolean isFailed = false;
        for (Map<String, String> event : events) {
            boolean isBefore = Double.parseDouble(event.get("time_s")) <= time;
            if (isBefore
                    && event.get("machine").equals(machine)
                    && event.get("kind").startsWith("node-")
                    && isIn(event.get("subject"), node)) {
                isFailed = event.get("kind").equals("node-down");
            }
        }
        return isFailed;
    }

    private static boolean isIn(String set, int node) {
        for (String range : set.isEmpty() ? new String[0] : set.split(" ")) {
            String[] ends = range.split("-");
            if (Integer.parseInt(ends[0]) <= node
                    && node <= Integer.parseInt(ends[ends.length - 1])) {
                return true;
            }
        }
        return false;
    }

    private static int count(String set) {
        int count = 0;
        for (String range : set.split(" ")) {
            String[] ends = range.split("-");
            count += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
        }
        return count;
    }
}
