package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.backfill.Selective;
import org.junit.jupiter.api.Test;

/** Who may hold a reservation, by hand: B, which asks for all three nodes for five seconds. */
class SelectiveRulesTest {

    @Test
    void whoHasNotWaitedForLongHoldsNoReservation() {
        assertThat(log("selective:2", 2)).isEqualTo("A 0-10 | C 2-22 | B 22-27");
    }

    @Test
    void theExpansionFactorMustExceedTheThreshold() {
        // At 6, (5 + 5) / 5 = 2; at 7 it is 2.2, and B holds the nodes from 10 on.
        assertThat(log("selective:2", 6)).isEqualTo("A 0-10 | C 6-26 | B 26-31");
        assertThat(log("selective:2", 7)).isEqualTo("A 0-10 | B 10-15 | C 15-35");
    }

    @Test
    void atOneAllHoldReservationsOnceTheyHaveWaited() {
        assertThat(log("selective:1", 2)).isEqualTo("A 0-10 | B 10-15 | C 15-35");
        assertThat(log("selective:1", 1)).isEqualTo("A 0-10 | C 1-21 | B 21-26");
    }

    @Test
    void aThresholdBelowOneIsRefused() {
        assertThatThrownBy(() -> new Selective(0.9)).hasMessageContaining("threshold (0.9)");
    }

    private static String log(String backfill, long submit) {
        return on(3, backfill).job("A", 0, 2, 10).job("B", 1, 3, 5).job("C", submit, 1, 20).log();
    }
}
