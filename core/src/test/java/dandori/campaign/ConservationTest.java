package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Campaigns through whole runs in which nodes, switches and software fail and outages come: nothing
 * that a campaign was given is lost from its account, and nothing is in it twice.
 */
class ConservationTest {

    private static final int WORLDS = Integer.getInteger("dandori.campaignWorlds", 4_000);

    private int done;
    private int givenUp;
    private int cut; // by the end of the run
    private int failures;
    private int stayed;
    private int interrupted;
    private int requeuedJobs;
    private int failedJobs;

    @Test
    void nothingIsLostAndNothingCountsTwice() {
        for (int seed = 0; seed < WORLDS; seed++) {
            DisturbedWorld world = new DisturbedWorld(seed);
            DisturbedWorld.Played played = world.play();
            long end = played.outcome().log().endOfRunMillis();
            for (int index = 0; index < world.campaigns.size(); index++) {
                CampaignOutcome outcome = played.campaigns().get(index);
                List<Stayed> stays = played.watched().stays(index);
                String which = "seed " + seed + " campaign " + index;
                HistoriesTest.checkByHand(which, outcome, stays, end);
                HistoriesTest.checkConservation(which, outcome, stays, end);
                checkAgainstLog(which, index, outcome, played);
                checkUses(which, outcome);
                count(outcome, stays, end);
            }
            checkOthers("seed " + seed, world, played.outcome().log());
            if (seed % 5 == 0) {
                checkAgain("seed " + seed, world, played);
            }
        }
        assertThat(
                        List.of(
                                done,
                                givenUp,
                                cut,
                                failures,
                                stayed,
                                interrupted,
                                requeuedJobs,
                                failedJobs))
                .as("enough of everything")
                .allMatch(many -> many > 50);
    }

    private void count(CampaignOutcome outcome, List<Stayed> stays, long end) {
        done += outcome.isDone() ? 1 : 0;
        givenUp += outcome.givenUpMillis() != CampaignOutcome.NEVER ? 1 : 0;
        failures += outcome.failures();
        stayed += stays.size();
        for (Stayed stay : stays) {
            cut += stay.endMillis > end ? 1 : 0;
            interrupted += stay.isInterrupted ? 1 : 0;
        }
    }

    /**
     * What the log says its pieces had is what its account is made of, in time and in node time.
     */
    static void checkAgainstLog(
            String which, int campaign, CampaignOutcome outcome, DisturbedWorld.Played played) {
        CampaignSource source = played.watched().source();
        JobLog log = played.outcome().log();
        long millis = 0;
        long nodeMillis = 0;
        long lostMillis = 0;
        boolean isCut = false;
        for (int job = 0; job < log.jobs().count(); job++) {
            if (!source.isPiece(job) || source.campaign(job) != campaign) {
                continue;
            }
            for (Segment segment : log.segmentsBefore(job)) {
                millis += segment.lengthMillis();
                nodeMillis += segment.nodes() * segment.lengthMillis();
            }
            if (log.hasStarted(job) && log.state(job) != JobState.WAITING) {
                millis += log.executedLastMillis(job);
                nodeMillis += log.nodesHeld(job) * log.executedLastMillis(job);
            }
            lostMillis += log.lostMillis(job);
            isCut |= log.state(job) == JobState.RUNNING;
        }
        assertThat(outcome.allocatedMillis()).as(which).isEqualTo(millis);
        assertThat(sum(outcome)).as(which).isEqualTo(nodeMillis);
        if (!isCut) {
            assertThat(millis - outcome.millis(Use.USEFUL)).as(which).isEqualTo(lostMillis);
        }
    }

    static long sum(CampaignOutcome outcome) {
        return outcome.nodeMillis().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Useful and lost by kind are all there is; tokens are whole steps, or the last of them. */
    private static void checkUses(String which, CampaignOutcome outcome) {
        Campaign campaign = outcome.campaign();
        assertThat(outcome.isDone() && outcome.givenUpMillis() != CampaignOutcome.NEVER).isFalse();
        if (outcome.venue() < 0) {
            assertThat(sum(outcome)).as(which).isZero();
            return;
        }
        Venue venue = campaign.venues().get(outcome.venue());
        for (Use use : Use.values()) {
            assertThat(outcome.nodeMillis().get(use))
                    .as("%s %s", which, use)
                    .isEqualTo(
                            use == Use.SPARE
                                    ? venue.spares() * outcome.allocatedMillis()
                                    : venue.nodes() * outcome.millis(use));
        }
        assertThat(outcome.tokensDone())
                .as(which)
                .isEqualTo(
                        Math.min(
                                campaign.tokens(), outcome.stepsDone() * campaign.tokensPerStep()));
        long fewest = (long) Math.ceil(venue.speed().bestStepMillis());
        long steps = outcome.stepsDone() - campaign.stepsBefore();
        assertThat(steps == 0 || outcome.millis(Use.USEFUL) >= fewest).as(which).isTrue();
    }

    /** Ordinary jobs: whole if they have completed, and no longer than they are. */
    private void checkOthers(String which, DisturbedWorld world, JobLog log) {
        for (int job = 0; job < world.workload.count(); job++) {
            requeuedJobs += log.segmentsBefore(job).isEmpty() ? 0 : 1;
            failedJobs += log.state(job) == JobState.FAILED ? 1 : 0;
            if (!log.hasStarted(job)) {
                continue;
            }
            long whole = Math.min(world.workload.runMillis(job), log.jobs().walltimeMillis(job));
            long before = log.segmentsBefore(job).stream().mapToLong(Segment::lostMillis).sum();
            assertThat(log.executedMillis(job) - log.executedLastMillis(job))
                    .as("%s job %d", which, job)
                    .isEqualTo(before); // all of what went before was lost
            switch (log.state(job)) {
                case COMPLETED -> assertThat(log.executedLastMillis(job)).isEqualTo(whole);
                case FAILED -> {
                    assertThat(world.fails).isTrue();
                    assertThat(log.lostLastMillis(job)).isEqualTo(log.executedLastMillis(job));
                }
                default -> assertThat(log.executedLastMillis(job)).isLessThanOrEqualTo(whole);
            }
        }
    }

    private static void checkAgain(
            String which, DisturbedWorld world, DisturbedWorld.Played first) {
        DisturbedWorld.Played again = world.play();
        checkSame(which, first, again);
    }

    /** That two runs are the same to the last millisecond and node. */
    static void checkSame(String which, DisturbedWorld.Played first, DisturbedWorld.Played again) {
        assertThat(again.campaigns()).as(which).isEqualTo(first.campaigns());
        checkSameJobs(which, first, again);
    }

    static void checkSameJobs(
            String which, DisturbedWorld.Played first, DisturbedWorld.Played again) {
        JobLog log = first.outcome().log();
        JobLog other = again.outcome().log();
        assertThat(other.jobs().count()).isEqualTo(log.jobs().count());
        for (int job = 0; job < log.jobs().count(); job++) {
            assertThat(other.state(job)).as(which).isEqualTo(log.state(job));
            assertThat(other.segmentsBefore(job)).as(which).isEqualTo(log.segmentsBefore(job));
            if (log.hasStarted(job)) {
                assertThat(other.startMillis(job)).as(which).isEqualTo(log.startMillis(job));
                assertThat(other.endMillis(job)).as(which).isEqualTo(log.endMillis(job));
                assertThat(other.nodeSet(job)).as(which).isEqualTo(log.nodeSet(job));
            }
        }
    }
}
