package dandori.results;

import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.machine.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Machines as trees for JSON, with all that it takes to draw them: ranges of nodes, never lists of
 * them. The dictionary is docs/data/machine.md.
 */
public final class MachineTree {

    private MachineTree() {}

    /**
     * What {@code machine.json} says.
     *
     * @param machines the machines of a run, in order
     * @param organizations those that have an order, first the one that is painted first
     */
    public static Map<String, Object> of(List<Machine> machines, List<String> organizations) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machines", machines.stream().map(MachineTree::of).toList());
        tree.put("organizations", organizations);
        return tree;
    }

    private static Map<String, Object> of(Machine machine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", machine.name());
        tree.put("unit", machine.unit().text());
        tree.put("nodes", machine.nodes());
        tree.put("interconnect", machine.interconnect().kind());
        tree.putAll(WiringTree.of(machine.interconnect()));
        tree.put("pools", machine.pools().stream().map(MachineTree::of).toList());
        return tree;
    }

    private static Map<String, Object> of(Pool pool) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", pool.name());
        tree.put("first_node", pool.firstNode());
        tree.put("nodes", pool.nodes());
        if (!pool.partitions().isEmpty()) {
            tree.put("partitions", pool.partitions().stream().map(MachineTree::of).toList());
        }
        return tree;
    }

    private static Map<String, Object> of(Partition partition) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", partition.name());
        tree.put("node_set", partition.nodes().toString());
        return tree;
    }
}
