package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.machine.Outage.Loss;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Recurrence;
import dandori.machine.Reservation;
import dandori.machine.Slowdown;
import dandori.machine.Tenure;
import dandori.metric.EventLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Simulation;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written down of a run beside jobs that come, start once and end, by hand. */
class EventRulesTest {

    private static final long DAY = 24 * 3_600_000L;

    private static Job job(long id, long submit, int nodes, long run) {
        return new Job(id, submit, nodes, run, run);
    }

    private static Simulation on(Machine machine, Backfill backfill, Job... jobs) {
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(Placements.firstFit())
                        .build();
        return Simulation.of(machine, Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL);
    }

    private static Simulation easy(int nodes, Job... jobs) {
        return on(Machine.flat("m", nodes), Backfills.easy(), jobs);
    }

    private static List<String> told(Simulation simulation) {
        EventLog log = Objects.requireNonNull(simulation.recordEvents(true).run().events());
        List<String> events = new ArrayList<>();
        log.read((atMillis, machine, kind, subject, nodes, detail) ->
                events.add(
                        String.join(
                                ",",
                                Long.toString(atMillis),
                                machine,
                                kind.text(),
                                subject,
                                Integer.toString(nodes),
                                detail)));
        assertThat(log.isEmpty()).isEqualTo(events.isEmpty());
        return events;
    }

    @Test
    void aRunInWhichNothingHappensHasNone() {
        assertThat(told(easy(4, job(7, 0, 2, 50)))).isEmpty();
        assertThat(told(easy(4).outage(new Outage(10, 20, 1)))).isEmpty(); // nobody ever comes
        assertThat(easy(4, job(7, 0, 2, 50)).run().events()).isNull();
    }

    @Test
    void aNodeBreaksUnderAJobThatStartsAgainAndIsRepaired() {
        Simulation hit = easy(4, job(7, 0, 2, 50));
        assertThat(told(hit.failures(machine -> Breaks.inTurn(Breaks.node(10, 1, 20)))))
                .containsExactly(
                        "10,m,node-down,1,1,node", "10,m,restart,7,2,failure", "30,m,node-up,1,1,");
    }

    @Test
    void ofNodesThatBreakTogetherThoseAreToldThatWereUp() {
        Failure both = new Failure(15, Breakage.SWITCH, NodeSet.range(1, 2), 20);
        Simulation hit = easy(4, job(7, 0, 4, 50), job(8, 50, 1, 1)).onFailure(OnFailure.FAIL);
        assertThat(told(hit.failures(machine -> Breaks.inTurn(Breaks.node(10, 1, 20), both))))
                .containsExactly(
                        "10,m,node-down,1,1,node",
                        "15,m,node-down,2,1,switch",
                        "30,m,node-up,1,1,",
                        "35,m,node-up,2,1,");
    }

    @Test
    void softwareTakesNoNodeButItsJobStartsAgain() {
        Failure software = new Failure(10, Breakage.SOFTWARE, NodeSet.range(1, 1), 0);
        Simulation hit = easy(2, job(7, 0, 2, 50));
        assertThat(told(hit.failures(machine -> Breaks.inTurn(software))))
                .containsExactly("10,m,restart,7,2,failure");
    }

    @Test
    void aPromiseIsBrokenWithWhenItWas() {
        for (long repair : new long[] {90, 91}) {
            Simulation late =
                    on(
                                    Machine.flat("m", 4),
                                    Backfills.conservative(),
                                    job(7, 0, 4, 100),
                                    job(8, 1, 4, 10))
                            .onFailure(OnFailure.FAIL)
                            .failures(machine -> Breaks.inTurn(Breaks.node(10, 0, repair)));
            List<String> broken =
                    told(late).stream().filter(one -> one.contains("promise")).toList();
            assertThat(broken)
                    .isEqualTo(repair == 90 ? List.of() : List.of("101,m,promise-broken,8,4,0.1"));
        }
    }

    @Test
    void anOutageTakesNodesFromAJobThatStartsAgain() {
        for (OnBegin onBegin : List.of(OnBegin.REQUEUE, OnBegin.KILL)) {
            Outage outage = new Outage(20, 60, 3).onBegin(onBegin).called("cleaning");
            List<String> told = told(easy(4, job(7, 0, 2, 50), job(8, 70, 1, 1)).outage(outage));
            assertThat(told.subList(0, 2))
                    .containsExactly(
                            "20,m,window-open,cleaning,3,maintenance", "20,m,preempt,7,2,outage");
            assertThat(told.subList(2, told.size()))
                    .isEqualTo(
                            onBegin == OnBegin.KILL
                                    ? List.of("60,m,window-close,cleaning,3,maintenance")
                                    : List.of(
                                            "60,m,window-close,cleaning,3,maintenance",
                                            "60,m,restart,7,2,outage"));
        }
    }

