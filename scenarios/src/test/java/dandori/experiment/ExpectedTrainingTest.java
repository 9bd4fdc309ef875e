package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.machine.Machine;
import dandori.scenario.Scenario;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.campaign.Campaigns;
import dandori.scenario.campaign.ExpectedTraining;
import dandori.scenario.campaign.VenuePlan;
import dandori.training.TrainingCase;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a training is expected to take, against campaigns that are played. */
class ExpectedTrainingTest {

    private static final double HOUR_MILLIS = 3_600_000;

    private static Scenario scenario(String machine, int nodes, String failures) {
        return Studies.scenario(
                """
                scenario: alone
                machines:
                  it: {from: catalogue/%s}
                campaigns:
                  only: {organization: us, model: llm-jp-172b, nodes: %d, tokens: 300 B}
                %s
                policies:
                  easy: {backfill: easy}
                run: {seeds: 1..20}
                """
                        .formatted(machine, nodes, failures));
    }

    private static ExpectedTraining expected(Scenario scenario) {
        CampaignPlan plan = scenario.campaigns().get(0);
        VenuePlan venue = plan.venues().get(0);
        TrainingCase what = Objects.requireNonNull(venue.training());
        Machine machine = scenario.machines().get(0);
        double steps = Math.ceil(plan.tokens() / what.tokensPerStep());
        return ExpectedTraining.of(
                        machine, venue.nodes(), what, steps * venue.bestStepMillis(machine))
                .orElseThrow();
    }

    @Test
    void playedCampaignsTakeAsLongOnAverage() throws InterruptedException {
        Scenario scenario = scenario("sakura-hokkaido", 64, "failures: {it: {}}");
        ExpectedTraining expected = expected(scenario);
        Study study = Studies.play(scenario, 1, null);
        Group only = new Group(Group.Kind.CAMPAIGN, "only");
        Spread done = study.spread("easy", only, "done_s");
        Spread failures = study.spread("easy", only, "failures");

        assertThat(1000 * done.mean())
                .isCloseTo(expected.wallMillis(), within(3 * 1000 * done.halfWidth() / 2));
        assertThat(done.halfWidth()).isLessThan(3 * 3600); // of twenty days
        assertThat(failures.mean())
                .isCloseTo(expected.failures(), within(3 * failures.halfWidth() / 2));
    }

    @Test
    void itIsWrittenAsOftenAsCampaignsWrite() {
        Scenario scenario = scenario("sakura-hokkaido", 64, "failures: {it: {}}");
        ExpectedTraining expected = expected(scenario);
        var venue =
                new Campaigns(scenario.machines(), scenario.failures(), false)
                        .of(scenario.campaigns(), null)
                        .get(0)
                        .venues()
                        .get(0);

        assertThat(expected.intervalMillis()).isEqualTo(venue.intervalMillis());
        assertThat(expected.writeMillis()).isEqualTo(venue.checkpointMillis());
        assertThat(expected.restartMillis()).isEqualTo(venue.restartMillis());
    }

    @Test
    void itFollowsDalyByHand() {
        ExpectedTraining expected = expected(scenario("sakura-hokkaido", 64, "failures: {it: {}}"));
        double mtbf = 1_000 * 24 * HOUR_MILLIS / (2.3 * 64);
        double write = expected.writeMillis();
        double young = Math.sqrt(2 * write * mtbf);

        assertThat(expected.mtbfMillis()).isCloseTo(mtbf, within(1.0));
        assertThat(write).isBetween(14 * 170e9 / (64 * 1.2e6), 14 * 174e9 / (64 * 1.2e6));
        assertThat(expected.intervalMillis()).isBetween(young - write, young);
        assertThat(expected.isMtbfAssumed()).isTrue();
        assertThat(expected.isWritingAssumed()).isTrue();
    }

    @Test
    void whatIsPublishedIsNotAssumed() {
        Scenario scenario = scenario("jean-zay-a100", 48, "failures: {it: {}}");
        ExpectedTraining expected = expected(scenario);

        assertThat(expected.isMtbfAssumed()).isFalse();
        assertThat(expected.isWritingAssumed()).isFalse(); // 48 x 1.2 GB/s are more than its 57
    }

    @Test
    void whereNobodySaysHowOftenNodesFailNothingIsExpected() {
        Scenario scenario = scenario("azure-eagle", 64, "");
        VenuePlan venue = scenario.campaigns().get(0).venues().get(0);

        assertThat(
                        ExpectedTraining.of(
                                scenario.machines().get(0),
                                64,
                                Objects.requireNonNull(venue.training()),
                                24 * HOUR_MILLIS))
                .isEmpty();
    }
}
