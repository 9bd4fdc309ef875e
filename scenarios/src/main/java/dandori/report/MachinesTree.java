package dandori.report;

import dandori.results.MachineTree;
import dandori.scenario.Organization;
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
        Map<String, Object> tree = new LinkedHashMap<>(machines(variants.first()));
        Object first = machines(variants.first()).get("machines");
        List<Map<String, Object>> each = new ArrayList<>();
        for (Variant variant : variants.list()) {
            Map<String, Object> its = new LinkedHashMap<>();
            its.put("values", variant.values());
            its.put("machines", machines(variant.scenario()).get("machines"));
            each.add(its);
        }
        if (each.stream().anyMatch(one -> !one.get("machines").equals(first))) {
            tree.put("variants", each);
        }
        return tree;
    }

    private static Map<String, Object> machines(Scenario scenario) {
        List<String> organizations =
                scenario.organizations().stream().map(Organization::name).toList();
        return MachineTree.of(scenario.machines(), organizations);
    }
}
