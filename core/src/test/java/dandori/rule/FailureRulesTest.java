package dandori.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dandori.failure.Cause;
import dandori.failure.Execution;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.OnFailure;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when something breaks, by hand. */
class FailureRulesTest {

    @Test
    void aJobThatIsHitLosesItsWorkAndStartsAgainOnOtherNodes() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 2, 100, 50)), node(10, 1, 20)).checked().run();
        assertEquals(10, outcome.log().startMillis(0));
        assertEquals(60, outcome.log().endMillis(0));
        assertEquals("0 2", outcome.log().nodeSet(0).toString());
        assertEquals(10, outcome.log().lostMillis(0));
    }

    @Test
    void orItHasFailed() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 2, 100, 50)), node(10, 1, 20))
                        .simulation()
                        .onFailure(OnFailure.FAIL)
                        .run();
        assertEquals(JobState.FAILED, outcome.log().state(0));
        assertEquals(10, outcome.log().endMillis(0));
        assertEquals(10, outcome.log().lostMillis(0));
        assertEquals(1, outcome.summary().figures().failed());
    }

    @Test
    @Timeout(60)
    void aJobThatIsNeverLeftInPeaceForLongEnoughDoesNotKeepARunGoingForEver() {
        long hour = 3_600_000;
        Simulation simulation =
                simulation(1, job(1, 0, 1, 2 * hour, 2 * hour))
                        .window(new Window(0, hour))
                        .failures(machine -> every(hour));
        JobLog log = simulation.run().log();
        assertTrue(log.segmentsBefore(0).size() > 17_000); // two years of them
        assertTrue(log.endOfRunMillis() < 3 * 366 * 24 * hour);
    }

    private static Failures every(long gapMillis) {
        return new Failures() {
            private long at = gapMillis;

            @Override
            public long nextAtMillis() {
                return at;
            }

            @Override
            public Failure next() {
                at += gapMillis;
                return node(at - gapMillis, 0, 1);
            }
        };
    }

    @Test
    void softwareTakesNoNode() {
        Failure software = new Failure(10, Cause.SOFTWARE, NodeSet.range(1, 1), 0);
        Outcome outcome = play(simulation(2, job(1, 0, 2, 100, 50)), software).checked().run();
        assertEquals(10, outcome.log().startMillis(0));
    }

    @Test
    void nodesThatAreDownDoNotServe() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 1, 100, 100)), node(10, 3, 20))
                        .simulation()
                        .window(new Window(0, 100))
                        .run();
        assertEquals(100.0 / (400 - 20), outcome.summary().utilization(), 1e-12);
    }

    @Test
    void aHeadThatCannotFitWhileNodesAreDownHoldsNobodyUp() {
        Outcome outcome =
                play(
                                simulation(4, job(1, 20, 4, 100, 50), job(2, 21, 1, 1_000, 10)),
                                node(10, 3, 100))
                        .checked()
                        .run();
        assertEquals(21, outcome.log().startMillis(1));
        assertEquals(110, outcome.log().startMillis(0));
    }

    @Test
    void aNodeRepairedDuringAnOutageComesBackWithTheOthers() {
        Outcome outcome =
                play(simulation(4, job(1, 16, 1, 6, 6), job(2, 24, 4, 10, 10)), node(15, 3, 10))
                        .simulation()
                        .outage(new Outage(20, 30, 4))
                        .window(new Window(0, 50))
                        .run();
        assertEquals(30, outcome.log().startMillis(0)); // it would run into the outage
        assertEquals(36, outcome.log().startMillis(1));
        double inService = 4 * 50 - 4 * 10 - 5; // the node is down for five before the outage
        assertEquals((6 + 40) / inService, outcome.summary().utilization(), 1e-12);
    }

    @Test
    void aNodeThatIsStillDownAfterAnOutageComesBackLater() {
        Outcome outcome =
                play(simulation(4, job(1, 16, 3, 8, 8), job(2, 24, 4, 10, 10)), node(15, 3, 25))
                        .simulation()
                        .outage(new Outage(20, 30, 4))
                        .window(new Window(0, 50))
                        .run();
        assertEquals(30, outcome.log().startMillis(0));
        assertEquals(40, outcome.log().startMillis(1));
        double inService = 4 * 50 - 4 * 10 - 5 - 10;
        assertEquals((24 + 40) / inService, outcome.summary().utilization(), 1e-12);
    }

    @Test
    void nodesWithoutPlacesCannotBreak() {
        Simulation counted =
                Simulation.of(Machine.flat("m", 4), workload(job(1, 0, 2, 100, 50)))
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .build())
                        .failures(machine -> inTurn(node(10, 1, 20)));
        assertTrue(
                assertThrows(IllegalStateException.class, counted::run)
                        .getMessage()
                        .contains("places by count"));
        Simulation early = simulation(4, job(1, 0, 2, 100, 50)).conventions(Conventions.SC15);
        early.failures(machine -> inTurn(node(10, 1, 20)));
        assertThrows(IllegalStateException.class, early::run);
    }

    @Test
    void aJobThatCanGoesOnWithItsSpareAndKeepsTheNodeThatIsDown() {
        List<String> told = new ArrayList<>();
        Workload workload = workload(job(1, 0, 3, 100, 50), job(2, 5, 2, 100, 10));
        Simulation simulation =
                Simulation.of(
                                List.of(Machine.flat("m", 4)),
                                () -> new Enduring(workload.source(), 3, told))
                        .policy(firstFit())
                        .window(new Window(0, 100))
                        .failures(machine -> inTurn(node(10, 1, 30), node(20, 0, 60)))
                        .checking(Checking.FULL);
        JobLog log = simulation.run().log();
        assertEquals(57, log.endMillis(0)); // each time seven later
        assertEquals(3, log.lostMillis(0));
        assertEquals(57, log.startMillis(1)); // two are free then, node 0 is not
        assertEquals("1-2", log.nodeSet(1).toString());
        assertEquals(
                List.of(
                        "begin 0 on 0-2 at 0",
                        "hit 0 on 1 at 10",
                        "hit 0 on 0 at 20",
                        "back 0 on 1 at 40",
                        "end 0 at 57"),
                told);
    }

    @Test
    void aJobThatSaysItHasLostNothingHasLostNothingWhenItGoesBackToTheQueue() {
        JobSource source = workload(job(1, 0, 3, 100, 50)).source();
        JobLog log =
                Simulation.of(
                                List.of(Machine.flat("m", 4)),
                                () -> new Enduring(source, 0, new ArrayList<>()))
                        .policy(firstFit())
                        .window(new Window(0, 200))
                        .outage(new Outage(10, 30, 4).onBegin(Calendar.OnBegin.REQUEUE))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertEquals(10, log.segmentsBefore(0).get(0).lengthMillis());
        assertEquals(0, log.lostMillis(0));
    }

    @Test
    void whoIsDownWhenAllAreToLeaveIsNotForeseenToComeBackWithThem() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 1, 8, 8), job(2, 15, 2, 10, 10)), node(5, 3, 100))
                        .checked()
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.identityEasy())
                                        .placement(Placements.firstFit())
                                        .build())
                        .outage(new Outage(10, 30, 4))
                        .run();
        assertEquals(30, outcome.log().startMillis(1));
        assertEquals("0-1", outcome.log().nodeSet(1).toString());
    }

    /** Row 0 has nodes 0 and 1, the latter down; with node 2, which is free, that makes three. */
    @Test
    void aNodeThatIsDownUnderAJobMakesWayForAnOutageAsWellAsOthers() {
        Workload workload = workload(job(1, 0, 2, 100, 50), job(2, 0, 1, 100, 50));
        Failure early = new Failure(0, Cause.SWITCH, NodeSet.range(0, 2), 5);
        JobLog log =
                Simulation.of(
                                List.of(Machine.flat("m", 4)),
                                () -> new Enduring(workload.source(), 0, new ArrayList<>()))
                        .policy(firstFit())
                        .window(new Window(0, 200))
                        .failures(machine -> inTurn(early, node(10, 1, 30)))
                        .outage(new Outage(20, 30, 3).onBegin(Calendar.OnBegin.REQUEUE))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertEquals(20, log.segmentsBefore(0).get(0).endMillis());
        assertEquals(0, log.startMillis(1));
        assertEquals(50, log.endMillis(1));
    }

    @Test
    void whoIsEndedForAnotherDoesNotGiveItNodesThatAreDown() {
        NodeSet all = NodeSet.range(0, 3);
        Pool pool = new Pool("p", 0, 4, List.of(group("early", all, 0), group("spot", all, 1)));
        Workload workload =
                workload(
                        new Job(1, 0, 3, 100, 50, "u", "o", "spot"),
                        new Job(2, 20, 3, 100, 10, "u", "o", "early"));
        Machine machine = new Machine("m", AllocationUnit.NODE, new Flat(4), List.of(pool));
        JobLog log =
                Simulation.of(
                                List.of(machine),
                                () -> new Enduring(workload.source(), 0, new ArrayList<>()))
                        .policy(firstFit())
                        .window(new Window(0, 200))
                        .failures(same -> inTurn(node(10, 1, 30)))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertEquals(20, log.startMillis(1));
        assertEquals("0 2-3", log.nodeSet(1).toString());
        assertEquals(JobState.PREEMPTED, log.state(0));
    }

    /** 4 nodes, all of which job 1 has until 100; so job 2, which asks for all, is promised 100. */
    @Test
    void aPromiseIsBrokenOnlyIfTheJobStartsLaterThanItWasPromised() {
        for (long repair : new long[] {50, 90, 91}) {
            Outcome outcome =
                    play(
                                    simulation(4, job(1, 0, 4, 100, 100), job(2, 1, 4, 10, 10)),
                                    node(10, 0, repair))
                            .checked()
                            .policy(conservative())
                            .onFailure(OnFailure.FAIL)
                            .run();
            assertEquals(10 + repair, outcome.log().startMillis(1));
            assertEquals(repair > 90 ? 1 : 0, outcome.brokenPromises());
        }
    }

    /** Until it is known that a node has broken with job 1, job 2 could be promised the time. */
    @Test
    void nobodyIsPromisedNodesThatBreakWithTheJobThatEnds() {
        Outcome outcome =
                play(
                                simulation(
                                        4,
                                        job(1, 0, 3, 50, 50),
                                        job(2, 0, 1, 100, 100),
                                        job(3, 1, 3, 10, 10)),
                                node(10, 0, 30))
                        .checked()
                        .policy(conservative())
                        .onFailure(OnFailure.FAIL)
                        .run();
        assertEquals(40, outcome.log().startMillis(2)); // promised 50 before
        assertEquals(0, outcome.brokenPromises());
    }

    /** Down from 5 on; of the ten, nine leave at 100. */
    @Test
    void aNodeThatAnOutageFindsDownIsPromisedFromItsEndOn() {
        for (long repaired : new long[] {150, 250}) {
            Outcome outcome =
                    play(simulation(10, job(1, 50, 10, 60, 60)), node(5, 9, repaired - 5))
                            .checked()
                            .policy(conservative())
                            .outage(new Outage(100, 200, 10))
                            .window(new Window(0, 100))
                            .run();
            assertEquals(Math.max(200, repaired), outcome.log().startMillis(0));
            assertEquals(repaired > 200 ? 1 : 0, outcome.brokenPromises());
        }
    }

    private static Policy conservative() {
        return Policy.named("p")
                .order(Orders.fcfs())
                .backfill(Backfills.conservative())
                .placement(Placements.firstFit())
                .build();
    }

    private static Partition group(String name, NodeSet nodes, int tier) {
        Tenure tenure = tier > 0 ? new Tenure(5) : Tenure.WHOLE;
        return new Partition(
                name, nodes, 1, 4, 1_000, Set.of(), tier, Calendar.ALWAYS, tenure, false);
    }

    @Test
    void aJobThatIsHeldWaitsForAnotherAndMayLeave() {
        Workload workload =
                workload(job(1, 0, 1, 100, 50), job(2, 5, 1, 100, 10), job(3, 6, 1, 100, 10));
        JobSource plain = workload.source();
        boolean[] isOver = new boolean[1];
        JobSource holding =
                new Passing(plain) {
                    @Override
                    public boolean isHeld(int job) {
                        return job > 0 && !isOver[0];
                    }

                    @Override
                    public boolean isWithdrawn(int job) {
                        return job == 2 && isOver[0];
                    }

                    @Override
                    public void jobLeft(int job, long nowMillis) {
                        isOver[0] |= job == 0;
                    }
                };
        JobLog log =
                Simulation.of(List.of(Machine.flat("m", 4)), () -> holding)
                        .policy(firstFit())
                        .window(new Window(0, 100))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertEquals(50, log.startMillis(1));
        assertEquals(JobState.CANCELLED, log.state(2));
    }

    private static Policy firstFit() {
        return Policy.named("p")
                .order(Orders.fcfs())
                .backfill(Backfills.easy())
                .placement(Placements.firstFit())
                .build();
    }

    private static Workload workload(Job... jobs) {
        return Workload.of("w", List.of(jobs));
    }

    private static Job job(long id, long submit, int nodes, long limit, long run) {
        return new Job(id, submit, nodes, limit, run);
    }

    private static Failure node(long at, int node, long repair) {
        return new Failure(at, Cause.NODE, NodeSet.range(node, node), repair);
    }

    private static Simulation simulation(int nodes, Job... jobs) {
        return Simulation.of(Machine.flat("m", nodes), workload(jobs)).policy(firstFit());
    }

    private static Broken play(Simulation simulation, Failure... failures) {
        return new Broken(simulation.failures(machine -> inTurn(failures)));
    }

    private record Broken(Simulation simulation) {
        Simulation checked() {
            return simulation.checking(Checking.FULL);
        }
    }

    private static Failures inTurn(Failure... failures) {
        Iterator<Failure> all = List.of(failures).iterator();
        return new Failures() {
            private Failure next = all.hasNext() ? all.next() : null;

            @Override
            public long nextAtMillis() {
                return next == null ? Long.MAX_VALUE : next.atMillis();
            }

            @Override
            public Failure next() {
                Failure now = next;
                next = all.hasNext() ? all.next() : null;
                return now;
            }
        };
    }

    /** Passes everything on to another. */
    private abstract static class Passing implements JobSource {
        private final JobSource other;

        Passing(JobSource other) {
            this.other = other;
        }

        @Override
        public Jobs jobs() {
            return other.jobs();
        }

        @Override
        public List<String> partitions() {
            return other.partitions();
        }

        @Override
        public long runMillis(int job) {
            return other.runMillis(job);
        }

        @Override
        public long nextSubmitMillis() {
            return other.nextSubmitMillis();
        }

        @Override
        public int next() {
            return other.next();
        }
    }

    /** Job 0 outlives what breaks, and goes on for 7 ms longer each time. */
    private static final class Enduring extends Passing implements Execution {
        private final long lostMillis;
        private final List<String> told;
        private long end;

        Enduring(JobSource other, long lostMillis, List<String> told) {
            super(other);
            this.lostMillis = lostMillis;
            this.told = told;
        }

        @Override
        public boolean executes(int job) {
            return job == 0;
        }

        @Override
        public long begin(int job, NodeSet nodes, long nowMillis) {
            told.add("begin %d on %s at %d".formatted(job, nodes, nowMillis));
            end = nowMillis + 43;
            return 43;
        }

        @Override
        public long hit(int job, NodeSet lost, long nowMillis) {
            told.add("hit %d on %s at %d".formatted(job, lost, nowMillis));
            end += 7;
            return end - nowMillis;
        }

        @Override
        public void repaired(int job, NodeSet back, long nowMillis) {
            told.add("back %d on %s at %d".formatted(job, back, nowMillis));
        }

        @Override
        public long end(int job, long nowMillis) {
            told.add("end %d at %d".formatted(job, nowMillis));
            return lostMillis;
        }
    }
}
