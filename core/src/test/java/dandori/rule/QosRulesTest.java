package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.metric.SentBack;
import dandori.policy.Admission;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Preemptive;
import dandori.policy.limit.LentQuota;
import dandori.policy.limit.Reclaim;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.policy.preemption.ByQos;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who makes way for whom, by hand, under EASY. */
class QosRulesTest {

    private static final Qos URGENT =
            Qos.named("urgent").priority(1).preempts(Set.of(QosTable.DEFAULT));
    private static final Qos SPOT = Qos.named("spot");

    private static Job job(long id, long submit, int nodes, long run, String organization) {
        return new Job(id, submit, nodes, run, run, "", organization, "");
    }

    private static JobLog play(int nodes, Preemption preemption, Job... jobs) {
        return play(Machine.flat("m", nodes), preemption, jobs);
    }

    private static JobLog play(Machine machine, Preemption preemption, Job... jobs) {
        return Simulation.of(machine, Workload.of("w", List.of(jobs)))
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .placement(Placements.firstFit())
                                .admission(
                                        preemption instanceof Reclaim
                                                ? new LentQuota()
                                                : Admission.OPEN)
                                .preemption(preemption)
                                .build())
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private static ByQos qos(Qos... all) {
        return new ByQos(
                new QosTable(
                        List.of(all), Map.of(), Map.of(), Map.of("met", "urgent", "lab", "spot")));
    }

    private static String stays(JobLog log, int job) {
        StringBuilder text = new StringBuilder();
        for (Segment one : log.segmentsBefore(job)) {
            text.append(one.startMillis()).append('-').append(one.endMillis()).append(' ');
        }
        return text.append(log.startMillis(job)).append('-').append(log.endMillis(job)).toString();
    }

    @Test
    void anUrgentJobTakesTheNodesOfThoseThatStartedLast() {
        JobLog log =
                play(
                        6,
                        qos(URGENT, SPOT),
                        job(1, 0, 2, 100, ""),
                        job(2, 10, 2, 100, ""),
                        job(3, 20, 2, 100, ""),
                        job(4, 50, 4, 10, "met"));
        // 2 and 3 make way and begin anew at 60, when 4 has ended
        assertThat(stays(log, 0)).isEqualTo("0-100");
        assertThat(stays(log, 1)).isEqualTo("10-50 60-160");
        assertThat(stays(log, 2)).isEqualTo("20-50 60-160");
        assertThat(stays(log, 3)).isEqualTo("50-60");
        assertThat(log.lostMillis(1)).isEqualTo(40);
        assertThat(log.waitMillis(1)).isEqualTo(10);
    }

    @Test
    void whoIsNoUseIsSpared() {
        JobLog log =
                play(
                        5,
                        qos(URGENT, SPOT),
                        job(1, 0, 4, 100, ""),
                        job(2, 10, 1, 100, ""),
                        job(3, 50, 4, 10, "met"),
                        job(4, 55, 6, 10, "met"));
        // 2 started last, but without 1 the nodes of 2 are not needed
        assertThat(stays(log, 0)).isEqualTo("0-50 60-160");
        assertThat(stays(log, 1)).isEqualTo("10-110");
        assertThat(log.state(3)).isEqualTo(JobState.REJECTED);
    }

    @Test
    void nobodyMakesWayForOneThatDoesNotFitThen() {
        JobLog log =
                play(
                        4,
                        qos(URGENT, SPOT),
                        job(1, 0, 2, 120, "met"),
                        job(2, 10, 2, 100, ""),
                        job(3, 50, 4, 10, "met"));
        assertThat(stays(log, 1)).isEqualTo("10-110");
        assertThat(stays(log, 2)).isEqualTo("120-130");
    }

    @Test
    void spotWorkGoesFirstAndOnlyOnceItHasHadItsTime() {
        Qos spot = SPOT.priority(-1).yielding().mode(PreemptMode.CHECKPOINT).times(30, 10, 3);
        JobLog log =
                play(
                        2,
                        qos(URGENT, spot),
                        job(1, 0, 1, 100, "lab"),
                        job(2, 5, 1, 100, ""),
                        job(3, 10, 1, 20, ""),
                        job(4, 120, 1, 20, "met"));
        // 1 is safe until 30; then it has 3 checkpoints behind it. It goes on at 50, with 70 to do
        // and 3 to go on, behind nobody.
        assertThat(stays(log, 0)).isEqualTo("0-30 50-123");
        assertThat(log.lostMillis(0)).isEqualTo(3);
        assertThat(stays(log, 2)).isEqualTo("30-50");
        assertThat(stays(log, 3)).isEqualTo("120-140"); // 2 has ended by 105
    }

