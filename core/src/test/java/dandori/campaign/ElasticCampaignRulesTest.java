package dandori.campaign;

import static dandori.campaign.Trainings.campaign;
import static dandori.campaign.Trainings.venue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.job.Elasticity;
import dandori.job.Job;
import dandori.job.Sizes;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.Window;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Malleable.Aim;
import dandori.policy.backfill.Moldable;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A campaign of two sizes, by hand, on 4 nodes: a step takes 10 ms on 4 nodes and 20 on 2, a
 * restart 5, a checkpoint 3. Written every 20 ms of computing: after 2 steps on 4 nodes, after each
 * on 2.
 */
class ElasticCampaignRulesTest {

    private static final Machine MACHINE = Machine.flat("m", 4);

    private static Venue both() {
        Venue two = venue(2, 0, 1_000, StepSpeed.constant(20), 20, 3, 5, 0);
        return venue(4, 0, 1_000, StepSpeed.constant(10), 20, 3, 5, 0).with(List.of(two));
    }

    private static Job rigid(long submitMillis, long runMillis) {
        return new Job(1, submitMillis, 2, runMillis, runMillis);
    }

    @Test
    void itShrinksAndGrowsAndLosesOnlyStepsThatAreNotWhole() {
        // 0 on 4 nodes: restart to 5, steps to 25, checkpoint to 28, a step to 38, 2 ms of another.
        // 40 on 2: writing to 43, restart to 48, a step and a checkpoint to 71, to 94, 6 ms more.
        // 100 on 4: all is written. Restart to 105, steps to 125, 128-148, 151-161, and it ends.
        CampaignOutcome outcome = run(afs(), 10, rigid(40, 60));

        assertThat(outcome.doneMillis()).isEqualTo(164);
        assertThat(outcome.timeMillis())
                .contains(
                        entry(Use.USEFUL, 30L + 40 + 50),
                        entry(Use.CHECKPOINT, 3L + 3 + 6 + 9),
                        entry(Use.RESTART, 15L),
                        entry(Use.REWORK, 2L + 6));
        assertThat(outcome.nodeMillis().values().stream().mapToLong(millis -> millis).sum())
                .isEqualTo(4 * 40 + 2 * 60 + 4 * 64);
        assertThat(outcome.extent()).isEqualTo(extent(0, 4, 40, 2, 100, 4));
        assertThat(outcome.extent().resizes()).isEqualTo(2);
        assertThat(outcome.pieces()).isEqualTo(1);
        assertThat(outcome.waitMillis()).isZero();
    }

    @Test
    void aFailureWhileItStartsAgainCostsNoStepAndNoMoreWriting() {
        // 1 of 3 ms written: the other 2, and a restart, to 48 as without it
        CampaignOutcome writing = run(afs(), 10, rigid(40, 60), 41);
        assertThat(writing.doneMillis()).isEqualTo(164);
        assertThat(writing.failures()).isEqualTo(1);
        assertThat(writing.millis(Use.RESTART)).isEqualTo(15);

        // 2 of 5 ms restarted: again to 50, steps and checkpoints to 73, to 96, 4 ms more
        CampaignOutcome loading = run(afs(), 10, rigid(40, 60), 45);
        assertThat(loading.doneMillis()).isEqualTo(164);
        assertThat(loading.millis(Use.RESTART)).isEqualTo(17);
        assertThat(loading.millis(Use.REWORK)).isEqualTo(2 + 4);
    }

    @Test
    void theLastStepWaitsForItsCheckpoint() {
        // Told at 17 while it writes after its only step, 5-15: that is done again on 2 nodes,
        // from 22 to 42, and written to 45. There is nothing else to write.
        CampaignOutcome outcome = run(afs(), 1, rigid(17, 60));
        assertThat(outcome.doneMillis()).isEqualTo(45);
        assertThat(outcome.millis(Use.REWORK)).isEqualTo(12);
        assertThat(outcome.millis(Use.CHECKPOINT)).isEqualTo(3);
    }

