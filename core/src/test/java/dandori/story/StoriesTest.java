package dandori.story;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.reference.Setting;
import dandori.sim.Conventions;
import org.junit.jupiter.api.Test;

/**
 * Small stories with all that happens in them. Drawings: a row a node, a column a second or more.
 */
class StoriesTest {

    @Test
    void aShortJobOvertakesWithoutDelayingTheHead() {
        //  4 nodes   A A A A A B B B B B D     A runs; B needs all and waits until 10.
        //            A A A A A B B B B B       C ends by 10, so it may pass;
        //              C C C C B B B B B       D would end at 14, so it may not.
        //                      B B B B B
        String log =
                on(4, "easy")
                        .job("A", 0, 2, 10)
                        .job("B", 1, 4, 10)
                        .job("C", 2, 1, 8)
                        .job("D", 3, 1, 11)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | C 2-10 | B 10-20 | D 20-31");
    }

    @Test
    void withoutBackfillTheSameJobsQueueUp() {
        String log =
                on(4, "none")
                        .job("A", 0, 2, 10)
                        .job("B", 1, 4, 10)
                        .job("C", 2, 1, 8)
                        .job("D", 3, 1, 11)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | B 10-20 | C 20-28 | D 20-31");
    }

    @Test
    void aLongJobPassesOnNodesThatTheHeadLeavesOver() {
        //  5 nodes   A A A B B B       B takes 4 at 10, so one is left over:
        //            A A A B B B       C may have it for as long as it likes,
        //            A A A B B B       D, as long, comes too late for it.
        //                  B B B
        //              C C C C C C C
        String log =
                on(5, "easy")
                        .job("A", 0, 3, 10)
                        .job("B", 1, 4, 10)
                        .job("C", 2, 1, 100)
                        .job("D", 3, 1, 100)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | C 2-102 | B 10-20 | D 20-120");
    }

    @Test
    void twoJobsThatEndTogetherBothMakeRoom() {
        //  6 nodes: C needs 4 and gets them from A alone; B ends at the same second, so two are
        // left over for D.
        String log =
                on(6, "easy")
                        .job("A", 0, 2, 10)
                        .job("B", 0, 2, 10)
                        .job("C", 1, 4, 10)
                        .job("D", 2, 2, 50)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | B 0-10 | D 2-52 | C 10-20");
    }

    @Test
    void whoPassedOnAWrongEstimateHoldsTheHeadNoLongerThanItsShadow() {
        //  A asked for 20 and ends at 5; C passed because it ends by 20; so B waits until 20, as it
        // was told at first.
        String log =
                on(4, "easy").job("A", 0, 3, 20, 5).job("B", 1, 4, 10).job("C", 1, 1, 19).log();
        assertThat(log).isEqualTo("A 0-5 | C 1-20 | B 20-30");
    }

    @Test
    void easyDelaysTheSecondInTheQueue() {
        //  4 nodes   A A B B . C       B leaves one node over, D takes it for 30;
        //            A A B B . C       C, second in the queue, had no reservation
        //            A A B B . C       and waits until 33.
        //              D D D D C
        assertThat(secondInTheQueue("easy")).isEqualTo("A 0-10 | D 3-33 | B 10-20 | C 33-43");
    }

    @Test
    void conservativeDoesNotDelayTheSecondInTheQueue() {
        assertThat(secondInTheQueue("conservative"))
                .isEqualTo("A 0-10 | B 10-20 | C 20-30 | D 30-60");
        assertThat(secondInTheQueue("depth:2")).isEqualTo("A 0-10 | B 10-20 | C 20-30 | D 30-60");
        assertThat(secondInTheQueue("depth:1")).isEqualTo(secondInTheQueue("easy"));
    }

    private static String secondInTheQueue(String backfill) {
        return on(4, backfill)
                .job("A", 0, 3, 10)
                .job("B", 1, 3, 10)
                .job("C", 2, 4, 10)
                .job("D", 3, 1, 30)
                .log();
    }

    @Test
    void aPromiseMovesUpWhenAJobEndsEarly() {
        //  B was promised 20; A ends at 5, but C is there until 12, so B moves to 12.
        String log =
                on(4, "conservative")
                        .job("A", 0, 2, 20, 5)
                        .job("B", 1, 4, 10)
                        .job("C", 2, 2, 10)
                        .log();
        assertThat(log).isEqualTo("A 0-5 | C 2-12 | B 12-22");
    }

    @Test
    void theShortestCandidateIsTakenFirst() {
        //  One node is free until 10: C (9 s) came before D (4 s).
        assertThat(twoCandidates("easy")).isEqualTo("A 0-10 | C 1-10 | B 10-15 | D 15-19");
        assertThat(twoCandidates("sjbf")).isEqualTo("A 0-10 | D 1-5 | B 10-15 | C 15-24");
    }

    private static String twoCandidates(String backfill) {
        return on(4, backfill)
                .job("A", 0, 3, 10)
                .job("B", 1, 4, 5)
                .job("C", 1, 1, 9)
                .job("D", 1, 1, 4)
                .log();
    }

    @Test
    void maintenanceIsNotRunInto() {
        //  All nodes leave from 10 to 20. A needs 11 s, so it waits until 20 although the machine
        // is empty.
        String none = on(4, "none").away(10, 20, 4).job("A", 0, 4, 11).job("B", 0, 1, 10).log();
        assertThat(none).isEqualTo("A 20-31 | B 31-41");
        String easy = on(4, "easy").away(10, 20, 4).job("A", 0, 4, 11).job("B", 0, 1, 10).log();
        assertThat(easy).isEqualTo("B 0-10 | A 20-31");
    }

    @Test
    void aLimitHoldsOneUserAndNobodyElse() {
        //  One job a user at once: a2 waits for a1, and b1, behind it, does not wait for a2.
        String log =
                on(4, Setting.of("fcfs", "none").userLimit(1))
                        .job("a1", 0, 1, 10)
                        .job("a2", 0, 1, 10)
                        .job("b1", 0, 1, 10)
                        .log();
        assertThat(log).isEqualTo("a1 0-10 | b1 0-10 | a2 10-20");
    }

    @Test
    void aNewHeadTakesTheReservationOver() {
        //  Shortest first: L was head; S comes and is head; T may pass S's two nodes, and delays L.
        String log =
                on(4, Setting.of("sjf", "easy"))
                        .job("A", 0, 3, 10)
                        .job("L", 1, 4, 50)
                        .job("S", 2, 2, 5)
                        .job("T", 3, 1, 20)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | T 3-23 | S 10-15 | L 23-73");
    }

    @Test
    void aJobOfNoLengthGivesItsNodesBackAtOnce() {
        assertThat(on(2, "easy").job("Z", 0, 2, 5, 0).job("A", 0, 2, 5).log())
                .isEqualTo("Z 0-0 | A 0-5");
    }

    @Test
    void whoIsSeenFirstAtOneInstantMatters() {
        //  A ends at 10, earlier than it said, while B and C come. Ends first: B gets its nodes.
        // Arrivals first: A still has
        //  them, and C passes B.
        Setting easy = Setting.of("fcfs", "easy");
        assertThat(arrivalsAtAnEnd(easy)).isEqualTo("A 0-10 | B 10-15 | C 15-20");
        assertThat(arrivalsAtAnEnd(easy.conventions(Conventions.SC15)))
                .isEqualTo("A 0-10 | C 10-15 | B 15-20");
    }

    private static String arrivalsAtAnEnd(Setting setting) {
        return on(3, setting).job("A", 0, 2, 20, 10).job("B", 10, 3, 5).job("C", 10, 1, 5).log();
    }
}
