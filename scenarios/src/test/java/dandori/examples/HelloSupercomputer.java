package dandori.examples;

import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Simulation;
import dandori.trace.Traces;
import java.nio.file.Path;

/** The smallest program: a log, a machine, a policy, two figures. */
public final class HelloSupercomputer {

    private HelloSupercomputer() {}

    /** Replays the log that is named in the call. */
    public static void main(String[] args) {
        var workload = Traces.read(Path.of(args[0]));
        var machine = Machine.flat("ours", Integer.parseInt(args[1]));
        var easy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(Placements.firstFit())
                        .build();

        var outcome = Simulation.of(machine, workload).policy(easy).run();

        System.out.printf("utilization  %.1f %%%n", 100 * outcome.utilization());
        System.out.printf("mean wait    %.0f s%n", outcome.meanWaitSeconds());
    }
}
