package dandori.examples;

import dandori.machine.Machine;
import dandori.metric.JobFigures;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import dandori.trace.Traces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Mean waits of each organization, under two orders. */
public final class WhoWaits {

    private WhoWaits() {}

    /**
     * A line for each organization: its jobs, its mean wait in order, and with short ones first.
     */
    public static List<String> of(Path trace, int nodes) {
        var workload = Traces.read(trace);
        var machine = Machine.flat("ours", nodes);
        var base = Policy.named("in order").order(Orders.fcfs()).backfill(Backfills.easy());
        var inOrder = Simulation.of(machine, workload).policy(base.build()).run();
        var shortFirst =
                Simulation.of(machine, workload)
                        .policy(base.order(Orders.shortestFirst()).build())
                        .run();

        List<String> lines = new ArrayList<>();
        List<String> names = workload.organizations();
        var before =
                JobFigures.byClass(
                        inOrder.log(),
                        inOrder.window(),
                        names.size(),
                        workload.jobs()::organization);
        var after =
                JobFigures.byClass(
                        shortFirst.log(),
                        shortFirst.window(),
                        names.size(),
                        workload.jobs()::organization);
        for (int i = 0; i < names.size(); i++) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-10s %,7d jobs %8.0f s %8.0f s",
                            names.get(i),
                            before.get(i).jobs(),
                            before.get(i).meanWaitMillis().value() / 1000,
                            after.get(i).meanWaitMillis().value() / 1000));
        }
        return lines;
    }
}
