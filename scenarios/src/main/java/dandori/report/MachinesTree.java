package dandori.report;

import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.scenario.Scenario;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.Variants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The machines of a study as a tree for JSON: {@code machine.json}; docs/data/machine.md. */
final class MachinesTree {

    private MachinesTree() {}

    /** Those of the first variant; where others have other machines, those of each, too. */
    static Map<String, Object> of(Variants variants) {
        List<Object> first = machines(variants.first());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machines", first);
        List<Map<String, Object>> each = new ArrayList<>();
        for (Variant variant : variants.list()) {
            Map<String, Object> its = new LinkedHashMap<>();
            its.put("values", variant.values());
            its.put("machines", machines(variant.scenario()));
            each.add(its);
        }
        if (each.stream().anyMatch(one -> !first.equals(one.get("machines")))) {
            tree.put("variants", each);
        }
        return tree;
    }

    private static List<Object> machines(Scenario scenario) {
        List<Object> machines = new ArrayList<>();
        for (Machine machine : scenario.machines()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", machine.name());
            tree.put("unit", machine.unit().text());
            tree.put("nodes", machine.nodes());
            tree.put("interconnect", machine.interconnect().kind());
            List<Map<String, Object>> pools = new ArrayList<>();
            for (Pool pool : machine.pools()) {
                Map<String, Object> its = new LinkedHashMap<>();
                its.put("name", pool.name());
                its.put("first_node", pool.firstNode());
                its.put("nodes", pool.nodes());
                pools.add(its);
            }
            tree.put("pools", pools);
            machines.add(tree);
        }
        return machines;
    }
}
