package dandori.scenario;

import dandori.machine.NodeSet;
import dandori.scenario.key.Moment;
import dandori.scenario.key.Times;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;

/** Times, and reservations that have them, as text. */
final class TimesText {

    private TimesText() {}

    static void put(TreeBuilder tree, Times times) {
        tree.text("from", moment(times.from())).text("to", moment(times.to()));
        if (!times.hoursText().isEmpty()) {
            tree.text("hours", times.hoursText());
        }
        if (!times.days().isEmpty()) {
            tree.list("days", times.dayNames().stream().map(TreeBuilder::ofText).toList());
        }
    }

    static Node reservation(PlannedReservation one) {
        TreeBuilder tree =
                new TreeBuilder().text("name", one.name()).text("machine", one.machine());
        put(tree, one.times());
        NodeSet nodes = one.nodes();
        StringBuilder which = new StringBuilder();
        for (int i = 0; i < nodes.intervalCount(); i++) {
            which.append(i == 0 ? "" : " ")
                    .append(nodes.first(i))
                    .append('-')
                    .append(nodes.last(i));
        }
        tree.text("nodes", which.toString());
        if (!one.organizations().isEmpty()) {
            tree.list(
                    "organizations",
                    one.organizations().stream().map(TreeBuilder::ofText).toList());
        }
        if (!one.users().isEmpty()) {
            tree.list("users", one.users().stream().map(TreeBuilder::ofText).toList());
        }
        return tree.text("lend", Units.duration(one.lendMillis())).mapping();
    }

    private static String moment(Moment moment) {
        Long millis = moment.millis();
        return millis == null ? String.valueOf(moment.date()) : Units.duration(millis);
    }
}
