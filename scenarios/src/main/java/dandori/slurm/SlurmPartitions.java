package dandori.slurm;

import dandori.engine.Durations;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The resource groups that the {@code PartitionName} lines describe. */
final class SlurmPartitions {

    /** The longest time limit where Slurm has none: a year. */
    static final long LONGEST_MILLIS = 365L * Durations.DAY_MILLIS;

    private static final List<String> IDLE =
            List.of(
                    "hidden",
                    "rootonly",
                    "disablerootjobs",
                    "lln",
                    "resumetimeout",
                    "suspendtime",
                    "suspendtimeout",
                    "powerdownonidle",
                    "grace",
                    "gracetime",
                    "defmempercpu",
                    "defmempernode",
                    "defcpupergpu",
                    "defmempergpu",
                    "maxmempercpu",
                    "maxmempernode",
                    "cpubind",
                    "allocnodes",
                    "topology");

    /**
     * One partition.
     *
     * @param name as Slurm has it
     * @param nodes the names of its nodes
     * @param minNodes the fewest that a job may ask for
     * @param maxNodes the most
     * @param maxMillis the longest time limit
     * @param priorityTier the larger, the earlier
     * @param jobFactor what it counts for in priorities
     * @param isDefault whether jobs go there that name none
     */
    record Group(
            String name,
            List<String> nodes,
            int minNodes,
            int maxNodes,
            long maxMillis,
            int priorityTier,
            int jobFactor,
            boolean isDefault) {}

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, SlurmQos> qualities = new LinkedHashMap<>(); // by partition
    private final SlurmQosTable table;
    private final SlurmLines lines = new SlurmLines();
    private final SlurmNodes nodes;
    private final SlurmNotes notes;
    private final Issues issues;

    SlurmPartitions(SlurmNodes nodes, SlurmQosTable table, SlurmNotes notes, Issues issues) {
        this.table = table;
        this.nodes = nodes;
        this.notes = notes;
        this.issues = issues;
    }

    /** The partitions that take jobs, in order. */
    List<Group> groups() {
        return groups;
    }

    /** The qualities of service whose limits partitions have, by the name of the partition. */
    Map<String, SlurmQos> qualities() {
        return qualities;
    }

    /** Takes a line that begins with {@code PartitionName}, after all nodes are known. */
    void take(SlurmStatement line) {
        String name = line.first().value();
        Map<String, String> values = lines.values(line);
        line.settings().forEach(setting -> note(line, setting));
        if (values == null) {
            return;
        }
        String state = values.getOrDefault("state", "UP").toUpperCase(Locale.ROOT);
        List<String> its = members(values.getOrDefault("nodes", ""), line);
        if (!state.equals("UP") || its.isEmpty()) {
            notes.add(
                    line,
                    line.first().text(),
                    "left out: " + (its.isEmpty() ? "it has no nodes" : "its state is " + state));
            return;
        }
        int most = Math.min(count("maxnodes", its.size(), values, line), its.size());
        int least = count("minnodes", 1, values, line);
        long longest = millis(values, line);
        SlurmQos quality = quality(values.getOrDefault("qos", ""), line);
        if (quality != null) {
            most = Math.min(most, nodes(quality));
            longest = Math.min(longest, longest(quality));
            qualities.put(SlurmText.name(name), quality);
            quality.isOfPartition = true;
        }
        groups.add(
                new Group(
                        name,
                        its,
                        Math.max(1, Math.min(least, most)),
                        Math.max(1, most),
                        longest,
                        count("prioritytier", 1, values, line),
                        count("priorityjobfactor", 1, values, line),
                        values.getOrDefault("default", "NO").equalsIgnoreCase("YES")));
    }

    private @Nullable SlurmQos quality(String name, SlurmStatement line) {
        SlurmQos quality = table.of(name);
        if (!name.isEmpty() && quality == null) {
            notes.add(
                    line,
                    "QOS=" + name,
                    table.isThere() ? "left out: it is not in " + table.file() : "not modelled");
        }
        return quality;
    }

