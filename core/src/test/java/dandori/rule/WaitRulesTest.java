package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.Verdict;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.wait.Wait;
import dandori.wait.WaitReason;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What jobs wait for, by hand. */
class WaitRulesTest {

    /** Four nodes: the first job has two until 10, the second wants all, the others one. */
    private static final List<Job> FOUR =
            List.of(
                    new Job(1, 0, 2, 10, 10),
                    new Job(2, 1, 4, 10, 10),
                    new Job(3, 2, 1, 8, 8),
                    new Job(4, 3, 1, 11, 11));

    private static Simulation simulation(Backfill backfill, Admission admission) {
        return Simulation.of(Machine.flat("m", 4), Workload.of("w", FOUR))
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(backfill)
                                .admission(admission)
                                .build())
                .explainWaits(true);
    }

    private static List<Wait> waits(int job, Simulation simulation) {
        return Objects.requireNonNull(simulation.run().waits()).of(job);
    }

    @Test
    void nobodyMayOvertake() {
        Simulation run = simulation(Backfills.none(), Admission.OPEN);

        assertThat(waits(0, run)).isEmpty();
        assertThat(waits(1, run)).containsExactly(new Wait(1, 10, WaitReason.NODES, Wait.NOBODY));
        assertThat(waits(2, run))
                .containsExactly(
                        new Wait(2, 10, WaitReason.ORDER, 1),
                        new Wait(10, 20, WaitReason.NODES, Wait.NOBODY));
    }

    @Test
    void underEasyNodesAreKeptForTheHead() {
        Simulation run = simulation(Backfills.easy(), Admission.OPEN);

        assertThat(waits(2, run)).isEmpty();
        assertThat(waits(3, run))
                .containsExactly(
                        new Wait(3, 10, WaitReason.RESERVED, 1),
                        new Wait(10, 20, WaitReason.NODES, Wait.NOBODY));
    }

    @Test
    void underConservativeForThoseWithAPromise() {
        Simulation run = simulation(Backfills.conservative(), Admission.OPEN);

        assertThat(waits(3, run))
                .containsExactly(
                        new Wait(3, 10, WaitReason.RESERVED, Wait.NOBODY),
                        new Wait(10, 20, WaitReason.NODES, Wait.NOBODY));
    }

    @Test
    void anAdmissionSaysWhy() {
        Admission share =
                (job, now) -> job == 2 && now.nowMillis() < 10 ? Verdict.SHARE : Verdict.ELIGIBLE;
        Simulation run = simulation(Backfills.none(), share);

        assertThat(waits(2, run))
                .containsExactly(
                        new Wait(2, 10, WaitReason.SHARE, Wait.NOBODY),
                        new Wait(10, 20, WaitReason.NODES, Wait.NOBODY));
    }

    @Test
    void aPlannedLossIsWaitedFor() {
        Simulation run =
                simulation(Backfills.none(), Admission.OPEN)
                        .outage(Outage.whole(8, 30).called("upgrade"));

        assertThat(waits(0, run))
                .as("it would run until 10")
                .containsExactly(
                        new Wait(0, 8, WaitReason.MAINTENANCE, Wait.NOBODY, "upgrade"),
                        nodes(8, 30));
    }

    private static Wait nodes(long from, long to) {
        return new Wait(from, to, WaitReason.NODES, Wait.NOBODY);
    }

    @Test
    void whoGoesBackToTheQueueWaitsTwice() {
        Outage sudden = Outage.whole(5, 30).onBegin(OnBegin.REQUEUE);
        Outcome outcome = simulation(Backfills.none(), Admission.OPEN).outage(sudden).run();
        JobLog log = outcome.log();
        long sum =
                Objects.requireNonNull(outcome.waits()).of(0).stream()
                        .mapToLong(Wait::lengthMillis)
                        .sum();

        assertThat(log.segmentsBefore(0)).hasSize(1);
        assertThat(outcome.waits().of(0)).containsExactly(nodes(5, 30));
        assertThat(sum).isEqualTo(log.waitMillis(0));
    }

    @Test
    void underOtherConventionsPartsAddUpToo() {
        for (int seed = 0; seed < 100; seed++) {
            World world = Worlds.ofThePaper(Worlds.random(seed, 60));
            Setting setting =
                    Setting.of("fcfs", seed % 2 == 0 ? "easy" : "none")
                            .conventions(Conventions.SC15);
            Outcome outcome = CoreRun.simulation(world, setting).explainWaits(true).run();
            for (int job = 0; job < outcome.log().jobs().count(); job++) {
                List<Wait> its = Objects.requireNonNull(outcome.waits()).of(job);
                long sum = its.stream().mapToLong(Wait::lengthMillis).sum();
                if (outcome.log().hasStarted(job)) {
                    assertThat(sum).isEqualTo(outcome.log().waitMillis(job));
                }
            }
        }
    }

    @Test
    void whatKeepsNobodyIsNoReason() {
        assertThatThrownBy(() -> WaitReason.of(Verdict.ELIGIBLE))
                .hasMessage("Nothing keeps it waiting: ELIGIBLE.");
    }
}