    @Test
    void whatWasOnBeforeHasItsOwnTimeAndWhatIsOnAfterwardsDoesNotEnd() {
        Simulation run =
                easy(4, job(7, 0, 2, 50), job(8, 50, 2, 50))
                        .outage(new Outage(-10, 0, 1))
                        .outage(new Outage(-10, 1, 1))
                        .outage(new Outage(99, 200, 1))
                        .outage(new Outage(101, 200, 1));
        assertThat(told(run))
                .containsExactly(
                        "-10,m,window-open,,1,maintenance",
                        "1,m,window-close,,1,maintenance",
                        "99,m,window-open,,1,maintenance");
    }

    @Test
    void capsBeginWithWhatTheyTakeAndEndWithNothing() {
        Simulation run =
                easy(4, job(7, 0, 1, 100), job(8, 100, 1, 1))
                        .outage(new Outage(10, 20, 2).because(Loss.IDLE).called("evening"))
                        .outage(new Outage(20, 30, 3).because(Loss.OFF))
                        .slowdown(new Slowdown(10, 20, "", 0.5, 100, "evening"));
        assertThat(told(run))
                .containsExactly(
                        "10,m,cap,evening,2,idle",
                        "10,m,cap,evening,4,speed 0.5",
                        "20,m,cap,evening,0,idle",
                        "20,m,cap,evening,0,speed 0.5",
                        "20,m,cap,,3,off",
                        "30,m,cap,,0,off");
    }

    @Test
    void anOutageOfAllPoolsIsOneOfTheirMachine() {
        Machine two =
                new Machine(
                        "m",
                        AllocationUnit.NODE,
                        new Flat(9),
                        List.of(new Pool("a", 0, 4), new Pool("b", 4, 5)));
        assertThat(
                        told(
                                on(two, Backfills.easy(), job(7, 0, 1, 50))
                                        .outage(Outage.whole(10, 20).onBegin(OnBegin.REQUEUE))))
                .containsExactly(
                        "10,m,window-open,,9,maintenance",
                        "10,m,preempt,7,1,outage",
                        "20,m,window-close,,9,maintenance",
                        "20,m,restart,7,1,outage");
    }

    @Test
    void twoEqualOutagesOfAllTakeAllAndNoMore() {
        Simulation run = easy(4, job(7, 0, 1, 5), job(8, 30, 1, 5));
        assertThat(told(run.outage(Outage.whole(10, 20)).outage(Outage.whole(10, 20))))
                .containsExactly(
                        "10,m,window-open,,4,maintenance", "20,m,window-close,,4,maintenance");
    }

    /** The first Saturday of 2026 is the third of January. */
    @Test
    void groupsOpenAndTakeTheirNodesAndReservationsToo() {
        Calendar saturday =
                new Calendar(
                        List.of(
                                new Recurrence(
                                        1, DayOfWeek.SATURDAY, 0, LocalTime.MIDNIGHT, DAY, DAY)),
                        true,
                        OnBegin.REQUEUE);
        Machine machine =
                new Machine(
                        "m",
                        AllocationUnit.NODE,
                        new Flat(4),
                        List.of(
                                new Pool(
                                        "all",
                                        0,
                                        4,
                                        List.of(
                                                group("any", Calendar.ALWAYS),
                                                group("large", saturday)))));
        Simulation run =
                on(machine, Backfills.easy(), job(7, 0, 1, 90), job(8, 4 * DAY, 1, 50))
                        .origin(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                        .reservation(
                                Reservation.of(
                                        "course", "m", NodeSet.range(1, 3), 100, DAY, Set.of()));
        assertThat(told(run))
                .containsExactly(
                        "100,m,window-open,course,3,reservation",
                        DAY + ",m,window-close,course,3,reservation",
                        2 * DAY + ",m,window-open,large,4,group",
                        3 * DAY + ",m,window-close,large,4,group");
    }

    private static Partition group(String name, Calendar calendar) {
        NodeSet all = NodeSet.range(0, 3);
        return new Partition(name, all, 1, 4, 9 * DAY, Set.of(), 0, calendar, Tenure.WHOLE);
    }
}
