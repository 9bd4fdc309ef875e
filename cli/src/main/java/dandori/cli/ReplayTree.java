package dandori.cli;

import dandori.machine.Machine;
import dandori.results.CellFiles;
import dandori.results.ImportTree;
import dandori.scenario.CommunicationRule;
import dandori.scenario.DefaultPlacement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay as a tree for JSON, for programs. */
final class ReplayTree {

    private ReplayTree() {}

    /** What a summary file says of the run before its figures. */
    static Map<String, Object> about(Machine machine, ReplayRules rules) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machine", machine.name());
        tree.put("unit", machine.unit().text());
        tree.put("nodes", machine.nodes());
        tree.put("groups", DefaultPlacement.hasGroups(machine));
        tree.put("policy", rules.policy().name());
        tree.put("order", rules.order());
        tree.put("placement", rules.placement());
        tree.put("network", rules.network().text());
        CommunicationRule communication = rules.communication();
        if (communication != null) {
            tree.put(
                    "communication", communication.pattern().text() + ":" + communication.amount());
        }
        tree.put("estimates", rules.policy().estimates().text());
        tree.put("conventions", rules.conventions().name());
        tree.put("seed", rules.seed());
        return tree;
    }

    /** The import report and every figure. */
    static Map<String, @Nullable Object> of(ReplayResult result) {
        Map<String, Object> head = about(result.machine(), result.rules());
        head.put("import", ImportTree.of(result.trace().report()));
        return new CellFiles(Replay.names(result.trace()), result.outcome()).summary(head);
    }
}
