package dandori.reference;

import dandori.interconnect.Flat;
import dandori.interconnect.Interconnect;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Reservation;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A pool with resource groups and jobs that name them, in whole hours since Thursday, 1 January
 * 2026.
 *
 * @param nodes how many there are
 * @param groups the resource groups
 * @param jobs the jobs, in order of submission
 * @param outages planned losses of nodes
 * @param reservations nodes that are kept for some
 */
public record GroupWorld(
        int nodes,
        List<Partition> groups,
        List<Job> jobs,
        List<Outage> outages,
        List<Reservation> reservations) {

    /** A world without reservations. */
    public GroupWorld(int nodes, List<Partition> groups, List<Job> jobs, List<Outage> outages) {
        this(nodes, groups, jobs, outages, List.of());
    }

    /** Time 0. */
    public static final ZonedDateTime ORIGIN =
            ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Milliseconds. */
    public static final long HOUR = 3_600_000;

    /** The world as the simulator sees it, first come, first served, under full checking. */
    public Simulation simulation(Backfill backfill, Placement placement) {
        return simulation(new Flat(nodes), backfill, placement);
    }

    /** The same on nodes that are wired. */
    public Simulation simulation(Interconnect wiring, Backfill backfill, Placement placement) {
        return simulation(wiring, Workload.of("w", jobs), backfill, placement);
    }

    /** The same with the jobs of a workload in the place of its own. */
    public Simulation simulation(Workload workload, Backfill backfill, Placement placement) {
        return simulation(new Flat(nodes), workload, backfill, placement);
    }

    private Simulation simulation(
            Interconnect wiring, Workload workload, Backfill backfill, Placement placement) {
        Machine machine =
                new Machine(
                        "m", AllocationUnit.NODE, wiring, List.of(new Pool("p", 0, nodes, groups)));
        Policy policy =
                Policy.named("policy")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(placement)
                        .build();
        Simulation simulation =
                Simulation.of(machine, workload)
                        .policy(policy)
                        .origin(ORIGIN)
                        .checking(Checking.FULL);
        outages.forEach(simulation::outage);
        reservations.forEach(simulation::reservation);
        return simulation;
    }

    /** The same world with other jobs. */
    public GroupWorld with(List<Job> others) {
        return new GroupWorld(nodes, groups, others, outages, reservations);
    }
}
