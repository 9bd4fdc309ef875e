package dandori.scenario;

import dandori.machine.NodeSet;
import dandori.policy.limit.DailyTimes;
import dandori.scenario.key.Times;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;

/** Times, and reservations that have them, as text. */
final class TimesText {

    private TimesText() {}

    /** A tree that begins with a name, if there is one. */
    static TreeBuilder named(String name) {
        return name.isEmpty() ? new TreeBuilder() : new TreeBuilder().text("name", name);
    }

    static void put(TreeBuilder tree, Times times) {
        tree.moment("from", times.from()).moment("to", times.to());
        put(tree, times.daily(), Times.hoursText(times.daily()));
    }

    /** Hours, if any are to be written, and days. */
    static void put(TreeBuilder tree, DailyTimes times, String hours) {
        if (!hours.isEmpty()) {
            tree.text("hours", hours);
        }
        tree.names("days", Times.dayNames(times.days()));
    }

    static Node reservation(PlannedReservation one) {
        TreeBuilder tree =
                new TreeBuilder().text("name", one.name()).text("machine", one.machine());
        put(tree, one.times());
        NodeSet nodes = one.nodes();
        StringBuilder which = new StringBuilder();
        for (int i = 0; i < nodes.intervalCount(); i++) {
            which.append(i == 0 ? "" : " ") // one node too: a number alone is how many
                    .append(nodes.first(i))
                    .append('-')
                    .append(nodes.last(i));
        }
        return tree.text("nodes", which.toString())
                .names("organizations", one.organizations())
                .names("users", one.users())
                .names("partitions", one.partitions())
                .names("campaigns", one.campaigns())
                .text("lend", Units.duration(one.lendMillis()))
                .mapping();
    }
}
