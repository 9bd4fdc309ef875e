package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what happened to the nodes of a machine: failures, windows, caps. */
public final class RunEvents {

    private static final Set<String> KINDS =
            Set.of("node-down", "node-up", "window-open", "window-close", "cap");

    private RunEvents() {}

    /**
     * One of them.
     *
     * @param seconds when it was
     * @param kind node-down, node-up, window-open, window-close or cap
     * @param subject the name of a window or a cap; empty for nodes
     * @param nodes how many nodes it was of
     * @param detail more of it
     * @param ranges first and count of each range of nodes that broke or were repaired
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Event(
            double seconds, String kind, String subject, int nodes, String detail, int[] ranges) {

        /** Whether nodes broke or were repaired. */
        public boolean isOfNodes() {
            return kind.startsWith("node-");
        }
    }

    /**
     * All of them, in the order of the file; none where there is no file.
     *
     * @param problems where what cannot be read is told
     */
    public static List<Event> of(Path folder, String machine, List<String> problems) {
        List<Event> events = new ArrayList<>();
        Path file = folder.resolve("events.csv.gz");
        if (!Files.exists(file)) {
            return events;
        }
        try (Table lines = Table.open(file)) {
            int time = lines.needed("time_s");
            int on = lines.needed("machine");
            int kindColumn = lines.needed("kind");
            int subject = lines.needed("subject");
            int count = lines.needed("nodes");
            int detail = lines.column("detail");
            NodeSets sets = new NodeSets();
            while (lines.next()) {
                String kind = lines.text(kindColumn);
                if (KINDS.contains(kind) && lines.text(on).equals(machine)) {
                    boolean isOfNodes = kind.startsWith("node-");
                    int set = isOfNodes ? sets.of(lines, subject) : NodeSets.NONE;
                    long nodes = lines.isEmpty(count) ? 0 : lines.whole(count);
                    events.add(
                            new Event(
                                    lines.millis(time) / 1e3,
                                    kind,
                                    isOfNodes ? "" : lines.text(subject),
                                    (int) Math.max(0, Math.min(Integer.MAX_VALUE, nodes)),
                                    lines.text(detail),
                                    sets.ranges(set)));
                }
            }
        } catch (IOException damaged) {
            problems.add(Table.problem("events.csv.gz", damaged) + " What stands before is shown.");
        }
        return events;
    }
}