    @Test
    void aRigidOneStaysAndOthersWait() {
        Venue rigid = venue(4, 0, 1_000, StepSpeed.constant(10), 20, 3, 5, 0);
        CampaignOutcome outcome = run(afs(), campaign("c", rigid, 10, 0), rigid(40, 60));
        assertThat(outcome.doneMillis()).isEqualTo(5 + 100 + 15);
        assertThat(outcome.extent()).isEqualTo(extent(0, 4));
    }

    @Test
    void aMoldableOneStartsWhereAllOfItIsDoneEarliest() {
        // 2 nodes are free from 0, 4 from 100. 3 steps: 5 + 3 · 23 = 74. 10: 235, or 100 + 120.
        assertThat(run(new Moldable(), 3, rigid(0, 100)).doneMillis()).isEqualTo(74);
        assertThat(run(new Moldable(), 10, rigid(0, 100)).doneMillis()).isEqualTo(220);
    }

    @Test
    void whereNobodyResizesItHasWhatItAsksFor() {
        CampaignOutcome outcome = run(Backfills.easy(), 10, rigid(0, 100));
        assertThat(outcome.doneMillis()).isEqualTo(220);
        assertThat(outcome.extent()).isEqualTo(extent(100, 4));
    }

    @Test
    void betweenSizesThereIsNothing() {
        Elasticity its = both().request().elasticity();
        assertThat(its.speedup(4)).isEqualTo(2);
        assertThat(its.nextNodes(2)).isEqualTo(4);
        assertThat(its.nodesWithin(3)).isEqualTo(2);
        assertThat(its.nodesWithin(1)).isEqualTo(2);
        assertThatThrownBy(() -> both().with(List.of(both()))).hasMessageContaining("[4, 4] nodes");
        assertThatThrownBy(() -> new Sizes(new int[] {0}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** From when on how many nodes, in turn. */
    private static Extent extent(int... fromAndNodes) {
        List<Extent.Change> changes = new ArrayList<>();
        for (int i = 0; i < fromAndNodes.length; i += 2) {
            changes.add(new Extent.Change(fromAndNodes[i], fromAndNodes[i + 1]));
        }
        return new Extent(changes);
    }

    private static Backfill afs() {
        return new Malleable(Aim.COMPLETION, 0, 0);
    }

    private static CampaignOutcome run(Backfill backfill, long steps, Job other, long... fails) {
        return run(backfill, campaign("c", both(), steps, 0), other, fails);
    }

    private static CampaignOutcome run(
            Backfill backfill, Campaign campaign, Job other, long... fails) {
        List<CampaignSource> used = new ArrayList<>();
        Workload others = Workload.of("others", List.of(other));
        Simulation simulation =
                Simulation.of(
                                List.of(MACHINE),
                                () -> {
                                    used.add(new CampaignSource(others, List.of(campaign)));
                                    return used.get(0);
                                })
                        .routing((job, pools) -> Math.max(0, used.get(0).pool(job, pools)))
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(backfill)
                                        .placement(Placements.firstFit())
                                        .build())
                        .window(new Window(0, 1_000))
                        .checking(Checking.FULL);
        if (fails.length > 0) {
            simulation.failures(machine -> software(fails));
        }
        long end = simulation.run().log().endOfRunMillis();
        return used.get(0).outcomes(end).get(0);
    }

    /** Software that dies on the first node at some instants. */
    private static Failures software(long... instants) {
        Deque<Failure> all = new ArrayDeque<>();
        for (long at : instants) {
            all.add(new Failure(at, Breakage.SOFTWARE, NodeSet.range(0, 0), 0));
        }
        return new Failures() {
            @Override
            public long nextAtMillis() {
                return all.isEmpty() ? Long.MAX_VALUE : all.element().atMillis();
            }

            @Override
            public Failure next() {
                return all.remove();
            }
        };
    }
}