    /** The most nodes of a job, as the partition's quality says. */
    private int nodes(SlurmQos quality) {
        boolean isNoted = quality.isOfPartition; // of another partition already
        return new SlurmTres(table.file(), 0, notes)
                .nodes(
                        quality.name,
                        quality.line,
                        quality.value("maxtres"),
                        term -> {
                            if (!isNoted) {
                                String setting = quality.name + " MaxTRES " + term;
                                notes.add(table.file(), quality.line, setting, "not modelled");
                            }
                        });
    }

    private static long longest(SlurmQos quality) {
        OptionalLong millis = SlurmTime.millis(quality.value("maxwall"));
        return millis.isEmpty() || millis.getAsLong() == 0 ? Long.MAX_VALUE : millis.getAsLong();
    }

    private void note(SlurmStatement line, SlurmStatement.Setting setting) {
        String key = setting.lowerKey();
        if (IDLE.contains(key)) {
            notes.idle(setting.key());
        } else if (key.equals("oversubscribe") || key.equals("shared")) {
            if (!setting.value().toUpperCase(Locale.ROOT).matches("NO|EXCLUSIVE")) {
                notes.add(line, setting.text(), "not modelled: jobs get whole nodes");
            }
        } else if (key.startsWith("allow") || key.startsWith("deny")) {
            boolean isAll = setting.value().equalsIgnoreCase("ALL");
            if (!isAll) {
                notes.add(line, setting.text(), "not modelled: every job may go there");
            }
        } else if (!List.of(
                        "partitionname",
                        "nodes",
                        "maxnodes",
                        "minnodes",
                        "maxtime",
                        "default",
                        "prioritytier",
                        "priorityjobfactor",
                        "qos",
                        "state")
                .contains(key)) {
            notes.add(line, setting.text(), "not modelled");
        }
    }

    private List<String> members(String list, SlurmStatement line) {
        if (list.equalsIgnoreCase("ALL")) {
            return List.copyOf(nodes.kinds().keySet());
        }
        List<String> known = new ArrayList<>();
        for (String name : new LinkedHashSet<>(nodes.hosts(list, line))) {
            if (nodes.kinds().containsKey(name)) {
                known.add(name);
            } else {
                issues.add(
                        line.file(),
                        line.line(),
                        "'%s' is not a node of this file.".formatted(name),
                        NearestName.maybe(name, nodes.kinds().keySet()));
                return known;
            }
        }
        return known;
    }

    private int count(String key, int other, Map<String, String> values, SlurmStatement line) {
        String text = values.getOrDefault(key, "UNLIMITED").toUpperCase(Locale.ROOT);
        if (text.equals("UNLIMITED") || text.equals("INFINITE")) {
            return other;
        }
        return (int) SlurmLines.whole(key, text, 9, line, issues).orElse(other);
    }

    private long millis(Map<String, String> values, SlurmStatement line) {
        String text = values.getOrDefault("maxtime", "UNLIMITED");
        OptionalLong millis = SlurmTime.millis(text);
        if (millis.isEmpty()) {
            issues.add(
                    line.file(),
                    line.line(),
                    "MaxTime is no time: '%s'.".formatted(text),
                    "'1-00:00:00' for a day.");
            return LONGEST_MILLIS;
        }
        if (millis.getAsLong() > LONGEST_MILLIS) {
            notes.add(
                    line,
                    line.first().text() + " MaxTime=" + text,
                    "jobs may ask for a year at most");
            return LONGEST_MILLIS;
        }
        return Math.max(1, millis.getAsLong());
    }

    /** Tiers from 1 for the first, by the priority tiers that there are. */
    Map<Integer, Integer> tiers() {
        Map<Integer, Integer> tiers = new LinkedHashMap<>();
        groups.stream()
                .map(Group::priorityTier)
                .distinct()
                .sorted((one, other) -> Integer.compare(other, one))
                .forEach(tier -> tiers.put(tier, tiers.size() + 1));
        return tiers;
    }
}
