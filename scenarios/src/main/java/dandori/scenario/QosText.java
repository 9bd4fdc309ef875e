package dandori.scenario;

import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Units;
import java.util.Collection;
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
        names(tree, "preempts", one.preempts());
        tree.put("yields", new Scalar("", 0, String.valueOf(one.yields()), Scalar.Type.FLAG));
        tree.text("mode", one.mode().text()).text("exempt", Units.duration(one.exemptMillis()));
        if (one.checkpointMillis() > 0) {
            tree.text("checkpointEvery", Units.duration(one.checkpointMillis()));
        }
        tree.text("restart", Units.duration(one.restartMillis()));
        names(tree, "organizations", members(table.ofOrganization(), one));
        names(tree, "users", members(table.ofUser(), one));
        names(tree, "partitions", members(table.ofPartition(), one));
        return tree.mapping();
    }

    private static List<String> members(Map<String, String> qualities, Qos one) {
        return qualities.entrySet().stream()
                .filter(entry -> entry.getValue().equals(one.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void names(TreeBuilder tree, String key, Collection<String> names) {
        if (!names.isEmpty()) {
            List<Node> items =
                    names.stream()
                            .<Node>map(name -> new Scalar("", 0, name, Scalar.Type.TEXT))
                            .toList();
            tree.list(key, items);
        }
    }
}
