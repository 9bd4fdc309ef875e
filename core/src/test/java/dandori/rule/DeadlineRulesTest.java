package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.backfill.DeadlineBackfill;
import org.junit.jupiter.api.Test;

/**
 * Whom a deadline gives a reservation, by hand: C, of all four nodes, waits behind the head, B, and
 * must start by 10 ({@code Deadlines}); D comes at 3, when seven seconds are left.
 */
class DeadlineRulesTest {

    @Test
    void whoHasLittleTimeLeftHoldsAReservation() {
        assertThat(log("deadline:7000")).isEqualTo("A 0-10 | B 10-15 | C 15-20 | D 20-50");
    }

    @Test
    void whoHasMoreTimeHoldsNone() {
        assertThat(log("deadline:6999")).isEqualTo("A 0-10 | D 3-33 | B 10-15 | C 33-38");
        assertThat(log("easy")).isEqualTo("A 0-10 | D 3-33 | B 10-15 | C 33-38");
    }

    @Test
    void aNegativeLaxityIsRefused() {
        assertThatThrownBy(() -> new DeadlineBackfill(-1))
                .hasMessageContaining("laxityMillis (-1)");
    }

    private static String log(String backfill) {
        return on(4, backfill)
                .job("A", 0, 2, 10)
                .job("B", 1, 3, 5)
                .job("C", 2, 4, 5)
                .job("D", 3, 1, 30)
                .log();
    }
}
