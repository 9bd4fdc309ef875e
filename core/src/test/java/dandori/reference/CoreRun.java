package dandori.reference;

import dandori.job.Consumption;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.Verdict;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Easy;
import dandori.policy.backfill.Slurm;
import dandori.policy.backfill.Tcs;
import dandori.policy.order.Learned;
import dandori.policy.order.Orders;
import dandori.policy.preemption.ByQos;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.List;

/** The same world, played by the engine. */
public final class CoreRun {

    private CoreRun() {}

    /** The outcome, with every check of the engine on. */
    public static Outcome play(World world, Setting setting) {
        return simulation(world, setting).checking(Checking.FULL).run();
    }

    /** The run, to be changed. */
    public static Simulation simulation(World world, Setting setting) {
        return simulation(world, setting, backfill(setting));
    }

    /** The run with a backfill of the test's own. */
    public static Simulation simulation(World world, Setting setting, Backfill backfill) {
        Policy policy =
                Policy.named(setting.backfill())
                        .order(order(setting.order()))
                        .backfill(backfill)
                        .estimates(setting.estimates())
                        .admission(
                                setting.userLimit() == 0
                                        ? Admission.OPEN
                                        : limit(setting.userLimit()))
                        .preemption(
                                setting.qos().isEmpty()
                                        ? Preemption.NONE
                                        : new ByQos(setting.qos()))
                        .build();
        boolean isExtended = setting.overrun() == Overrun.EXTEND;
        boolean hasDeadlines = setting.idea().equals("deadline");
        Workload asked = Workload.of("world", world.jobs());
        Workload workload =
                isExtended && hasDeadlines ? asked.withWalltimesRaisedToRunTimes() : asked;
        Machine machine = machine(world);
        Simulation simulation =
                (hasDeadlines
                                ? Simulation.of(
                                        List.of(machine), () -> new Deadlines(workload.source()))
                                : Simulation.of(machine, workload))
                        .policy(policy)
                        .conventions(setting.conventions())
                        .accounts(ReferenceShares.ACCOUNTS)
                        .overrun(setting.overrun());
        for (Outage outage : world.outages()) {
            simulation.outage(outage);
        }
        world.slowdowns().forEach(simulation::slowdown);
        return simulation;
    }

    /** Of its nodes no more is known unless some job says what it uses of them. */
    private static Machine machine(World world) {
        Machine flat = Machine.flat("world", world.nodes());
        boolean isUsed =
                world.jobs().stream()
                        .anyMatch(job -> !job.request().consumption().equals(Consumption.WHOLE));
        return isUsed ? KnownNodes.with(flat, 2, 4) : flat;
    }

    /** At most so many running jobs a user. */
    public static Admission limit(int most) {
        return (job, now) ->
                running(now, now.jobs().user(job)) < most ? Verdict.ELIGIBLE : Verdict.QUOTA;
    }

    private static int running(Situation now, int user) {
        int same = 0;
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            if (now.jobs().user(now.cluster().running(place)) == user) {
                same++;
            }
        }
        return same;
    }

    /** The order of a name. */
    public static Order order(String name) {
        if (ReferenceShares.knows(name)) {
            return ReferenceShares.order(name);
        }
        return switch (name) {
            case "fcfs" -> Orders.fcfs();
            case "sjf" -> Orders.shortestFirst();
            case "ljf" -> Orders.longestFirst();
            case "saf" -> Orders.smallestAreaFirst();
            case "laf" -> Orders.largestAreaFirst();
            case "sqf" -> Orders.fewestNodesFirst();
            case "lxf" -> Orders.largestExpansionFirst();
            case "wfp3" -> Orders.wfp3();
            case "unicef" -> Orders.unicef();
            case "f1" -> Learned.F1;
            case "f2" -> Learned.F2;
            case "f3" -> Learned.F3;
            case "f4" -> Learned.F4;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The backfill of a setting. */
    public static Backfill backfill(Setting setting) {
        return switch (setting.idea()) {
            case "none" -> Backfills.none();
            case "easy" ->
                    setting.number() == Integer.MAX_VALUE
                            ? Backfills.easy()
                            : new Easy(setting.number());
            case "sjbf" -> Backfills.shortest();
            case "conservative" -> Backfills.conservative();
            case "replan" -> Backfills.replan();
            case "depth" -> Backfills.depth(setting.number());
            case "slurm" -> new Slurm(ReferenceSlurm.parameters(setting));
            case "selective" -> Backfills.selective(setting.number());
            case "los" -> Backfills.lookAhead(setting.number());
            case "slack" -> Backfills.slack(setting.number());
            case "deadline" -> Backfills.deadline(setting.number());
            case "tcs" -> new Tcs(ReferenceTcs.parameters(setting));
            default -> throw new IllegalArgumentException(setting.backfill());
        };
    }
}
