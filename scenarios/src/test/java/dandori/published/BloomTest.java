package dandori.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.Use;
import dandori.campaign.Venue;
import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.machine.NodeSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What BLOOM's chronicles say of its losses and dates, against the simulation of its training. */
class BloomTest {

    private static final PublishedRun BLOOM = PublishedRuns.bloom();
    private static final double HOUR_MILLIS = 3_600_000;

    /** One or two GPU failures a week, and at most three hours lost by one. */
    @Test
    void aFailureCostsNoMoreThanAnIntervalAndACheckpoint() {
        Venue venue = BLOOM.habits().on(BLOOM.machine(), BLOOM.nodes(), BLOOM.published());
        double failures = 0;
        double weeks = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Course course = BLOOM.course(BLOOM.published(), seed);
            CampaignOutcome outcome = course.outcome();
            long most = venue.intervalMillis() + venue.checkpointMillis();
            assertThat(most / HOUR_MILLIS).isLessThan(3);
            assertThat(outcome.millis(Use.REWORK))
                    .isLessThanOrEqualTo(outcome.failures() * most)
                    .isGreaterThan(0);
            failures += outcome.failures();
            weeks += course.days() / 7;
        }
        assertThat(failures / weeks).isBetween(1.0, 2.0);
    }

    /** On 21 March, with a checkpoint every 250 steps, 7.3 hours were lost; with 100 it is 2.9. */
    @Test
    void theWorstFailureLosesWhatWasLost() {
        assertThat(worstLossHours(250)).isCloseTo(7.3, within(0.05));
        assertThat(worstLossHours(100)).isCloseTo(2.93, within(0.05));
    }

    /** A GPU fails at the last instant before the tenth checkpoint is whole. */
    private static double worstLossHours(int steps) {
        double interval = steps * BLOOM.stepSeconds();
        Habits its = BLOOM.habits();
        Habits then = new Habits(4, 1_000, interval / 60, its.checkpointSeconds(), 15, 5);
        Venue venue = then.on(BLOOM.machine(), BLOOM.nodes(), BLOOM.published());
        long whole = venue.intervalMillis() + venue.checkpointMillis();
        long at = venue.restartMillis() + 10 * whole - 1;
        Failure gpu = new Failure(at, Breakage.NODE, NodeSet.range(7, 7), 86_400_000);
        CampaignOutcome outcome =
                Course.of(
                                venue,
                                Math.round(BLOOM.what().tokensPerStep()),
                                20_000_000_000L,
                                machine -> new OneFailure(gpu),
                                100)
                        .outcome();
        assertThat(outcome.failures()).isEqualTo(1);
        return outcome.millis(Use.REWORK) / HOUR_MILLIS;
    }

    /** Checkpoints are 0.37 % of the time: 40 s in 100 steps. */
    @Test
    void checkpointsTakeThePartThatTheyTook() {
        CampaignOutcome outcome = BLOOM.course(BLOOM.published(), 1).outcome();
        double part = (double) outcome.millis(Use.CHECKPOINT) / outcome.allocatedMillis();
        assertThat(part).isCloseTo(0.0037, within(0.0003));
    }

    /**
     * Begun on 11 March 2022; the first epoch was done on 28 June, the allocation ended on 4 July.
     */
    @Test
    void itIsDoneByTheDateOnWhichItWas() {
        LocalDate begun = LocalDate.of(2022, 3, 11);
        assertThat(ChronoUnit.DAYS.between(begun, LocalDate.of(2022, 6, 28))).isEqualTo(109);
        for (int seed = 1; seed <= 20; seed++) {
            double days = BLOOM.course(BLOOM.published(), seed).days();
            assertThat(begun.plusDays((long) days))
                    .isBetween(LocalDate.of(2022, 6, 12), LocalDate.of(2022, 7, 4));
        }
    }
}
