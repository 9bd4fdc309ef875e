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
import java.util.Objects;

/** The machines of a study as a tree for JSON: {@code machine.json}; docs/data/machine.md. */
final class MachinesTree {

    private static final String MACHINES = "machines";

    private MachinesTree() {}

    /** Those of the first variant; where others have other machines, those of each, too. */
    static Map<String, Object> of(Variants variants) {
        Map<String, Object> tree = new LinkedHashMap<>(machines(variants.first()));
        Object first = Objects.requireNonNull(tree.get(MACHINES));
        List<Map<String, Object>> each = new ArrayList<>();
        boolean differs = false;
        for (Variant variant : variants.list()) {
            Object own = Objects.requireNonNull(machines(variant.scenario()).get(MACHINES));
            boolean isFirst = own.equals(first);
            differs |= !isFirst;
            Map<String, Object> its = new LinkedHashMap<>();
            its.put("values", variant.values());
            its.put(MACHINES, isFirst ? first : own); // one tree for all that are equal
            each.add(its);
        }
        if (differs) {
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
