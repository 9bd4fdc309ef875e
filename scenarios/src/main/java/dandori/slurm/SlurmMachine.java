package dandori.slurm;

import static java.util.Objects.requireNonNull;

import dandori.machine.NodeSet;
import dandori.scenario.text.Units;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a machine file of the nodes and partitions of a site. */
final class SlurmMachine {

    private final String name;
    private final SlurmNodes nodes;
    private final SlurmPartitions partitions;
    private final SlurmNotes notes;
    private final Map<String, Integer> numbers = new LinkedHashMap<>(); // of nodes that are used
    private final StringBuilder text = new StringBuilder();

    SlurmMachine(String name, SlurmNodes nodes, SlurmPartitions partitions, SlurmNotes notes) {
        this.name = name;
        this.nodes = nodes;
        this.partitions = partitions;
        this.notes = notes;
        Set<String> used = new LinkedHashSet<>();
        partitions.groups().forEach(group -> used.addAll(group.nodes()));
        for (String node : nodes.kinds().keySet()) {
            if (used.contains(node)) {
                numbers.put(node, numbers.size());
            }
        }
        int idle = nodes.kinds().size() - numbers.size();
        if (idle > 0) {
            notes.add(
                    "",
                    0,
                    idle == 1 ? "1 node" : idle + " nodes",
                    "left out: no partition that is up has them");
        }
    }

    /** How many nodes there are in partitions. */
    int nodeCount() {
        return numbers.size();
    }

    /** The CPUs of every node, as Slurm counts them, or 0 where they differ. */
    int cpusOfAll() {
        Set<Integer> cpus = new TreeSet<>();
        numbers.keySet().forEach(node -> cpus.add(kind(node).cpus()));
        return cpus.size() == 1 ? cpus.iterator().next() : 0;
    }

    private SlurmNodes.Kind kind(String node) {
        return requireNonNull(nodes.kinds().get(node));
    }

    /** The file. */
    String yaml(String source) {
        text.append("# From ").append(source).append(", by 'dandori import slurm'.\n\n");
        line("machine: " + name);
        line("title: " + SlurmText.quoted(name + ", as its slurm.conf has it"));
        line("sources:");
        line("  S1: " + SlurmText.quoted("the site's " + source));
        line("totals:");
        line("  nodes: [%d, published, S1]".formatted(numbers.size()));
        types();
        line("pools:");
        line("  all: {nodes: [%d, published, S1]}".formatted(numbers.size()));
        line("partitions:");
        Map<Integer, Integer> tiers = partitions.tiers();
        boolean hasDefault =
                partitions.groups().stream().anyMatch(SlurmPartitions.Group::isDefault);
        for (SlurmPartitions.Group group : partitions.groups()) {
            boolean isFirst = group == partitions.groups().get(0);
            partition(group, tiers, hasDefault ? !group.isDefault() : !isFirst);
        }
        if (!hasDefault && partitions.groups().size() > 1) {
            notes.add(
                    "",
                    0,
                    "no partition has Default=YES",
                    "jobs that name none go to the first that takes them");
        }
        return text.toString();
    }

    private void types() {
        line("nodeTypes:");
        List<String> names = new ArrayList<>(numbers.keySet());
        int first = 0;
        for (int at = 1; at <= names.size(); at++) {
            boolean goesOn =
                    at < names.size() && kind(names.get(at)).equals(kind(names.get(first)));
            if (!goesOn) {
                SlurmNodes.Kind kind = kind(names.get(first));
                line("  " + SlurmText.quoted(SlurmText.name(names.get(first))) + ":");
                line("    count: [%d, published, S1]".formatted(at - first));
                line("    cores: [%d, published, S1]".formatted(kind.cores()));
                if (kind.memoryMb() > 0) {
                    line("    memory: [%d MiB, published, S1]".formatted(kind.memoryMb()));
                }
                first = at;
            }
        }
    }

    private void partition(
            SlurmPartitions.Group group, Map<Integer, Integer> tiers, boolean isByName) {
        line("  " + SlurmText.quoted(SlurmText.name(group.name())) + ":");
        line("    pool: all");
        line("    nodes: [\"%s\", published, S1]".formatted(intervals(group)));
        if (group.minNodes() > 1) {
            line("    minNodes: [%d, published, S1]".formatted(group.minNodes()));
        }
        line("    maxNodes: [%d, published, S1]".formatted(group.maxNodes()));
        line("    maxWalltime: [%s, published, S1]".formatted(Units.duration(group.maxMillis())));
        line("    tier: [%d, published, S1]".formatted(tiers.get(group.priorityTier())));
        line("    byName: [%s, published, S1]".formatted(isByName));
    }

    private String intervals(SlurmPartitions.Group group) {
        BitSet its = new BitSet();
        group.nodes().forEach(node -> its.set(requireNonNull(numbers.get(node))));
        return NodeSet.of(its).toString();
    }

    private void line(String one) {
        text.append(one).append('\n');
    }
}
