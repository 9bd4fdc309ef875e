package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.backfill.SlurmParameters;
import org.junit.jupiter.api.Test;

/**
 * Slurm's two schedulers by hand. {@code slurm} has the defaults (cycles every 30 s, slots rounded
 * to 60 s, a window of a day); the numbers stand for the bounds that the reference lists.
 */
class SlurmRulesTest {

    @Test
    void theQuickSchedulerStopsAtTheFirstThatDoesNotFitAndTheNextCycleBackfills() {
        String log = on(3, "slurm").job("A", 0, 2, 100).job("B", 1, 3, 50).job("C", 2, 1, 50).log();
        assertThat(log).isEqualTo("A 0-100 | C 30-80 | B 100-150");
    }

    @Test
    void endsAreRoundedUpSoThatTheHeadMayBeDelayedByLessThanTheResolution() {
        // A ends at 100, in the plan at 120; C ends at 110.
        String log = on(3, "slurm").job("A", 0, 2, 100).job("B", 1, 3, 50).job("C", 2, 1, 80).log();
        assertThat(log).isEqualTo("A 0-100 | C 30-110 | B 110-160");
        String longer =
                on(3, "slurm").job("A", 0, 2, 100).job("B", 1, 3, 50).job("C", 2, 1, 91).log();
        assertThat(longer).isEqualTo("A 0-100 | B 100-150 | C 150-241");
    }

    @Test
    void noSlotIsHeldBeyondTheWindow() {
        String log =
                on(3, "slurm")
                        .job("A", 0, 2, 172_800)
                        .job("B", 1, 3, 50)
                        .job("C", 2, 1, 259_200)
                        .log();
        assertThat(log).isEqualTo("A 0-172800 | C 30-259230 | B 259230-259280");
    }

    @Test
    void aUserWithHisFillOfTestsIsPassedOver() {
        // Two tests a user, every 7 s: a1 and a2 take them, although a3 would fit.
        String log =
                on(4, "slurm:2")
                        .job("x1", 0, 3, 100)
                        .job("a1", 1, 4, 10)
                        .job("a2", 1, 2, 10)
                        .job("a3", 1, 1, 5)
                        .job("b1", 1, 1, 5)
                        .log();
        assertThat(log).isEqualTo("x1 0-100 | b1 7-12 | a1 100-110 | a2 110-120 | a3 110-115");
    }

    @Test
    void whoHasWaitedForLessThanTheMinimumHoldsNoSlot() {
        String log =
                on(3, "slurm:3").job("A", 0, 2, 30).job("B", 1, 3, 50).job("C", 2, 1, 50).log();
        assertThat(log).isEqualTo("A 0-30 | C 2-52 | B 52-102");
        String later =
                on(3, "slurm:3").job("A", 0, 2, 30).job("B", 1, 3, 50).job("C", 11, 1, 50).log();
        assertThat(later).isEqualTo("A 0-30 | B 30-80 | C 80-130");
    }

    @Test
    void bothSchedulersLookAtSoManyJobsAndGoOnAtTheNextCycle() {
        // The quick one at two, every 10 s the other starts one.
        String log =
                on(9, "slurm:4")
                        .job("A", 0, 1, 50)
                        .job("B", 0, 1, 50)
                        .job("C", 0, 1, 50)
                        .job("D", 0, 1, 50)
                        .log();
        assertThat(log).isEqualTo("A 0-50 | B 0-50 | C 0-50 | D 10-60");
    }

    @Test
    void boundsBelowOneAreRefused() {
        assertThatThrownBy(() -> new SlurmParameters(1, 0, 1, 1, 1, 1, 1, 0, 1))
                .hasMessageContaining("resolution 0 ms");
    }
}
