package dandori.cli;

import dandori.machine.Fact;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A machine as a tree for JSON, for programs. */
final class MachineTree {

    private MachineTree() {}

    /** Name, size, pools, every fact with its path, and the sources. */
    static Map<String, Object> of(Machine machine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", machine.name());
        tree.put("title", machine.specification().title());
        tree.put("unit", machine.unit().text());
        tree.put("nodes", machine.nodes());
        tree.put("interconnect", machine.interconnect().kind());
        tree.put("pools", machine.pools().stream().map(MachineTree::pool).toList());
        List<Map<String, Object>> facts = new ArrayList<>();
        machine.specification().forEachFact((path, fact) -> facts.add(fact(path, fact)));
        tree.put("facts", facts);
        tree.put("sources", machine.specification().sources());
        return tree;
    }

    private static Map<String, Object> pool(Pool pool) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", pool.name());
        tree.put("first_node", pool.firstNode());
        tree.put("nodes", pool.nodes());
        tree.put("partitions", pool.partitions().stream().map(Partition::name).toList());
        return tree;
    }

    private static Map<String, Object> fact(String path, Fact fact) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", path);
        tree.put("text", fact.text());
        if (fact.isNumber()) {
            tree.put("value", fact.value());
            tree.put("unit", fact.unit());
        }
        tree.put("certainty", fact.certainty().text());
        tree.put("sources", fact.sources());
        tree.put("note", fact.note());
        return tree;
    }
}
