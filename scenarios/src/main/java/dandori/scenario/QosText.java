package dandori.scenario;

import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Units;
import java.util.List;
import java.util.Map;

/** Qualities of service as {@link QosReader} reads them. */
final class QosText {

    private QosText() {}

    /**
     * The qualities of a policy.
     *
     * @param table the qualities
     * @param preempts whether any jobs make way by them; else they are names
     */
    static Mapping of(QosTable table, boolean preempts) {
        TreeBuilder tree = new TreeBuilder();
        for (Qos one : table.qualities()) {
            TreeBuilder its = preempts ? rules(one) : new TreeBuilder();
            tree.put(one.name(), members(its, one, table));
        }
        return tree.mapping();
    }

    private static TreeBuilder rules(Qos one) {
        TreeBuilder tree = new TreeBuilder().number("priority", one.priority());
        tree.names("preempts", one.preempts());
        tree.flag("yields", one.yields());
        tree.text("mode", one.mode().text()).text("exempt", Units.duration(one.exemptMillis()));
        if (one.checkpointMillis() > 0) {
            tree.text("checkpointEvery", Units.duration(one.checkpointMillis()));
        }
        return tree.text("restart", Units.duration(one.restartMillis()));
    }

    private static Mapping members(TreeBuilder tree, Qos one, QosTable table) {
        return tree.names("organizations", members(table.ofOrganization(), one))
                .names("users", members(table.ofUser(), one))
                .names("partitions", members(table.ofPartition(), one))
                .mapping();
    }

    private static List<String> members(Map<String, String> qualities, Qos one) {
        return qualities.entrySet().stream()
                .filter(entry -> entry.getValue().equals(one.name()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
