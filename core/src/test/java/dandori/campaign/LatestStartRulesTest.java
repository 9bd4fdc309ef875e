package dandori.campaign;

import static dandori.campaign.Trainings.NOTHING;
import static dandori.campaign.Trainings.venue;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When a piece must start at the latest, and what a backfill makes of that. Five steps take 64: 5
 * to restart, 10 a step, 3 for each of three checkpoints.
 */
class LatestStartRulesTest {

    private static final long NEVER = Long.MAX_VALUE;
    private static final Venue FIVE = venue(5, 0, 200, StepSpeed.constant(10), 20, 3, 5, 2);

    @Test
    void itIsTheDeadlineLessTheTrainingThatIsLeft() {
        CampaignSource source = source(NOTHING, 100);
        int piece = source.next();
        assertThat(source.jobs().latestStartMillis(piece)).isEqualTo(100 - 64);
    }

    @Test
    void withoutADeadlineThereIsNone() {
        CampaignSource source = source(Workload.of("one", List.of(new Job(1, 0, 1, 9, 9))), NEVER);
        assertThat(source.jobs().latestStartMillis(source.next())).isEqualTo(NEVER);
        assertThat(source.jobs().latestStartMillis(source.next())).isEqualTo(NEVER);
    }

    @Test
    void aPieceThatHasLittleTimeLeftIsNotPutOff() {
        // The piece, of all five nodes, stands behind the head, which has four from 10 to 15; the
        // job of 300 on the fifth would put it off. When that comes, at 3, it has 33 left.
        assertThat(startOfPiece(Backfills.easy())).isEqualTo(303);
        assertThat(startOfPiece(Backfills.deadline(32))).isEqualTo(303);
        assertThat(startOfPiece(Backfills.deadline(33))).isEqualTo(15);
    }

    private static long startOfPiece(Backfill backfill) {
        Workload others =
                Workload.of(
                        "others",
                        List.of(
                                new Job(1, 0, 2, 10, 10),
                                new Job(2, 1, 4, 5, 5),
                                new Job(3, 3, 1, 300, 300)));
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(Placements.firstFit())
                        .build();
        JobLog log =
                Simulation.of(List.of(Machine.flat("m", 5)), () -> source(others, 100))
                        .policy(policy)
                        .window(new Window(0, 1_000))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        return log.startMillis(3);
    }

    private static CampaignSource source(Workload others, long deadline) {
        return new CampaignSource(
                others,
                List.of(
                        new Campaign(
                                "c",
                                "org",
                                List.of(FIVE),
                                1,
                                5,
                                0,
                                2,
                                -1,
                                deadline,
                                Chain.AFTER_END)));
    }
}