    @Test
    void aLenderTakesBackWhatIsBorrowedAndNoMore() {
        JobLog log =
                play(
                        8,
                        new Reclaim(Reclaim.Terms.PLAIN),
                        job(1, 0, 2, 100, "a"),
                        job(2, 1, 2, 100, "a"),
                        job(3, 2, 2, 100, "a"), // borrowed
                        job(4, 3, 2, 100, "a"), // borrowed
                        job(5, 50, 2, 10, "b"),
                        job(6, 52, 2, 10, "b"),
                        job(7, 54, 2, 10, "b")); // beyond its share while 5 and 6 run
        assertThat(stays(log, 0)).isEqualTo("0-100");
        assertThat(stays(log, 1)).isEqualTo("1-101");
        assertThat(stays(log, 4)).isEqualTo("50-60");
        assertThat(stays(log, 5)).isEqualTo("52-62");
        assertThat(log.segmentsBefore(3).get(0).endMillis()).isEqualTo(50);
        assertThat(log.segmentsBefore(3).get(0).why()).isEqualTo(SentBack.PREEMPTION);
        assertThat(log.segmentsBefore(2).get(0).endMillis()).isEqualTo(52);
        assertThat(log.segmentsBefore(0)).isEmpty();
    }

    @Test
    void noBackfillTakesWhatLiesWithinItsShare() {
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(new Preemptive(true, 0))
                        .preemption(new Reclaim(Reclaim.Terms.PLAIN))
                        .build();
        Workload workload =
                Workload.of(
                        "w",
                        List.of(
                                job(1, 0, 2, 30, "a"),
                                job(2, 10, 4, 10, "b"),
                                job(3, 20, 2, 30, "a")));
        JobLog log =
                Simulation.of(Machine.flat("m", 4), workload)
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        // From 30 on 3 is within its share, so 2 comes after it, though it ranks before; else the
        // two would take from each other for ever.
        assertThat(stays(log, 2)).isEqualTo("20-50");
        assertThat(stays(log, 1)).isEqualTo("50-60");
    }

    @Test
    void whatIsLentIsGuaranteedForATime() {
        JobLog log =
                play(
                        4,
                        new Reclaim(new Reclaim.Terms(60, true, 0, 0)),
                        job(1, 0, 4, 100, "a"),
                        job(2, 10, 2, 10, "b"));
        assertThat(stays(log, 1)).isEqualTo("60-70");
        assertThat(stays(log, 0)).isEqualTo("0-60 70-110");
        assertThat(log.lostMillis(0)).isZero();
    }

    @Test
    void whoHasHadItsMinimumIsEndedForAnybodyWhateverItsQuality() {
        Request minimum = new Request(null, null, 10);
        JobLog log =
                play(
                        2,
                        qos(URGENT, SPOT),
                        new Job(1, 0, 2, 100, 100, "", "met", "", minimum),
                        job(2, 1, 2, 5, ""));
        // the plan of 2 is that 1 has ended at 10, so it must have
        assertThat(stays(log, 0)).isEqualTo("0-10");
        assertThat(log.state(0)).isEqualTo(JobState.PREEMPTED);
        assertThat(stays(log, 1)).isEqualTo("10-15");
    }

    @Test
    void spotJobsOfOneGroupAreNotEndedForABetterQuality() {
        Partition spot =
                new Partition(
                        "spot",
                        NodeSet.range(0, 1),
                        1,
                        2,
                        1_000,
                        Set.of(),
                        1,
                        Calendar.ALWAYS,
                        new Tenure(10));
        Pool pool = new Pool("all", 0, 2, List.of(spot));
        Machine machine = new Machine("m", AllocationUnit.NODE, new Flat(2), List.of(pool));
        Qos urgent = Qos.named("urgent").priority(1);
        JobLog log =
                play(
                        machine,
                        qos(urgent, SPOT),
                        new Job(1, 0, 2, 100, 100, "", "", "spot"),
                        new Job(2, 1, 2, 5, 5, "", "", "spot"),
                        new Job(3, 2, 2, 5, 5, "", "met", "spot"));
        // 3 passes 2, but takes nothing: only jobs of an earlier group end spot jobs
        assertThat(stays(log, 0)).isEqualTo("0-100");
        assertThat(stays(log, 2)).isEqualTo("100-105");
        assertThat(stays(log, 1)).isEqualTo("105-110");
    }

    @Test
    void aQualityTakesFromSmallerPrioritiesOnly() {
        assertThatThrownBy(() -> qos(Qos.named("urgent").preempts(Set.of("spot")), SPOT))
                .hasMessage("'urgent' is to preempt 'spot', which has no smaller priority.");
        assertThatThrownBy(() -> qos(URGENT)).hasMessage("There is no quality of service 'spot'.");
    }
}
