package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.JobState;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import dandori.statistics.StudentInterval;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Queues of theory; the studies that come along hold them against it. */
class QueueRunTest {

    private static QueueModel model(QueueModel.Service service, String order, int jobs) {
        return new QueueModel(
                2, 0.9, service, order, QueueModel.Full.WAIT, jobs, 10, List.of(1, 2, 3));
    }

    @Test
    void equalSeedsGiveEqualFigures() {
        QueueModel model = model(QueueModel.Service.EXPONENTIAL, "fcfs", 1_000);
        assertThat(new QueueRun(model).figures()).isEqualTo(new QueueRun(model).figures());
    }

    @Test
    void shortJobsFirstWaitLessAndLongOnesFirstMore() {
        double[] waits =
                List.of("sjf", "fcfs", "ljf").stream()
                        .map(order -> model(QueueModel.Service.EXPONENTIAL, order, 5_000))
                        .mapToDouble(model -> new QueueRun(model).figures().get("wait_mean").mean())
                        .toArray();
        assertThat(waits).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsRefusedWhereJobsWait() {
        Map<String, StudentInterval> figures =
                new QueueRun(model(QueueModel.Service.FIXED, "fcfs", 1_000)).figures();
        assertThat(figures.get("refused_share").mean()).isZero();
        assertThat(figures.get("waiting_share").mean()).isBetween(0.5, 1.0);
    }

    /** One of the last jobs is counted, and where it is refused there is no wait to tell. */
    @Test
    void aMeanOfNothingIsNoFigure() {
        QueueModel model =
                new QueueModel(
                        1,
                        100,
                        QueueModel.Service.FIXED,
                        "fcfs",
                        QueueModel.Full.REFUSE,
                        100,
                        99,
                        List.of(1, 2, 3));
        assertThat(new QueueRun(model).figures())
                .containsOnlyKeys("waiting_share", "refused_share");
        assertThatThrownBy(() ->
                        new QueueModel(
                                1,
                                1,
                                QueueModel.Service.FIXED,
                                "fcfs",
                                QueueModel.Full.REFUSE,
                                100,
                                100,
                                List.of(1)))
                .hasMessageContaining("skipped (100) from 0 and below jobs (100)");
    }

    /** Two servers, five calls: the third and the fourth find both busy, the fifth one free. */
    @Test
    void whoMeetsNoFreeNodeIsRefused() {
        WorkloadBuilder jobs = new WorkloadBuilder("calls");
        for (long submit : new long[] {0, 1, 2, 9, 10}) {
            jobs.add(submit, submit, 1, 10, 10, -1, -1, -1, -1);
        }
        JobLog log =
                Simulation.of(Machine.flat("lines", 2), jobs.build())
                        .policy(
                                Policy.named("loss")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.none())
                                        .build())
                        .scheduler(policy -> new LossScheduler())
                        .run()
                        .log();
        assertThat(IntStream.range(0, 5).mapToObj(log::state))
                .containsExactly(
                        JobState.COMPLETED,
                        JobState.COMPLETED,
                        JobState.REJECTED,
                        JobState.REJECTED,
                        JobState.COMPLETED);
        assertThat(log.waitMillis(4)).isZero();
    }
}
