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

    /** The qualities of a policy. */
    static Mapping of(QosTable table) {
        TreeBuilder tree = new TreeBuilder();
        for (Qos one : table.qualities()) {
            tree.put(one.name(), of(one, table));
        }
        return tree.mapping();
    }

    private static Mapping of(Qos one, QosTable table) {
        TreeBuilder tree = new TreeBuilder().number("priority", one.priority());
        tree.names("preempts", one.preempts());
        tree.flag("yields", one.yields());
        tree.text("mode", one.mode().text()).text("exempt", Units.duration(one.exemptMillis()));
        if (one.checkpointMillis() > 0) {
            tree.text("checkpointEvery", Units.duration(one.checkpointMillis()));
        }
        return tree.text("restart", Units.duration(one.restartMillis()))
                .names("organizations", members(table.ofOrganization(), one))
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
