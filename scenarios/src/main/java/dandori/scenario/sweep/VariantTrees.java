package dandori.scenario.sweep;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of each variant of a scenario file, as it stands there. */
public final class VariantTrees {

    private VariantTrees() {}

    /**
     * The trees by the values of their sweeps, in order; a file without sweeps has one.
     *
     * @param root the tree of a whole file, whose sweeps have been read before without an issue
     */
    public static Map<Map<String, String>, Node> of(Node root) {
        FoundSweeps found = SweepFinder.of(root, new Issues());
        List<Sweep> sweeps = found.list();
        int count = 1;
        for (Sweep sweep : sweeps) {
            count *= sweep.size();
        }
        Map<Map<String, String>, Node> trees = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            int[] chosen = Combinations.choice(number, sweeps);
            Map<String, String> values = new LinkedHashMap<>();
            Map<String, Node> nodes = new LinkedHashMap<>();
            for (int i = 0; i < chosen.length; i++) {
                Sweep sweep = sweeps.get(i);
                int value = chosen[i];
                values.put(sweep.name(), sweep.labels().get(value));
                sweep.places().forEach((path, its) -> nodes.put(path, its.get(value)));
            }
            found.together().forEach(one -> nodes.put(one.path(), one.value(chosen, sweeps)));
            trees.put(values, nodes.isEmpty() ? root : new Substitution(nodes).in(root));
        }
        return trees;
    }
}
