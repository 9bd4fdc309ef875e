package dandori.campaign;

import static dandori.campaign.Trainings.NOTHING;
import static dandori.campaign.Trainings.after;
import static dandori.campaign.Trainings.ahead;
import static dandori.campaign.Trainings.campaign;
import static dandori.campaign.Trainings.venue;
import static dandori.campaign.Use.CHECKPOINT;
import static dandori.campaign.Use.RESTART;
import static dandori.campaign.Use.REWORK;
import static dandori.campaign.Use.SPARE;
import static dandori.campaign.Use.STALLED;
import static dandori.campaign.Use.USEFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dandori.failure.Breakage;
import dandori.failure.Execution;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a campaign does, rule by rule. */
class CampaignRulesTest {

    private static final StepSpeed TEN = StepSpeed.constant(10);
    private static final long HOUR = 3_600_000;

    /** Restart 5, steps of 10, a checkpoint of 3 after every 2 of them, 2 to spare at the end. */
    private static Venue small(int spares, long pieceMillis) {
        return venue(4, spares, pieceMillis, TEN, 20, 3, 5, 2);
    }

    @Test
    void aPieceThatSufficesEndsWithACheckpointAndLosesNothing() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(0, 200), 5, 7)));
        var loop = new Loop(source, 4, true);

        // 5 to restart, 5 steps of 10, checkpoints after 2, 4 and 5
        assertThat(loop.run(1_000)).isEqualTo(7 + 5 + 50 + 9);
        CampaignOutcome outcome = source.outcomes(1_000).get(0);
        assertThat(outcome.doneMillis()).isEqualTo(71);
        assertThat(outcome.timeMillis())
                .containsExactly(
                        entry(USEFUL, 50L),
                        entry(STALLED, 0L),
                        entry(CHECKPOINT, 9L),
                        entry(RESTART, 5L),
                        entry(REWORK, 0L),
                        entry(SPARE, 0L));
        assertThat(outcome.goodput()).isEqualTo(50.0 / 64);
        assertThat(outcome.nodeMillis()).contains(entry(USEFUL, 200L), entry(RESTART, 20L));
    }

    /**
     * Steps of 42.1 s, a checkpoint of 40 s every 3 h (257 steps), 15 min to restart, 5 min to
     * spare: a whole interval takes 10,859.7 s. A piece of 24 h has 85,200 s for steps, 7 intervals
     * and 217 steps more; one of 165 h has 592,800 s, 54 intervals and 150 steps more.
     */
    @ParameterizedTest
    @CsvSource({"24,2016", "165,14028"})
    void aChainOfPiecesWithATimeLimit(long pieceHours, long stepsOfAPiece) {
        Venue venue =
                venue(
                        4,
                        0,
                        pieceHours * HOUR,
                        StepSpeed.constant(42_100),
                        3 * HOUR,
                        40_000,
                        900_000,
                        300_000);
        long steps = 100_000;
        var source = new CampaignSource(NOTHING, List.of(campaign("c", venue, steps, 0)));
        var loop = new Loop(source, 4, true);
        long end = loop.run(Long.MAX_VALUE - 1);
        CampaignOutcome outcome = source.outcomes(end).get(0);

        long pieces = (steps - 1) / stepsOfAPiece + 1;
        long checkpointsOfAPiece = (stepsOfAPiece - 1) / 257 + 1;
        long lastSteps = steps - (pieces - 1) * stepsOfAPiece;
        long checkpoints = (pieces - 1) * checkpointsOfAPiece + (lastSteps - 1) / 257 + 1;
        assertThat(outcome.pieces()).isEqualTo((int) pieces);
        assertThat(outcome.stepsDone()).isEqualTo(steps);
        assertThat(outcome.millis(USEFUL)).isEqualTo(steps * 42_100);
        assertThat(outcome.millis(CHECKPOINT)).isEqualTo(checkpoints * 40_000);
        assertThat(outcome.millis(RESTART)).isEqualTo(pieces * 900_000);
        assertThat(outcome.millis(REWORK)).isZero();
        assertThat(outcome.waitMillis()).isZero();
        assertThat(outcome.doneMillis()).isEqualTo(end).isEqualTo(venue.bestMillis(steps));
        for (Stayed stay : loop.stays()) {
            assertThat(stay.endMillis - stay.startMillis)
                    .isLessThanOrEqualTo(pieceHours * HOUR - 300_000);
        }
    }

    @Test
    void tokensRoundUpToWholeStepsAndThoseDoneBeforeAreNotDoneAgain() {
        Campaign one =
                new Campaign(
                        "c", "org", List.of(small(0, 500)), 8, 61, 24, 0, -1, 100, Chain.AFTER_END);
        var source = new CampaignSource(NOTHING, List.of(one));
        long end = new Loop(source, 4, true).run(1_000);
        CampaignOutcome outcome = source.outcomes(end).get(0);

        assertThat(one.steps()).isEqualTo(8);
        assertThat(outcome.millis(USEFUL)).isEqualTo(5 * 10);
        assertThat(outcome.tokensDone()).isEqualTo(61);
        assertThat(outcome.isInTime()).isTrue();
    }

    @Test
    void theNextPieceIsSubmittedWhenTheLastHasEnded() {
        // a piece: 5 + 20 + 3 + 10 + 3 = 41 of at most 45 - 2. Another job comes between.
        Workload other = Workload.of("other", List.of(new Job(9, 30, 4, 100, 100)));
        var source = new CampaignSource(other, List.of(campaign("c", small(0, 45), 5, 0)));
        var loop = new Loop(source, 4, true);
        loop.run(1_000);

        assertThat(loop.log()).isEqualTo("10 0-41 | 9 41-141 | 11 141-169");
        assertThat(source.outcomes(1_000).get(0).waitMillis()).isEqualTo(100);
    }

    @Test
    void aPieceSubmittedAheadKeepsItsPlaceAndTheLastOneIsWithdrawn() {
        Workload other = Workload.of("other", List.of(new Job(9, 30, 4, 100, 100)));
        var source = new CampaignSource(other, List.of(ahead(campaign("c", small(0, 45), 5, 0))));
        var loop = new Loop(source, 4, true);
        loop.run(1_000);

        assertThat(loop.log()).isEqualTo("10 0-41 | 11 41-69 | 9 69-169");
        assertThat(source.jobs().count()).isEqualTo(4); // the third piece never started
        assertThat(source.isWithdrawn(3)).isFalse(); // it has left
        assertThat(source.outcomes(1_000).get(0).pieces()).isEqualTo(2);
        assertThat(source.outcomes(1_000).get(0).waitMillis()).isZero();
    }

    @Test
    void aSpareTakesThePlaceOfANodeThatFails() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(1, 200), 5, 0)));
        var loop = new Loop(source, 5, true).fails(40, Breakage.NODE, NodeSet.range(1, 1), 500);
        loop.run(1_000);
        CampaignOutcome outcome = source.outcomes(1_000).get(0);

        // 5 + 20 + 3 = 28: two steps are safe, 12 ms are not; then 5, three steps, two checkpoints
        assertThat(loop.log()).isEqualTo("1 0-81");
        assertThat(outcome.failures()).isEqualTo(1);
        assertThat(outcome.timeMillis())
                .contains(
                        entry(USEFUL, 50L),
                        entry(CHECKPOINT, 9L),
                        entry(RESTART, 10L),
                        entry(REWORK, 12L));
        assertThat(outcome.nodeMillis()).contains(entry(SPARE, 81L), entry(REWORK, 48L));
    }

    @Test
    void aSpareThatFailsIsOneLessAndOneThatIsRepairedIsOneMore() {
        Venue venue = small(1, 300);
        var source = new CampaignSource(NOTHING, List.of(campaign("c", venue, 5, 0)));
        var loop =
                new Loop(source, 5, true)
                        .fails(10, Breakage.NODE, NodeSet.range(4, 4), 20) // back at 30
                        .fails(33, Breakage.NODE, NodeSet.range(0, 0), 4) // back at 37
                        .fails(38, Breakage.NODE, NodeSet.range(2, 2), 500)
                        .fails(39, Breakage.NODE, NodeSet.range(3, 3), 500);
        loop.run(200);

        // at 33 two steps are safe; node 4 and then node 0 come in; at 39 nobody stands by
        assertThat(loop.log()).isEqualTo("1 0-39 gone");
        CampaignOutcome outcome = source.outcomes(200).get(0);
        assertThat(outcome.failures()).isEqualTo(3);
        assertThat(outcome.stepsDone()).isEqualTo(2);
        assertThat(outcome.timeMillis())
                .contains(entry(REWORK, 5L), entry(RESTART, 5 + 5 + 1L), entry(CHECKPOINT, 3L));
        assertThat(outcome.waitMillis()).isEqualTo(200 - 39);
    }

    @Test
    void softwareThatFailsRestartsOnTheSameNodes() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(0, 200), 2, 0)));
        var loop = new Loop(source, 4, true).fails(9, Breakage.SOFTWARE, NodeSet.range(3, 3), 0);
        loop.run(1_000);

        assertThat(loop.log()).isEqualTo("1 0-37"); // 9, then 5 + 20 + 3
        assertThat(source.outcomes(1_000).get(0).millis(REWORK)).isEqualTo(4);
    }

    @Test
    void whatIsLeftOfTheTimeLimitIsPlannedAnewAndTooLittleOfItEndsThePiece() {
        Campaign one = campaign("c", small(0, 45), 3, 0); // 43 ms, of which three steps take 41
        var replanned = new CampaignSource(NOTHING, List.of(one));
        var loop =
                new Loop(replanned, 4, true).fails(12, Breakage.SOFTWARE, NodeSet.range(3, 3), 0);
        loop.run(1_000);
        assertThat(loop.log()).isEqualTo("1 0-40 | 2 40-58"); // two steps, then one

        var gone = new CampaignSource(NOTHING, List.of(one));
        loop = new Loop(gone, 4, true).fails(27, Breakage.SOFTWARE, NodeSet.range(3, 3), 0);
        loop.run(1_000);
        assertThat(loop.log()).isEqualTo("1 0-27 gone | 2 27-68");
        assertThat(gone.outcomes(1_000).get(0).pieces()).isEqualTo(2);
    }

    @Test
    void aFailureAtItsLastInstantFindsItDone() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(0, 200), 2, 0)));
        assertThat(source.next()).isZero();
        assertThat(source.begin(0, NodeSet.range(0, 3), 0)).isEqualTo(28);
        assertThat(source.hit(0, NodeSet.range(0, 3), 28)).isZero();
        assertThat(source.end(0, 28)).isEqualTo(8);
        assertThat(source.outcomes(28).get(0).isDone()).isTrue();
        assertThat(source.outcomes(28).get(0).failures()).isZero();
    }

    @Test
    void aPieceThatOthersEndLosesWhatNoCheckpointHolds() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(0, 200), 3, 0)));
        var loop =
                new Loop(source, 4, true)
                        .interrupts(new Loop.Interruption(30, 0, true))
                        .interrupts(new Loop.Interruption(40, 0, false));
        loop.run(1_000);

        assertThat(loop.log()).isEqualTo("1 0-30 requeued | 1 30-40 killed | 2 40-58");
        CampaignOutcome outcome = source.outcomes(1_000).get(0);
        assertThat(outcome.millis(REWORK)).isEqualTo(2 + 5);
        assertThat(outcome.pieces()).isEqualTo(2);
        assertThat(outcome.failures()).isZero();
    }

    @Test
    void oneThatDependsOnAnotherIsSubmittedSoLongAfterThatIsDone() {
        Campaign first = campaign("first", small(0, 45), 5, 0);
        Campaign second = after(campaign("second", small(0, 200), 1, 100), 0);
        var source = new CampaignSource(NOTHING, List.of(first, second));
        var loop = new Loop(source, 4, true);
        loop.run(1_000);

        assertThat(loop.log()).isEqualTo("1 0-41 | 2 41-69 | 3 169-187");
        assertThat(source.outcomes(1_000).get(1).submitMillis()).isEqualTo(169);
        assertThat(source.outcomes(1_000).get(1).waitMillis()).isZero();
    }

    @Test
    void whereNodesHaveNoPlacesLossesHitThoseThatCompute() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(1, 200), 5, 0)));
        assertThat(source.next()).isZero();
        assertThat(source.begin(0, NodeSet.EMPTY, 0)).isEqualTo(64);
        assertThat(source.hit(0, NodeSet.range(70, 70), 40)).isEqualTo(41);
        source.repaired(0, NodeSet.range(70, 70), 41);
        assertThat(source.hit(0, NodeSet.range(7, 8), 42)).isEqualTo(Execution.GONE);
        assertThat(source.end(0, 42)).isEqualTo(42 - 20);
    }

    @Test
    void whatIsRefusedIsGivenUpAndWhatDependsOnItNeverComes() {
        Campaign first = campaign("first", small(0, 45), 5, 3);
        Campaign second = after(campaign("second", small(0, 200), 1, 100), 0);
        var source = new CampaignSource(NOTHING, List.of(first, second));
        source.next();
        source.jobLeft(0, JobState.REJECTED, 3);

        assertThat(source.nextSubmitMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(source.outcomes(50).get(0).givenUpMillis()).isEqualTo(3);
        assertThat(source.outcomes(50).get(0).waitMillis()).isZero();
        assertThat(source.outcomes(50).get(1).submitMillis()).isEqualTo(CampaignOutcome.NEVER);
    }

    @Test
    void thePieceAheadMayBeRefusedWhileTheOneBeforeRunsToItsEnd() {
        var source = new CampaignSource(NOTHING, List.of(ahead(campaign("c", small(0, 45), 5, 0))));
        source.begin(source.next(), NodeSet.range(0, 3), 0);
        assertThat(source.isHeld(source.next())).isTrue();
        source.jobLeft(1, JobState.REJECTED, 0);
        assertThat(source.nextSubmitMillis()).isEqualTo(Long.MAX_VALUE);
        source.end(0, 41);
        source.jobLeft(0, JobState.COMPLETED, 41);

        assertThat(source.nextSubmitMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(source.outcomes(50).get(0).givenUpMillis()).isEqualTo(41);
        assertThat(source.outcomes(50).get(0).stepsDone()).isEqualTo(3);
    }

    @Test
    void piecesInVainTenTimesInARowAreGivenUp() {
        StepSpeed slow =
                new StepSpeed() {
                    @Override
                    public double bestStepMillis() {
                        return 10;
                    }

                    @Override
                    public double stepMillis(NodeSet nodes) {
                        return 1_000;
                    }
                };
        Venue venue = venue(4, 0, 45, slow, 20, 3, 5, 2);
        var source = new CampaignSource(NOTHING, List.of(campaign("c", venue, 5, 0)));
        long end = new Loop(source, 4, true).run(10_000);
        CampaignOutcome outcome = source.outcomes(end).get(0);

        assertThat(end).isEqualTo(10 * 43);
        assertThat(outcome.pieces()).isEqualTo(10);
        assertThat(outcome.givenUpMillis()).isEqualTo(430);
        assertThat(outcome.timeMillis()).contains(entry(RESTART, 50L), entry(REWORK, 380L));
    }

    @Test
    void slowNodesStall() {
        StepSpeed half =
                new StepSpeed() {
                    @Override
                    public double bestStepMillis() {
                        return 10;
                    }

                    @Override
                    public double stepMillis(NodeSet nodes) {
                        return nodes.contains(0) ? 20 : 10; // until node 0 is replaced
                    }
                };
        Venue venue = venue(4, 1, 300, half, 40, 3, 5, 2);
        var source = new CampaignSource(NOTHING, List.of(campaign("c", venue, 6, 0)));
        var loop = new Loop(source, 5, true).fails(50, Breakage.NODE, NodeSet.range(0, 0), 900);
        loop.run(300);

        // 5 + 40 + 3 = 48: two slow steps; 2 lost; then 5 + 40 + 3, four steps in one interval
        assertThat(loop.log()).isEqualTo("1 0-98");
        assertThat(source.outcomes(300).get(0).timeMillis())
                .contains(entry(USEFUL, 60L), entry(STALLED, 20L), entry(REWORK, 2L));
    }

    @Test
    void whatStillRunsAtTheEndOfTheRunLosesNothingForThat() {
        var source = new CampaignSource(NOTHING, List.of(campaign("c", small(0, 200), 5, 0)));
        new Loop(source, 4, true).run(40);
        CampaignOutcome outcome = source.outcomes(40).get(0);

        assertThat(outcome.timeMillis())
                .contains(entry(USEFUL, 32L), entry(CHECKPOINT, 3L), entry(REWORK, 0L));
        assertThat(outcome.stepsDone()).isEqualTo(2);
        assertThat(outcome.doneMillis()).isEqualTo(CampaignOutcome.NEVER);
    }

    @Test
    void twoOfOneNameOrInACircleAreRefused() {
        Campaign one = campaign("c", small(0, 45), 5, 0);
        assertThatThrownBy(() -> new CampaignSource(NOTHING, List.of(one, one)))
                .hasMessageContaining("called 'c'");
        assertThatThrownBy(() -> new CampaignSource(NOTHING, List.of(after(one, 0))))
                .hasMessageContaining("never done");
        assertThatThrownBy(() -> new CampaignSource(NOTHING, List.of(after(one, 1))))
                .hasMessageContaining("at place 1 of 1");
    }

    @Test
    void whatHeldItUpIsToldTheWorstFirst() {
        Map<Use, Long> time =
                Map.of(USEFUL, 50L, RESTART, 7L, REWORK, 30L, CHECKPOINT, 7L, STALLED, 0L);
        Campaign one = campaign("c", small(0, 45), 5, 0);
        long never = CampaignOutcome.NEVER;
        WallTime told =
                WallTime.of(
                        new CampaignOutcome(
                                one, 0, 0, 9, 103, never, 5, 1, 2, 9, Extent.NONE, time, Map.of()));

        assertThat(told.heldUp())
                .containsExactly(
                        new WallTime.HeldUp(Delay.REWORK, 30),
                        new WallTime.HeldUp(Delay.WAITING, 9),
                        new WallTime.HeldUp(Delay.RESTART, 7),
                        new WallTime.HeldUp(Delay.CHECKPOINT, 7));
        assertThat(told.millis()).isEqualTo(103);
    }
}
