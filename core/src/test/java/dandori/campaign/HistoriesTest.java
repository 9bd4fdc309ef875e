package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.failure.Breakage;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Campaigns, other jobs, failures and interruptions by chance: every millisecond is accounted for,
 * as it is when the pieces are walked through by hand.
 */
class HistoriesTest {

    private static final int NODES = 12;

    /** Slower on nodes of odd numbers, and where they lie apart. */
    static StepSpeed uneven(double bestMillis, double more) {
        return new StepSpeed() {
            @Override
            public double bestStepMillis() {
                return bestMillis;
            }

            @Override
            public double stepMillis(NodeSet nodes) {
                return nodes.size() == 0
                        ? bestMillis
                        : bestMillis
                                * (1 + more * (nodes.intervalCount() - 1 + nodes.first(0) % 2));
            }
        };
    }

    private static Campaign campaign(SplittableRandom random, int index) {
        double step = random.nextBoolean() ? 1 + random.nextInt(4) : 0.3 + 4 * random.nextDouble();
        long checkpoint = random.nextInt(4);
        long restart = random.nextInt(9);
        long margin = random.nextInt(3);
        long piece = restart + checkpoint + margin + (long) Math.ceil(step) + random.nextInt(70);
        double more = random.nextInt(3) == 0 ? 0 : 0.4 * random.nextDouble();
        Venue venue =
                Trainings.venue(
                        1 + random.nextInt(4),
                        random.nextInt(3),
                        piece,
                        uneven(step, more),
                        random.nextInt(8) == 0 ? Long.MAX_VALUE : 1 + random.nextInt(25),
                        checkpoint,
                        restart,
                        margin);
        Campaign one =
                Trainings.campaign("c" + index, venue, 1 + random.nextInt(40), random.nextInt(60));
        one = random.nextBoolean() ? Trainings.ahead(one) : one;
        return index > 0 && random.nextInt(3) == 0
                ? Trainings.after(one, random.nextInt(index))
                : one;
    }

