package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Flat;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.metric.JobLog;
import dandori.metric.SentBack;
import dandori.metric.Window;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planned outages: whom they reach, how they add up, and what becomes of jobs in their way. */
class OutageRulesTest {

    private static final Machine TWO_POOLS =
            new Machine(
                    "two",
                    AllocationUnit.NODE,
                    new Flat(10),
                    List.of(new Pool("a", 0, 4), new Pool("b", 4, 6)));

    private static Job job(long id, long submit, int nodes, long run) {
        return new Job(id, submit, nodes, run, run);
    }

    private static Simulation easy(Machine machine, Placement placement, Job... jobs) {
        Policy policy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(placement)
                        .build();
        return Simulation.of(machine, Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL);
    }

    private static Simulation easy(int nodes, Job... jobs) {
        return easy(Machine.flat("m", nodes), Placements.count(), jobs);
    }

    private static String told(Simulation simulation) {
        JobLog log = simulation.run().log();
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            String state = log.state(job) == JobState.COMPLETED ? "" : " " + log.state(job).text();
            jobs.add(log.startMillis(job) + "-" + log.endMillis(job) + state);
        }
        return String.join(" | ", jobs);
    }

    @Test
    void aWholeOutageReachesEveryPoolOrTheOneThatItNames() {
        Job[] jobs = {job(0, 5, 2, 10), job(1, 5, 2, 10)};
        Simulation both = easy(TWO_POOLS, Placements.count(), jobs).routing((job, pools) -> job);
        assertThat(told(both)).isEqualTo("5-15 | 5-15");
        assertThat(told(both.outage(Outage.whole(10, 20).in("b")))).isEqualTo("5-15 | 20-30");
        assertThat(told(both.outage(Outage.whole(12, 25).of("two")))).isEqualTo("25-35 | 25-35");
    }

    @Test
    void capacityIsThatOfEachPool() {
        Outcome outcome =
                easy(TWO_POOLS, Placements.count(), job(0, 0, 4, 10), job(1, 0, 6, 10))
                        .routing((job, pools) -> job)
                        .outage(Outage.whole(50, 70).in("b"))
                        .outage(Outage.whole(60, 80).in("b"))
                        .outage(new Outage(55, 200, 3).in("b"))
                        .window(new Window(0, 100))
                        .run();
        assertThat(outcome.pools().get(0).summary().utilization()).isEqualTo(40.0 / 400);
        double ofB = 60.0 / (600 - 30 * 6 - 20 * 3);
        assertThat(outcome.pools().get(1).summary().utilization()).isEqualTo(ofB);
        assertThat(outcome.utilization()).isEqualTo(100.0 / (1000 - 240));
    }

    @Test
    void outagesOfTheWholeMachineMerge() {
        Simulation run =
                easy(4, job(0, 0, 1, 12), job(1, 0, 4, 3))
                        .outage(Outage.whole(10, 20))
                        .outage(Outage.whole(15, 30))
                        .outage(new Outage(12, 40, 2));
        assertThat(told(run)).isEqualTo("30-42 | 0-3");
    }

    @Test
    void aNumberOfNodesIsOfOnePool() {
        Simulation run =
                easy(TWO_POOLS, Placements.count(), job(0, 0, 1, 1)).outage(new Outage(5, 9, 2));
        assertThatThrownBy(run::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 nodes from 5 ms reaches 2 pools")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void anOutageOfNobodyIsRefused() {
        Simulation run = easy(4, job(0, 0, 1, 1)).outage(Outage.whole(5, 9).of("n").in("p"));
        assertThatThrownBy(run::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("machine 'n', pool 'p'");
    }

    @Test
    void someNodesDoNotMerge() {
        Simulation run =
                easy(4, job(0, 0, 1, 1)).outage(new Outage(5, 9, 3)).outage(new Outage(8, 12, 2));
        assertThatThrownBy(run::run).hasMessageContaining("take 5 of 4 nodes at 8 ms");
    }

    @Test
    void jobsInTheWayAreKilled() {
        Simulation run =
                easy(4, job(0, 0, 2, 30), job(1, 1, 2, 30), job(2, 2, 2, 5))
                        .outage(new Outage(10, 20, 1).onBegin(OnBegin.KILL));
        assertThat(told(run)).isEqualTo("0-30 | 1-10 killed | 20-25");
    }

    @Test
    void jobsInTheWayGoBackToTheQueue() {
        Simulation run =
                easy(4, job(0, 0, 2, 30), job(1, 1, 2, 30), job(2, 2, 2, 5))
                        .outage(Outage.whole(10, 20).onBegin(OnBegin.REQUEUE));
        assertThat(told(run)).isEqualTo("20-50 | 20-50 | 50-55");
        JobLog log = run.run().log();
        assertThat(log.segmentsBefore(0)).hasSize(1);
        assertThat(log.segmentsBefore(0).get(0).why()).isEqualTo(SentBack.OUTAGE);
    }

    @Test
    void whoeverBlocksADrainGoesBackAfterASurprise() {
        // Two nodes leave unforeseen at 10; the job of 4 is in nobody's way until two more drain.
        Simulation run =
                easy(6, job(0, 0, 4, 30))
                        .outage(new Outage(10, 40, 2).onBegin(OnBegin.REQUEUE))
                        .outage(new Outage(20, 25, 2));
        assertThat(told(run)).isEqualTo("25-55");
    }

    @Test
    void aRunDoesNotWaitForOutagesThatNobodyMeets() {
        Outcome outcome = easy(4, job(0, 0, 2, 3)).outage(Outage.whole(1_000, 2_000)).run();
        assertThat(outcome.log().endOfRunMillis()).isEqualTo(3);
    }

    @Test
    void aHeadWithAShapeIsDatedBehindTheOutage() {
        // 2x2x2 units of 12 nodes. The first has one unit until 10; the second needs all, for 20,
        // but everything leaves at 25: it starts at 35. The third, 12 long, may go first.
        Torus torus = Torus.tofuD(2, 2, 2, 6.8e9);
        Machine machine =
                new Machine("torus", AllocationUnit.NODE, torus, List.of(new Pool("torus", 0, 96)));
        Simulation run =
                easy(
                                machine,
                                Placements.torusUnit(),
                                job(0, 0, 12, 10),
                                job(1, 0, 96, 20),
                                job(2, 0, 24, 12))
                        .outage(Outage.whole(25, 35));
        assertThat(told(run)).isEqualTo("0-10 | 35-55 | 0-12");
    }
}
