package dandori.slurm;

import dandori.scenario.text.Issues;
import dandori.wiring.HostList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The nodes that the {@code NodeName} lines describe, in the order of their lines. */
final class SlurmNodes {

    private static final List<String> IDLE =
            List.of(
                    "nodeaddr",
                    "nodehostname",
                    "port",
                    "bcastaddr",
                    "reason",
                    "tmpdisk",
                    "boards",
                    "cpubind",
                    "corespeccount",
                    "cpuspeclist",
                    "memspeclimit");

    /** What a node is; {@code cpus} are what Slurm counts, its hardware threads mostly. */
    record Kind(int cores, int cpus, long memoryMb) {}

    private final Map<String, Kind> kinds = new LinkedHashMap<>(); // by node
    private final SlurmLines lines = new SlurmLines();
    private final SlurmNotes notes;
    private final Issues issues;

    SlurmNodes(SlurmNotes notes, Issues issues) {
        this.notes = notes;
        this.issues = issues;
    }

    /** The nodes, each with its kind. */
    Map<String, Kind> kinds() {
        return kinds;
    }

    /** Takes a line that begins with {@code NodeName}. */
    void take(SlurmStatement line) {
        String names = line.first().value();
        Map<String, String> values = lines.values(line);
        line.settings().forEach(setting -> note(line, setting));
        if (values == null) {
            return;
        }
        if (values.getOrDefault("state", "").toUpperCase(Locale.ROOT).startsWith("FUTURE")) {
            notes.add(line, line.first().text(), "left out: its state is FUTURE");
            return;
        }
        int cores = cores(values, line);
        long threads = whole("threadspercore", 1, values, line);
        long cpus = whole("cpus", whole("procs", cores * threads, values, line), values, line);
        Kind kind =
                new Kind(
                        cores,
                        (int) Math.max(1, Math.min(cpus, 1_000_000)),
                        whole("realmemory", 0, values, line));
        for (String name : hosts(names, line)) {
            if (kinds.put(name, kind) != null) {
                issues.add(
                        line.file(), line.line(), "node '%s' stands twice.".formatted(name), null);
            }
        }
    }

    private void note(SlurmStatement line, SlurmStatement.Setting setting) {
        String key = setting.lowerKey();
        if (IDLE.contains(key)) {
            notes.idle(setting.key());
        } else if (key.equals("state")) {
            String state = setting.value().toUpperCase(Locale.ROOT);
            if (!state.equals("UNKNOWN") && !state.equals("IDLE") && !state.startsWith("FUTURE")) {
                notes.add(line, setting.text(), "not modelled: the nodes count as in service");
            }
        } else if (List.of("gres", "feature", "features", "weight").contains(key)) {
            notes.add(
                    line,
                    setting.text(),
                    "not modelled: jobs ask for whole nodes, and any of their partition will do");
        } else if (!List.of(
                        "nodename",
                        "cpus",
                        "procs",
                        "sockets",
                        "socketsperboard",
                        "corespersocket",
                        "threadspercore",
                        "realmemory")
                .contains(key)) {
            notes.add(line, setting.text(), "not modelled");
        }
    }

    private int cores(Map<String, String> values, SlurmStatement line) {
        long threads = whole("threadspercore", 1, values, line);
        long sockets =
                whole("sockets", whole("socketsperboard", 1, values, line), values, line)
                        * (values.containsKey("sockets") ? 1 : whole("boards", 1, values, line));
        long perSocket = whole("corespersocket", 0, values, line);
        long cpus = whole("cpus", whole("procs", 1, values, line), values, line);
        long cores = perSocket > 0 ? sockets * perSocket : cpus / Math.max(1, threads);
        return (int) Math.max(1, Math.min(cores, 1_000_000));
    }

    private long whole(String key, long other, Map<String, String> values, SlurmStatement line) {
        String text = values.get(key);
        return text == null ? other : SlurmLines.whole(key, text, 12, line, issues).orElse(other);
    }

    /** The names of a list; none, and an issue, if it is no list. */
    List<String> hosts(String list, SlurmStatement line) {
        try {
            return list.isEmpty() ? List.of() : HostList.names(list);
        } catch (IllegalArgumentException wrong) {
            issues.add(
                    line.file(),
                    line.line(),
                    "'%s' %s.".formatted(SlurmText.shortened(list), wrong.getMessage()),
                    "cn[001-512,600] shows the form.");
            return new ArrayList<>();
        }
    }
}
