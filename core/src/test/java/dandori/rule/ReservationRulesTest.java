package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Axis;
import dandori.interconnect.Flat;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Shape;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Reservation;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.wait.Wait;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Advance reservations: whom they keep out, whom they let in, and when, by hand. */
class ReservationRulesTest {

    private static Job job(long id, long submit, int nodes, long run, String organization) {
        return new Job(id, submit, nodes, run, run, "u" + id, organization, "");
    }

    private static Simulation run(Backfill backfill, int nodes, Job... jobs) {
        Policy policy =
                Policy.named("policy")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(Placements.firstFit())
                        .build();
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL);
    }

    private static Simulation easy(int nodes, Job... jobs) {
        return run(Backfills.easy(), nodes, jobs);
    }

    private static String told(Simulation simulation) {
        JobLog log = simulation.run().log();
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            String state = log.state(job) == JobState.COMPLETED ? "" : " " + log.state(job).text();
            NodeSet set = Objects.requireNonNull(log.nodeSet(job));
            jobs.add(log.startMillis(job) + "-" + log.endMillis(job) + " on " + set + state);
        }
        return String.join(" | ", jobs);
    }

    private static Reservation kept(int first, int last, long from, long to) {
        return Reservation.of("r", "m", NodeSet.range(first, last), from, to, Set.of("them"));
    }

    @Test
    void othersDoNotRunIntoIt() {
        // Nodes 2 and 3 are kept from 10 to 20. Three nodes for 10 fit before; for 11 they do not.
        assertThat(told(easy(4, job(0, 0, 3, 10, "us")).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("0-10 on 0-2");
        assertThat(told(easy(4, job(0, 0, 3, 11, "us")).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("20-31 on 0-2");
        assertThat(told(easy(4, job(0, 0, 2, 11, "us")).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("0-11 on 0-1");
    }

    @Test
    void thoseForWhomItIsMayUseItAndGetItFirst() {
        Simulation run =
                easy(4, job(0, 5, 1, 30, "us"), job(1, 10, 1, 5, "them"), job(2, 11, 3, 5, "them"))
                        .reservation(kept(2, 3, 10, 20));
        // The second has a node that is kept for it, though the first free one is 1.
        assertThat(told(run)).isEqualTo("5-35 on 0 | 10-15 on 2 | 15-20 on 1-3");
    }

    @Test
    void theHeadHasASlotAroundItAndOthersSlipIn() {
        // Nodes 0 to 2 are kept. The head of four waits until 20; a job of 9 goes before it, and
        // one of 10 after that, on the node that is not kept.
        Simulation run =
                easy(4, job(0, 1, 4, 10, "us"), job(1, 1, 4, 9, "us"), job(2, 2, 1, 10, "us"))
                        .reservation(kept(0, 2, 10, 20));
        assertThat(told(run)).isEqualTo("20-30 on 0-3 | 1-10 on 0-3 | 10-20 on 3");
    }

    @Test
    void shortJobsMayBorrow() {
        Reservation lends =
                new Reservation(
                        "r",
                        "m",
                        NodeSet.range(0, 3),
                        List.of(new Opening(10, 20, 20), new Opening(30, 40, 40)),
                        Set.of(),
                        Set.of("u1"),
                        3);
        Simulation run =
                easy(4, job(0, 8, 4, 3, "us"), job(1, 11, 4, 4, "us"), job(2, 12, 4, 4, "us"))
                        .reservation(lends);
        // The first would run into it at 8, and borrows from 10 on; the second is the owner's user.
        assertThat(told(run)).isEqualTo("10-13 on 0-3 | 13-17 on 0-3 | 20-24 on 0-3");
    }

    @Test
    void whoWaitsForItIsTold() {
        Outcome outcome =
                easy(4, job(0, 12, 3, 5, "us"))
                        .reservation(kept(2, 3, 10, 20))
                        .explainWaits(true)
                        .run();
        assertThat(Objects.requireNonNull(outcome.waits()).of(0))
                .containsExactly(new Wait(12, 20, WaitReason.RESERVED, Wait.NOBODY, "r"));
    }

    @Test
    void ofSeveralItIsTheOneThatIsInTheWay() {
        // Node 0 is kept until 30, node 1 until 20, both for others. Of four, three are free for
        // the first job once either is gone; it has waited for the first of the two, and, though
        // there was a head before it, not for that: the second waits for all four.
        Outcome outcome =
                easy(4, job(0, 12, 3, 5, "us"), job(1, 12, 4, 5, "us"))
                        .reservation(kept("long", 0, 10, 30))
                        .reservation(kept("short", 1, 10, 20))
                        .explainWaits(true)
                        .run();
        assertThat(Objects.requireNonNull(outcome.waits()).of(0))
                .containsExactly(new Wait(12, 20, WaitReason.RESERVED, Wait.NOBODY, "long"));
        assertThat(Objects.requireNonNull(outcome.waits()).of(1))
                .containsExactly(
                        new Wait(12, 20, WaitReason.RESERVED, Wait.NOBODY, "long"),
                        new Wait(20, 25, WaitReason.NODES, Wait.NOBODY),
                        new Wait(25, 30, WaitReason.RESERVED, Wait.NOBODY, "long"));
    }

    @Test
    void whoseBoxIsInTheWayIsTold() {
        // A line of four nodes, the second of which is kept: three are free, but not in a row.
        Torus line =
                new Torus(
                        List.of(
                                new Axis("X", 4, false),
                                new Axis("Y", 1, false),
                                new Axis("Z", 1, false),
                                new Axis("a", 1, false),
                                new Axis("b", 1, false),
                                new Axis("c", 1, false)),
                        3,
                        List.of(0, 1, 2, 3, 4, 5),
                        6.8e9);
        Machine machine = new Machine("m", AllocationUnit.NODE, line, List.of(new Pool("p", 0, 4)));
        Workload workload =
                Workload.of("w", List.of(new Job(0, 12, Shape.parse("3x1x1:mesh"), 5, 5)));
        Outcome outcome =
                Simulation.of(machine, workload)
                        .policy(
                                Policy.named("policy")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .placement(Placements.mesh())
                                        .build())
                        .reservation(kept("r", 1, 10, 20))
                        .explainWaits(true)
                        .run();
        assertThat(Objects.requireNonNull(outcome.waits()).of(0))
                .containsExactly(new Wait(12, 20, WaitReason.RESERVED, Wait.NOBODY, "r"));
    }

    private static Reservation kept(String name, int node, long from, long to) {
        return Reservation.of(name, "m", NodeSet.range(node, node), from, to, Set.of("them"));
    }

    /** Nodes 2 and 3 are kept from 10 to 20 for jobs of a group. */
    private static final Reservation COURSE =
            new Reservation(
                    "course",
                    "m",
                    NodeSet.range(2, 3),
                    List.of(new Opening(10, 20, 20)),
                    Set.of(),
                    Set.of(),
                    Set.of("course"),
                    0);

    private static Simulation played(Machine machine, Workload workload) {
        return Simulation.of(machine, workload)
                .policy(
                        Policy.named("policy")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .placement(Placements.firstFit())
                                .build())
                .checking(Checking.FULL);
    }

    private static Job in(String partition, long submit, int nodes, long run) {
        return new Job(submit, submit, nodes, run, run, "", "", partition);
    }

    private static final Workload OF_TWO_GROUPS =
            Workload.of("w", List.of(in("rest", 11, 3, 5), in("course", 12, 3, 5)));

    @Test
    void itMayBeForAResourceGroup() {
        // Both groups have all nodes. Who comes first waits until 20, the second does not.
        List<Partition> groups = new ArrayList<>();
        for (String name : List.of("rest", "course")) {
            groups.add(
                    new Partition(
                            name,
                            NodeSet.range(0, 3),
                            1,
                            4,
                            Long.MAX_VALUE,
                            Set.of(),
                            0,
                            Calendar.ALWAYS,
                            Tenure.WHOLE));
        }
        Machine machine =
                new Machine(
                        "m",
                        AllocationUnit.NODE,
                        new Flat(4),
                        List.of(new Pool("p", 0, 4, groups)));
        assertThat(told(played(machine, OF_TWO_GROUPS).reservation(COURSE)))
                .isEqualTo("20-25 on 0-2 | 12-17 on 0-2");
    }

    @Test
    void withoutGroupsThePartitionOfTheTraceCounts() {
        assertThat(told(played(Machine.flat("m", 4), OF_TWO_GROUPS).reservation(COURSE)))
                .isEqualTo("20-25 on 0-2 | 12-17 on 0-2");
    }

    @Test
    void whoRunsBeforeTheRunBeginsStaysAsWithIgnoreJobs() {
        // Two run on all nodes until 15, two of which are kept from 10 on. Those for whom they are
        // kept have to wait for that, the others until 20.
        assertThat(told(standing(3, 1).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("0-15 on 0-2 | 0-15 on 3 | 20-23 on 0-3 | 15-19 on 2-3");
        // Where there is room beside the kept nodes, they lie there.
        assertThat(told(standing(1, 1).reservation(kept(0, 1, 10, 20))))
                .isEqualTo("0-15 on 2 | 0-15 on 3 | 20-23 on 0-3 | 12-16 on 0-1");
    }

    /** Two jobs that run from 0 to 15; one of four nodes comes at 5, and one of two at 12. */
    private static Simulation standing(int first, int second) {
        WorkloadBuilder jobs = new WorkloadBuilder("w");
        jobs.add(job(0, 0, first, 15, "us"));
        jobs.standing(0, true);
        jobs.add(job(1, 0, second, 15, "us"));
        jobs.standing(0, true);
        jobs.add(job(2, 5, 4, 3, "us"));
        jobs.add(job(3, 12, 2, 4, "them"));
        return played(Machine.flat("m", 4), jobs.build());
    }

    @Test
    void everyBackfillKeepsIt() {
        for (Backfill backfill :
                List.of(
                        Backfills.none(),
                        Backfills.conservative(),
                        Backfills.depth(3),
                        Backfills.replan(),
                        Backfills.selective(2),
                        Backfills.slurm(),
                        Backfills.tcs(),
                        Backfills.shortest(),
                        Backfills.identityEasy())) {
            Simulation run =
                    run(backfill, 4, job(0, 0, 3, 11, "us")).reservation(kept(2, 3, 10, 20));
            assertThat(run.run().log().startMillis(0)).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void whatIsNotThereCannotBeReserved() {
        Simulation run = easy(4, job(0, 0, 1, 1, "us")).reservation(kept(2, 4, 10, 20));
        assertThatThrownBy(run::run)
                .hasMessageContaining("Reservation 'r' is of nodes 2-4, but 'm' has 4")
                .hasMessageContaining("\nMaybe ");
        Simulation other =
                easy(4, job(0, 0, 1, 1, "us"))
                        .reservation(Reservation.of("r", "n", NodeSet.range(0, 1), 1, 2, Set.of()));
        assertThatThrownBy(other::run).hasMessageContaining("machine 'n', but there is none");
    }
}
