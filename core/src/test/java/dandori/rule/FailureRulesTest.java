package dandori.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dandori.failure.Breakage;
import dandori.failure.Execution;
import dandori.failure.Failure;
import dandori.interconnect.Flat;
import dandori.job.Communication;
import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Pattern;
import dandori.job.Request;
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
import dandori.metric.SentBack;
import dandori.metric.Window;
import dandori.network.NetworkModel;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when something breaks, by hand. */
class FailureRulesTest {

    @Test
    void aJobThatIsHitLosesItsWorkAndStartsAgainOnOtherNodes() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 2, 100, 50)), Breaks.node(10, 1, 20)).checked().run();
        assertEquals(10, outcome.log().startMillis(0));
        assertEquals(60, outcome.log().endMillis(0));
        assertEquals("0 2", outcome.log().nodeSet(0).toString());
        assertEquals(10, outcome.log().lostMillis(0));
    }

    @Test
    void orItHasFailed() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 2, 100, 50)), Breaks.node(10, 1, 20))
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
                        .failures(machine -> Breaks.every(hour));
        JobLog log = simulation.run().log();
        assertTrue(log.segmentsBefore(0).size() > 17_000); // two years of them
        assertTrue(log.segmentsBefore(0).stream().allMatch(one -> one.why() == SentBack.FAILURE));
        assertTrue(log.endOfRunMillis() < 3 * 366 * 24 * hour);
    }

    @Test
    void softwareTakesNoNode() {
        Failure software = new Failure(10, Breakage.SOFTWARE, NodeSet.range(1, 1), 0);
        Outcome outcome = play(simulation(2, job(1, 0, 2, 100, 50)), software).checked().run();
        assertEquals(10, outcome.log().startMillis(0));
    }

    @Test
    void nodesThatAreDownDoNotServe() {
        Outcome outcome =
                play(simulation(4, job(1, 0, 1, 100, 100)), Breaks.node(10, 3, 20))
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
                                Breaks.node(10, 3, 100))
                        .checked()
                        .run();
        assertEquals(21, outcome.log().startMillis(1));
        assertEquals(110, outcome.log().startMillis(0));
    }

    @Test
    void aNodeRepairedDuringAnOutageComesBackWithTheOthers() {
        Simulation simulation = simulation(4, job(1, 16, 1, 6, 6), job(2, 24, 4, 10, 10));
        Outcome outcome = aroundAnOutage(simulation, Breaks.node(15, 3, 10));
        assertEquals(30, outcome.log().startMillis(0)); // it would run into the outage
        assertEquals(36, outcome.log().startMillis(1));
        double inService = 4 * 50 - 4 * 10 - 5; // the node is down for five before the outage
        assertEquals((6 + 40) / inService, outcome.summary().utilization(), 1e-12);
    }

    @Test
    void aNodeThatIsStillDownAfterAnOutageComesBackLater() {
        Simulation simulation = simulation(4, job(1, 16, 3, 8, 8), job(2, 24, 4, 10, 10));
        Outcome outcome = aroundAnOutage(simulation, Breaks.node(15, 3, 25));
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
                        .failures(machine -> Breaks.inTurn(Breaks.node(10, 1, 20)));
        assertTrue(
                assertThrows(IllegalStateException.class, counted::run)
                        .getMessage()
                        .contains("places by count"));
        Simulation early = simulation(4, job(1, 0, 2, 100, 50)).conventions(Conventions.SC15);
        early.failures(machine -> Breaks.inTurn(Breaks.node(10, 1, 20)));
        assertThrows(IllegalStateException.class, early::run);
    }

    @Test
    void aJobThatCanGoesOnWithItsSpareAndKeepsTheNodeThatIsDown() {
        List<String> told = new ArrayList<>();
        Workload workload = workload(job(1, 0, 3, 100, 50), job(2, 5, 2, 100, 10));
        Simulation simulation =
                checked(() -> new Enduring(workload.source(), 3, told))
                        .window(new Window(0, 100))
                        .failures(machine ->
                                Breaks.inTurn(Breaks.node(10, 1, 30), Breaks.node(20, 0, 60)));
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
    void aJobThatGoesOnIsToldOfAsBegunAgainInItsPlace() {
        Workload workload = workload(job(1, 0, 3, 100, 50));
        List<String> told = new ArrayList<>();
        Simulation simulation =
                checked(() -> new Enduring(workload.source()))
                        .window(new Window(0, 100))
                        .recordEvents(true)
                        .failures(machine -> Breaks.inTurn(Breaks.node(10, 1, 30)));
        Objects.requireNonNull(simulation.run().events())
                .read((atMillis, machine, kind, subject, nodes, detail) ->
                        told.add(atMillis + " " + kind.text() + " " + nodes + detail));
        assertEquals(List.of("10 node-down 1node", "10 restart 3in place", "40 node-up 1"), told);
    }

    @Test
    void theNetworkDoesNotMoveTheEndOfAJobThatSaysHowLongItRuns() {
        Request talks = new Request(null, new Communication(Pattern.RING_ALL_REDUCE, 1e9), 0);
        Workload workload = workload(new Job(1, 0, 4, 500, 50, "", "", "", talks));
        JobLog log =
                checked(() -> new Enduring(workload.source()))
                        .window(new Window(0, 100))
                        .network(new HalfSpeed())
                        .failures(same -> Breaks.inTurn(Breaks.node(10, 1, 30)))
                        .run()
                        .log();
        assertEquals(50, log.endMillis(0)); // 43 and 7 more
        assertEquals(0, log.stalledMillis(0));
    }

    @Test
    void aJobThatSaysItHasLostNothingHasLostNothingWhenItGoesBackToTheQueue() {
        JobSource source = workload(job(1, 0, 3, 100, 50)).source();
        JobLog log =
                checked(() -> new Enduring(source))
                        .window(new Window(0, 200))
                        .outage(new Outage(10, 30, 4).onBegin(Calendar.OnBegin.REQUEUE))
                        .run()
                        .log();
        assertEquals(10, log.segmentsBefore(0).get(0).lengthMillis());
        assertEquals(0, log.lostMillis(0));
    }

    @Test
    void whoIsDownWhenAllAreToLeaveIsNotForeseenToComeBackWithThem() {
        Outcome outcome =
                play(
                                simulation(4, job(1, 0, 1, 8, 8), job(2, 15, 2, 10, 10)),
                                Breaks.node(5, 3, 100))
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
        Failure early = new Failure(0, Breakage.SWITCH, NodeSet.range(0, 2), 5);
        JobLog log =
                checked(() -> new Enduring(workload.source()))
                        .window(new Window(0, 200))
                        .failures(machine -> Breaks.inTurn(early, Breaks.node(10, 1, 30)))
                        .outage(new Outage(20, 30, 3).onBegin(Calendar.OnBegin.REQUEUE))
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
                Simulation.of(List.of(machine), () -> new Enduring(workload.source()))
                        .policy(firstFit())
                        .window(new Window(0, 200))
                        .failures(same -> Breaks.inTurn(Breaks.node(10, 1, 30)))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertEquals(20, log.startMillis(1));
        assertEquals("0 2-3", log.nodeSet(1).toString());
        assertEquals(JobState.PREEMPTED, log.state(0));
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
                    public void jobLeft(int job, JobState state, long nowMillis) {
                        isOver[0] |= job == 0;
                    }
                };
        JobLog log = checked(() -> holding).window(new Window(0, 100)).run().log();
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

    private static Simulation simulation(int nodes, Job... jobs) {
        return Simulation.of(Machine.flat("m", nodes), workload(jobs)).policy(firstFit());
    }

    /** Four nodes of jobs of a source's own, under full checking. */
    private static Simulation checked(Supplier<JobSource> source) {
        return Simulation.of(List.of(Machine.flat("m", 4)), source)
                .policy(firstFit())
                .checking(Checking.FULL);
    }

    /** All four nodes are out from 20 to 30, and what breaks does so amid it. */
    private static Outcome aroundAnOutage(Simulation simulation, Failure failure) {
        return play(simulation, failure)
                .simulation()
                .outage(new Outage(20, 30, 4))
                .window(new Window(0, 50))
                .run();
    }

    private static Broken play(Simulation simulation, Failure... failures) {
        return new Broken(simulation.failures(machine -> Breaks.inTurn(failures)));
    }

    private record Broken(Simulation simulation) {
        Simulation checked() {
            return simulation.checking(Checking.FULL);
        }
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

    /** Slows whoever talks. */
    private static final class HalfSpeed implements NetworkModel {
        private final List<Integer> fresh = new ArrayList<>();

        @Override
        public NetworkModel forRun(Machine machine) {
            return new HalfSpeed();
        }

        @Override
        public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
            fresh.add(job);
        }

        @Override
        public void ended(int job) {}

        @Override
        public void changes(Listener listener) {
            fresh.forEach(job -> listener.speed(job, 0.5));
            fresh.clear();
        }
    }

    /** Job 0 outlives what breaks, and goes on for 7 ms longer each time. */
    private static final class Enduring extends Passing implements Execution {
        private final long lostMillis;
        private final List<String> told;
        private long end;

        Enduring(JobSource other) {
            this(other, 0, new ArrayList<>());
        }

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
