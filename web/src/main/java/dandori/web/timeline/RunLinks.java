package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what groups of links of a machine carried over time. */
public final class RunLinks {

    private static final int MOST_GROUPS = 2_000; // no more are written
    private static final int MOST_SAMPLES = 500; // nor of these
    private static final int MOST_LINES = MOST_GROUPS * MOST_SAMPLES;

    private RunLinks() {}

    /**
     * Links that are told of together.
     *
     * @param place its place among all, in the order in which the file names them
     * @param link what kind of link
     * @param from where they begin
     * @param to where they end
     * @param links how many
     * @param capacity what they carry together at most, in GB/s
     */
    public record Group(
            int place, String link, String from, String to, long links, double capacity) {}

    /**
     * What a group carries from an instant on.
     *
     * @param seconds the instant
     * @param load in GB/s
     * @param utilization from 0 to 1
     * @param most that of its busiest link
     * @param contended how many of its links are contended
     */
    public record Load(
            double seconds, double load, double utilization, double most, long contended) {}

    /** Takes what is read, in the order of the file, which is that of time. */
    @FunctionalInterface
    public interface Reader {

        /** Takes a line. */
        void line(Group group, Load load);
    }

    /** Reads it; what is wrong is added to the problems. Nothing where there is no such file. */
    public static void read(Path folder, String machine, List<String> problems, Reader reader) {
        Path file = folder.resolve("links.csv.gz");
        if (!Files.exists(file)) {
            return;
        }
        try (Table lines = Table.open(file)) {
            read(lines, machine, problems, reader);
        } catch (IOException damaged) {
            problems.add(Table.problem("links.csv.gz", damaged) + " What stands before is shown.");
        }
    }

    private static void read(Table lines, String machine, List<String> problems, Reader reader)
            throws IOException {
        int time = lines.needed("time_s");
        int on = lines.needed("machine");
        int link = lines.needed("link");
        int from = lines.needed("from");
        int to = lines.needed("to");
        int links = lines.needed("links");
        int capacity = lines.needed("capacity_gb_per_s");
        int load = lines.needed("load_gb_per_s");
        int utilization = lines.needed("utilization");
        int most = lines.needed("utilization_max");
        int contended = lines.needed("links_contended");
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        int count = 0;
        boolean isCut = false;
        while (lines.next()) {
            if (!lines.text(on).equals(machine)) {
                continue;
            }
            if (count == MOST_LINES) {
                problems.add(
                        "links.csv.gz: only the first %,d lines of a machine are shown."
                                .formatted(MOST_LINES));
                break;
            }
            List<String> name = List.of(lines.text(link), lines.text(from), lines.text(to));
            Group group = groups.get(name);
            if (group == null) {
                if (groups.size() == MOST_GROUPS) {
                    isCut = true;
                    continue;
                }
                group =
                        new Group(
                                groups.size(),
                                name.get(0),
                                name.get(1),
                                name.get(2),
                                lines.whole(links),
                                lines.millis(capacity) / 1e3);
                groups.put(name, group);
            }
            count++;
            reader.line(
                    group,
                    new Load(
                            lines.millis(time) / 1e3,
                            lines.millis(load) / 1e3,
                            lines.millis(utilization) / 1e3,
                            lines.millis(most) / 1e3,
                            lines.whole(contended)));
        }
        if (isCut) {
            problems.add(
                    "links.csv.gz: only the first %,d groups of links of a machine are shown."
                            .formatted(MOST_GROUPS));
        }
    }
}