    @Test
    void everyMillisecondIsAccountedForAsByHand() {
        int done = 0;
        int cut = 0;
        int failures = 0;
        int gone = 0;
        int interrupted = 0;
        int withdrawn = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Campaign> campaigns = new ArrayList<>();
            int campaignCount = random.nextInt(4);
            for (int index = 0; index <= campaignCount; index++) {
                campaigns.add(campaign(random, index));
            }
            CampaignSource source = new CampaignSource(others(random), campaigns);
            Loop loop = new Loop(source, NODES, true);
            disturb(loop, random);
            long end = loop.run(random.nextInt(3) == 0 ? random.nextInt(300) : 20_000);
            List<CampaignOutcome> outcomes = source.outcomes(end);
            assertThat(source.outcomes(end)).isEqualTo(outcomes);
            for (int index = 0; index < campaigns.size(); index++) {
                CampaignOutcome outcome = outcomes.get(index);
                String which = "seed " + seed + " campaign " + index;
                List<Stayed> stays = staysOf(index, source, loop);
                checkByHand(which, outcome, stays, end);
                checkConservation(which, outcome, stays, end);
                done += outcome.isDone() ? 1 : 0;
                cut += stays.stream().anyMatch(one -> one.endMillis > end) ? 1 : 0;
                failures += outcome.failures();
                interrupted += (int) stays.stream().filter(one -> one.isInterrupted).count();
            }
            gone += loop.log().split(" gone", -1).length - 1;
            withdrawn += source.jobs().count() - (int) rowsStarted(loop);
        }
        assertThat(List.of(done, cut, failures, gone, interrupted, withdrawn))
                .allMatch(many -> many > 400, "enough of everything");
    }

    /** The same in hours and with thousands of steps, too long to be walked through. */
    @Test
    void longHistoriesAddUp() {
        int pieces = 0;
        int failures = 0;
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double step = 2_000 + 60_000 * random.nextDouble();
            Venue venue =
                    Trainings.venue(
                            1 + random.nextInt(6),
                            random.nextInt(3),
                            (1 + random.nextInt(165)) * 3_600_000L,
                            uneven(step, 0.1 * random.nextDouble()),
                            600_000 + random.nextInt(10_000_000),
                            random.nextInt(300_000),
                            random.nextInt(1_800_000),
                            random.nextInt(600_000));
            Campaign one = Trainings.campaign("c", venue, 1 + random.nextInt(60_000), 77);
            CampaignSource source =
                    new CampaignSource(
                            Trainings.NOTHING,
                            List.of(random.nextBoolean() ? Trainings.ahead(one) : one));
            Loop loop = new Loop(source, NODES, true);
            int many = random.nextInt(200);
            for (int i = 0; i < many; i++) {
                int node = random.nextInt(NODES);
                boolean isSoftware = random.nextInt(3) == 0;
                loop.fails(
                        random.nextLong(2_000_000_000),
                        isSoftware ? Breakage.SOFTWARE : Breakage.NODE,
                        NodeSet.range(node, node),
                        isSoftware ? 0 : random.nextLong(200_000_000));
            }
            long end = loop.run(random.nextInt(3) == 0 ? 700_000_000 : Long.MAX_VALUE - 1);
            CampaignOutcome outcome = source.outcomes(end).get(0);
            checkConservation("seed " + seed, outcome, loop.stays(), end);
            pieces += outcome.pieces();
            failures += outcome.failures();
        }
        assertThat(pieces).isGreaterThan(2_000);
        assertThat(failures).isGreaterThan(5_000);
    }

    private static long rowsStarted(Loop loop) {
        return loop.stays().stream().mapToInt(one -> one.row).distinct().count();
    }

    private static Workload others(SplittableRandom random) {
        List<Job> jobs = new ArrayList<>();
        int jobCount = random.nextInt(12);
        for (int id = 1; id <= jobCount; id++) {
            long run = 1L + random.nextInt(60);
            jobs.add(new Job(id, random.nextInt(250), 1 + random.nextInt(8), run, run));
        }
        return Workload.of("others", jobs);
    }

    private static void disturb(Loop loop, SplittableRandom random) {
        int many = random.nextInt(14);
        for (int i = 0; i < many; i++) {
            long at = random.nextInt(400);
            int first = random.nextInt(NODES);
            int last = Math.min(NODES - 1, first + (random.nextInt(4) == 0 ? 3 : 0));
            boolean isSoftware = random.nextInt(4) == 0;
            loop.fails(
                    at,
                    isSoftware ? Breakage.SOFTWARE : Breakage.NODE,
                    NodeSet.range(first, isSoftware ? first : last),
                    isSoftware ? 0 : random.nextInt(80));
        }
        int interruptions = random.nextInt(4);
        for (int i = 0; i < interruptions; i++) {
            loop.interrupts(
                    new Loop.Interruption(
                            random.nextInt(400), random.nextInt(4), random.nextBoolean()));
        }
    }

    private static List<Stayed> staysOf(int campaign, CampaignSource source, Loop loop) {
        return loop.stays().stream()
                .filter(one -> source.isPiece(one.row) && source.campaign(one.row) == campaign)
                .toList();
    }

    /** As the stays come to when they are walked through. */
    static void checkByHand(String which, CampaignOutcome outcome, List<Stayed> stays, long end) {
        Campaign campaign = outcome.campaign();
        Venue venue = campaign.venues().get(Math.max(0, outcome.venue()));
        Map<Use, Long> time = new EnumMap<>(Use.class);
        long steps = campaign.stepsBefore();
        int failures = 0;
        long owed = 0;
        for (Stayed stay : stays) {
            Venue here = venue.at(stay.given);
            StayByHand hand = new StayByHand(here, stay, campaign.steps() - steps, owed, end);
            owed = hand.owedMillis;
            if (!stay.isInterrupted && stay.endMillis <= end) {
                assertThat(stay.endMillis).as(which).isEqualTo(hand.endMillis);
            }
            hand.timeMillis.forEach((use, millis) -> time.merge(use, millis, Long::sum));
            steps += hand.steps;
            failures += hand.failures;
            if (stay.endMillis <= end) {
                long all = hand.timeMillis.values().stream().mapToLong(millis -> millis).sum();
                assertThat(stay.uselessMillis)
                        .as(which)
                        .isEqualTo(all - hand.timeMillis.getOrDefault(Use.USEFUL, 0L));
            }
        }
        for (Use use : Use.values()) {
            assertThat(outcome.millis(use))
                    .as("%s %s", which, use)
                    .isEqualTo(time.getOrDefault(use, 0L));
        }
        assertThat(outcome.stepsDone()).as(which).isEqualTo(steps);
        assertThat(outcome.failures()).as(which).isEqualTo(failures);
        assertThat(outcome.pieces())
                .as(which)
                .isEqualTo((int) stays.stream().mapToInt(one -> one.row).distinct().count());
    }

    /** {@code done - submit = wait + on nodes}; node time given = node time accounted for. */
    static void checkConservation(
            String which, CampaignOutcome outcome, List<Stayed> stays, long end) {
        long given = 0;
        for (Stayed stay : stays) {
            given += stay.given * (Math.min(stay.endMillis, end) - stay.startMillis);
        }
        assertThat(outcome.nodeMillis().values().stream().mapToLong(millis -> millis).sum())
                .as(which)
                .isEqualTo(given);
        if (outcome.submitMillis() == CampaignOutcome.NEVER) {
            assertThat(stays).as(which).isEmpty();
            assertThat(outcome.venue()).isEqualTo(-1);
            return;
        }
        long until = outcome.isDone() ? outcome.doneMillis() : end;
        until = outcome.givenUpMillis() == CampaignOutcome.NEVER ? until : outcome.givenUpMillis();
        assertThat(outcome.waitMillis() + outcome.allocatedMillis())
                .as(which)
                .isEqualTo(until - outcome.submitMillis());
        assertThat(WallTime.of(outcome).millis()).isEqualTo(until - outcome.submitMillis());
        if (outcome.isDone()) {
            assertThat(outcome.stepsDone()).isEqualTo(outcome.campaign().steps());
            assertThat(outcome.tokensDone()).isEqualTo(outcome.campaign().tokens());
        } else {
            assertThat(outcome.stepsDone()).isLessThan(outcome.campaign().steps());
        }
    }
}
