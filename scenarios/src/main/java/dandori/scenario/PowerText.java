package dandori.scenario;

import dandori.machine.NodePower;
import dandori.scenario.key.Scalars;
import dandori.scenario.power.Clock;
import dandori.scenario.power.PowerCap;
import dandori.scenario.power.PowerPlan;
import dandori.scenario.text.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The power of machines, as text, with every default filled in. */
final class PowerText {

    private PowerText() {}

    static Node of(Map<String, PowerPlan> plans) {
        TreeBuilder tree = new TreeBuilder();
        plans.forEach((machine, plan) -> tree.put(machine, of(plan)));
        return tree.mapping();
    }

    private static Node of(PowerPlan plan) {
        TreeBuilder tree = new TreeBuilder();
        NodePower power = plan.power();
        if (power != null) {
            tree.text("busy", watts(power.busyWatts())).text("idle", watts(power.idleWatts()));
        }
        if (!plan.clocks().isEmpty()) {
            List<Node> clocks = plan.clocks().stream().map(PowerText::clock).toList();
            tree.list("clocks", clocks);
        }
        if (!plan.caps().isEmpty()) {
            tree.list("caps", plan.caps().stream().map(PowerText::cap).toList());
        }
        return tree.mapping();
    }

    private static Node clock(Clock clock) {
        return new TreeBuilder()
                .number("speed", clock.speed())
                .text("busy", watts(clock.busyWatts()))
                .mapping();
    }

    private static Node cap(PowerCap cap) {
        TreeBuilder tree = TimesText.named(cap.name());
        TimesText.put(tree, cap.times());
        return tree.number("share", cap.share())
                .text("by", cap.by().text())
                .text("onBegin", cap.onBegin().name().toLowerCase(Locale.ROOT))
                .mapping();
    }

    private static String watts(double watts) {
        return Scalars.plain(watts) + " W";
    }
}
