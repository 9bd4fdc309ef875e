package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.Estimates;
import dandori.policy.backfill.Depth;
import dandori.policy.backfill.Easy;
import dandori.reference.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each rule about who starts, and for each trap that others have fallen into. */
class BackfillRulesTest {

    @Test
    void aCandidateThatEndsExactlyAtTheShadowTimeMayStart() {
        String log = on(3, "easy").job("A", 0, 2, 10).job("B", 1, 3, 5).job("C", 2, 1, 8).log();
        assertThat(log).isEqualTo("A 0-10 | C 2-10 | B 10-15");
    }

    @Test
    void aCandidateThatEndsByTheShadowTimeUsesUpNothing() {
        // One node is left over at 10. C ends by then and needs it not; D does.
        String log =
                on(5, "easy")
                        .job("A", 0, 3, 10)
                        .job("B", 1, 4, 5)
                        .job("C", 2, 1, 8)
                        .job("D", 2, 1, 50)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | C 2-10 | D 2-52 | B 10-15");
    }

    @Test
    void whatIsLeftOverIsUsedUpOnce() {
        String log =
                on(6, "easy")
                        .job("A", 0, 4, 10)
                        .job("B", 1, 5, 5)
                        .job("C", 2, 1, 50)
                        .job("D", 2, 1, 50)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | C 2-52 | B 10-15 | D 15-65");
    }

    @Test
    void candidatesBoundHowManyAreTriedNotHowManyStart() {
        String world = "A 0-10 | D 1-9 | B 10-15 | C 15-75";
        assertThat(candidates("easy:2")).isEqualTo(world);
        assertThat(candidates("easy:1")).isEqualTo("A 0-10 | B 10-15 | C 15-75 | D 15-23");
    }

    private static String candidates(String backfill) {
        return on(3, backfill)
                .job("A", 0, 2, 10)
                .job("B", 1, 3, 5)
                .job("C", 1, 1, 60)
                .job("D", 1, 1, 8)
                .log();
    }

    @Test
    void aHeadLargerThanTheMachineIsRejectedAndBlocksNobody() {
        for (String backfill : new String[] {"none", "easy", "sjbf", "conservative", "replan"}) {
            assertThat(on(3, backfill).job("X", 0, 4, 10).job("A", 0, 3, 5).log())
                    .isEqualTo("X rejected | A 0-5");
        }
    }

    @Test
    void equalEstimatesKeepTheOrderOfTheQueueAmongCandidates() {
        String log =
                on(3, "sjbf")
                        .job("A", 0, 2, 10)
                        .job("B", 1, 3, 5)
                        .job("C", 1, 1, 4)
                        .job("D", 1, 1, 4)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | C 1-5 | D 5-9 | B 10-15");
    }

    @Test
    void exactEstimatesAreTheRunTimesAndKillsStayAtTheWalltime() {
        Setting exact = Setting.of("fcfs", "easy").estimates(Estimates.EXACT);
        String log =
                on(3, exact)
                        .job("A", 0, 2, 99, 10)
                        .job("B", 1, 3, 5, 9)
                        .job("C", 1, 1, 50, 9)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | C 1-10 | B 10-15 killed");
    }

    @Test
    void conservativeJobsComingTogetherArePromisedInOrderOfTheQueue() {
        String log =
                on(2, Setting.of("sjf", "conservative"))
                        .job("A", 0, 2, 10)
                        .job("L", 1, 2, 9)
                        .job("S", 1, 2, 3)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | S 10-13 | L 13-22");
    }

    @Test
    void conservativeNeverTakesAPromiseBackForAJobThatComesBeforeIt() {
        // Shortest first: S comes later and first in the queue, but L has its promise.
        String log =
                on(2, Setting.of("sjf", "conservative"))
                        .job("A", 0, 2, 10)
                        .job("L", 1, 2, 9)
                        .job("S", 2, 2, 3)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | L 10-19 | S 19-22");
    }

    @Test
    void replanMakesNoPromise() {
        String log =
                on(2, Setting.of("sjf", "replan"))
                        .job("A", 0, 2, 10)
                        .job("L", 1, 2, 9)
                        .job("S", 2, 2, 3)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | S 10-13 | L 13-22");
    }

    @Test
    void promisedTimesAreInstantsOfTheirOwn() {
        // A was promised until 10 and ends then; B's promise is 20 because of the maintenance, when
        // nothing else happens.
        String log =
                on(2, "conservative").away(12, 20, 2).job("A", 0, 2, 10).job("B", 1, 2, 5).log();
        assertThat(log).isEqualTo("A 0-10 | B 20-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "sjbf", "conservative", "replan", "depth:2"})
    void aJobMayEndExactlyWhenNodesLeaveAndStartExactlyWhenTheyAreBack(String backfill) {
        String log = on(2, backfill).away(10, 20, 1).job("A", 0, 2, 10).job("B", 0, 2, 5).log();
        assertThat(log).isEqualTo("A 0-10 | B 20-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "sjbf", "conservative", "replan", "depth:2"})
    void aLossThatNeedsOtherNodesStopsNobody(String backfill) {
        String log = on(3, backfill).away(10, 20, 1).job("A", 0, 2, 50).log();
        assertThat(log).isEqualTo("A 0-50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"easy", "sjbf", "replan", "depth:1"})
    void aHeldJobHoldsNoReservation(String backfill) {
        // a2 would be head and could have all nodes at 10; it is held, so b1 may outlast that.
        String log =
                on(3, Setting.of("fcfs", backfill).userLimit(1))
                        .job("a1", 0, 2, 10)
                        .job("a2", 0, 3, 10)
                        .job("b1", 1, 1, 30)
                        .log();
        assertThat(log).isEqualTo("a1 0-10 | b1 1-31 | a2 31-41");
    }

    @Test
    void eligibilityIsAskedAgainAfterEachStart() {
        String log =
                on(9, Setting.of("fcfs", "none").userLimit(2))
                        .job("a1", 0, 1, 10)
                        .job("a2", 0, 1, 20)
                        .job("a3", 0, 1, 30)
                        .log();
        assertThat(log).isEqualTo("a1 0-10 | a2 0-20 | a3 10-40");
    }

    @Test
    void wherePassersMakeTheHeadIneligibleThePassBeginsAgain() {
        // x1 and a1 hold all but one node; a2 is head. a3 passes it and takes a's last place, so a2
        // loses its slot, and b1
        // may take what is free.
        String log =
                on(4, Setting.of("fcfs", "easy").userLimit(1))
                        .job("x1", 0, 2, 10)
                        .job("a2", 1, 4, 10)
                        .job("a3", 1, 1, 9)
                        .job("b1", 1, 1, 30)
                        .log();
        assertThat(log).isEqualTo("x1 0-10 | a3 1-10 | b1 1-31 | a2 31-41");
    }

    @Test
    void aPlanKeepsNodesOfAJobOfNoLengthForAnInstant() {
        Setting exact = Setting.of("fcfs", "replan").estimates(Estimates.EXACT);
        String log = on(3, exact).job("A", 0, 2, 10).job("Z", 1, 3, 5, 0).job("C", 2, 1, 50).log();
        assertThat(log).isEqualTo("A 0-10 | Z 10-10 | C 10-60");
    }

    @Test
    void numbersBelowOneAreRefused() {
        assertThatThrownBy(() -> new Easy(0)).hasMessageContaining("candidates (0)");
        assertThatThrownBy(() -> new Depth(0)).hasMessageContaining("reservations (0)");
    }
}
