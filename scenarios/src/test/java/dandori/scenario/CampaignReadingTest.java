package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.campaign.Campaign;
import dandori.campaign.Chain;
import dandori.campaign.Venue;
import dandori.failure.Checkpointing;
import dandori.failure.FailureModel;
import dandori.failure.Lifetime;
import dandori.failure.Repair;
import dandori.machine.Machine;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.campaign.Campaigns;
import dandori.scenario.campaign.VenuePlan;
import dandori.scenario.failure.FailurePlan;
import dandori.training.Parallelism;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns and failures mean where little is said. */
class CampaignReadingTest {

    private static final double THOUSAND_NODE_DAYS_MILLIS = 1_000 * 86_400_000.0;

    private static Scenario scenario(String... settings) {
        return Reading.scenario(CampaignIssuesTest.RIGHT, settings);
    }

    private static CampaignPlan first(Scenario scenario) {
        return scenario.campaigns().get(0);
    }

    private static VenuePlan venue(String... settings) {
        return first(scenario(settings)).venues().get(0);
    }

    @Test
    void aModelBringsItsTokensAndItsBatch() {
        CampaignPlan plan = first(scenario());

        assertThat(plan.tokens()).isEqualTo(2_070_000_000_000L);
        assertThat(plan.tokensPerStep()).isEqualTo(1024 * 4096);
        assertThat(plan.stepsToDo()).isEqualTo(493_527); // 2.07e12 / 4,194,304 = 493,526.5
        assertThat(plan.tokensBefore()).isZero();
        assertThat(plan.chain()).isEqualTo(Chain.AFTER_END);
    }

    @Test
    void whatIsDoneIsWholeSteps() {
        CampaignPlan plan = first(scenario("campaigns.first.done=50 %"));

        assertThat(plan.tokensBefore() % plan.tokensPerStep()).isZero();
        assertThat((double) plan.tokensBefore() / plan.tokens()).isCloseTo(0.5, within(1e-5));
        assertThat(first(scenario("campaigns.first.done=1 T")).tokensBefore())
                .isEqualTo(238_418L * 1024 * 4096); // 1e12 / 4,194,304 = 238,418.6
    }

    @Test
    void ofARangeTheMostNodesAreTakenThatCanBe() {
        // 96, 95, …: 1,024 sequences in copies of powers of two, 40 heads and layers.
        VenuePlan venue = venue("campaigns.first.nodes=60..96");

        assertThat(venue.nodes()).isEqualTo(80);
        Parallelism spread = Objects.requireNonNull(venue.training()).parallelism();
        assertThat(spread.accelerators()).isEqualTo(640);
        assertThat(venue("campaigns.first.nodes=100..1000", "campaigns.first.spares=4").nodes())
                .isEqualTo(160);
    }

    @Test
    void anElasticOneRunsWhereverWholeCopiesShareOutTheSequences() {
        VenuePlan rigid = venue();
        VenuePlan plan = venue("campaigns.first.elastic=9..300");
        Parallelism spread = Objects.requireNonNull(plan.training()).parallelism();
        Scenario whole = scenario("campaigns.first.elastic=9..300");
        Machine hokkaido = whole.machines().get(0);
        Venue made =
                new Campaigns(whole.machines(), whole.failures(), true)
                        .of(whole.campaigns(), null)
                        .get(0)
                        .venues()
                        .get(0);

        // copies of 4 accelerators with micro-batches of 4: 2 copies a node, of 256 in all
        assertThat(spread.tensor() * spread.pipeline()).isEqualTo(4);
        assertThat(spread.microBatch()).isEqualTo(4);
        assertThat(plan.with(List.of())).isEqualTo(rigid);
        assertThat(plan.others().stream().map(VenuePlan::nodes)).containsExactly(16, 64, 128);
        for (VenuePlan other : plan.others()) {
            Parallelism its = Objects.requireNonNull(other.training()).parallelism();
            assertThat(its).isEqualTo(spread.withDegrees(2, 2, 2 * other.nodes()));
            VenuePlan alone =
                    venue(
                            "campaigns.first.nodes=" + other.nodes(),
                            "campaigns.first.parallelism={tensor: 2, pipeline: 2, interleave: 5, microBatch: 4}");
            assertThat(other.bestStepMillis(hokkaido)).isEqualTo(alone.bestStepMillis(hokkaido));
            assertThat(other.checkpoint()).isEqualTo(alone.checkpoint());
            assertThat(other.pieceMillis()).isEqualTo(alone.pieceMillis());
        }
        assertThat(made.request().elasticity().leastNodes()).isEqualTo(16);
        assertThat(made.request().elasticity().nextNodes(32)).isEqualTo(64);
        assertThat(made.request().elasticity().speedup(32))
                .isEqualTo(
                        plan.others().get(0).bestStepMillis(hokkaido)
                                / plan.bestStepMillis(hokkaido));
        assertThat(venue("campaigns.first={organization: us, model: llm-jp-13b, elastic: 9..99}"))
                .extracting(VenuePlan::nodes, VenuePlan::mostNodes)
                .containsExactly(80, 80);
    }

    @Test
    void whatIsWrittenOfAnElasticOneIsReadBack() {
        isReadBack();
        isReadBack("campaigns.first.piece=24h");
        isReadBack("campaigns.first.checkpoint={bandwidth: 50 GB/s}", "campaigns.first.spares=2");
    }

    private static void isReadBack(String... settings) {
        String text =
                CampaignIssuesTest.RIGHT.replace("nodes: 32}", "nodes: 32, elastic: 10..100}");
        Scenario whole = Reading.scenario(text, settings);
        isReadBack(whole);
    }

    private static void isReadBack(Scenario whole) {
        String text = ScenarioText.of(whole, PARTS);
        Scenario again = Reading.scenario(text);

        assertThat(text).contains("elastic: 16..64");
        for (int i = 0; i < whole.campaigns().size(); i++) {
            assertThat(again.campaigns().get(i).venues())
                    .isEqualTo(whole.campaigns().get(i).venues());
        }
        assertThat(ScenarioText.of(again, PARTS)).isEqualTo(text);
    }

    @Test
    void acceleratorsAreWholeNodes() {
        String nodes = "campaigns.first={organization: us, model: llm-jp-13b, accelerators: %s}";

        assertThat(venue(nodes.formatted("256")).nodes()).isEqualTo(32);
        assertThat(venue(nodes.formatted("129..260")).nodes()).isEqualTo(32);
    }

    @Test
    void aPieceIsAsLongAsNeededOrAsTheGroupAllows() {
        VenuePlan free = venue();
        Machine hokkaido = scenario().machines().get(0);
        double all = 493_527 * free.bestStepMillis(hokkaido);

        assertThat((double) free.pieceMillis()).isBetween(1.1 * all, 1.1 * all + 3 * 3_600_000);
        assertThat(onFugaku("").pieceMillis()).isEqualTo(24 * 3_600_000); // small and large: 24 h
        assertThat(onFugaku(", partition: ppu2023").pieceMillis()).isEqualTo(165 * 3_600_000);
    }

    private static VenuePlan onFugaku(String more) {
        return venue(
                "campaigns.first={organization: us, model: fugaku-llm-13b, machine: fugaku, shape:"
                        + " 48x6x48:torus:strict-io, parallelism: {tensor: 6, pipeline: 8, microBatch:"
                        + " 1, globalBatch: 2016}"
                        + more
                        + "}");
    }

    @Test
    void aBoxSaysHowManyNodes() {
        VenuePlan venue = onFugaku("");

        assertThat(venue.nodes()).isEqualTo(13_824);
        assertThat(Objects.requireNonNull(venue.training()).parallelism().data()).isEqualTo(288);
    }

    @Test
    void checkpointsAreWrittenAsFastAsStorageAndNodesAllow() {
        VenuePlan hokkaido = venue();
        double parameters = first(scenario()).model().transformer().parameters();

        // Neither is published: 1.2 GB/s a node.
        assertThat(hokkaido.checkpoint().bytesPerSecond()).isEqualTo(32 * 1.2e9);
        assertThat(hokkaido.checkpoint().bytes()).isEqualTo(14 * parameters);
        // 13,824 nodes could write 16.6 TB/s, the storage of Fugaku takes 1.5.
        assertThat(onFugaku("").checkpoint().bytesPerSecond()).isEqualTo(1.5e12);
        assertThat(
                        venue("campaigns.first.checkpoint={size: 100 GB, bandwidth: 3 GB/s}")
                                .checkpoint()
                                .writeMillis())
                .isEqualTo(33_334);
    }

    @Test
    void theIntervalIsDalysByAllThatBreaks() {
        String failures = "failures.hokkaido={per1000NodeDays: 5, software: {per1000NodeDays: 3}}";
        Venue daly = made(scenario(failures));
        double mtbf = THOUSAND_NODE_DAYS_MILLIS / 8 / 32;

        assertThat((double) daly.intervalMillis())
                .isCloseTo(
                        new Checkpointing.Daly().intervalMillis(daly.checkpointMillis(), mtbf),
                        within(2.0));
        Venue young = made(scenario(failures, "campaigns.first.checkpoint={rule: young}"));
        assertThat((double) young.intervalMillis())
                .isCloseTo(Math.sqrt(2 * young.checkpointMillis() * mtbf), within(2.0));
        Venue fixed = made(scenario("campaigns.first.checkpoint={rule: fixed, interval: 3h}"));
        assertThat(fixed.intervalMillis()).isEqualTo(3 * 3_600_000);
    }

    @Test
    void withoutFailuresACheckpointIsWrittenAtTheEndOfAPiece() {
        Scenario scenario = scenario("failures={flat: {nodeMtbf: 1y}}");

        assertThat(made(scenario).intervalMillis()).isEqualTo(Long.MAX_VALUE);
    }

    private static Venue made(Scenario scenario) {
        return campaigns(scenario).get(0).venues().get(0);
    }

    private static List<Campaign> campaigns(Scenario scenario) {
        return new Campaigns(scenario.machines(), scenario.failures(), false)
                .of(scenario.campaigns(), scenario.run().start());
    }

    @Test
    void datesAndOrderBecomeInstantsAndPlaces() {
        List<Campaign> campaigns =
                campaigns(
                        scenario(
                                "campaigns.first.submit=2026-01-06T00:00Z",
                                "campaigns.first.deadline=3w",
                                "campaigns.next.delay=2d"));

        assertThat(campaigns.get(0).submitMillis()).isEqualTo(86_400_000); // from 5 January
        assertThat(campaigns.get(0).deadlineMillis()).isEqualTo(21L * 86_400_000);
        assertThat(campaigns.get(1).after()).isZero();
        assertThat(campaigns.get(1).submitMillis()).isEqualTo(2 * 86_400_000);
        assertThat(campaigns.get(1).deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void machinesTakeWhatTheyDoNotSayFromTheCampaign() {
        CampaignPlan plan =
                first(
                        scenario(
                                "campaigns.first={organization: us, model: llm-jp-13b, nodes: 32,"
                                        + " restart: 5min, stepTime: 4s, machines: [hokkaido,"
                                        + " {machine: flat, nodes: 16, stepTime: 9s}]}"));

        assertThat(plan.venues())
                .extracting(VenuePlan::machine)
                .containsExactly("hokkaido", "flat");
        assertThat(plan.venues()).extracting(VenuePlan::nodes).containsExactly(32, 16);
        assertThat(plan.venues())
                .extracting(VenuePlan::givenStepMillis)
                .containsExactly(4_000L, 9_000L);
        assertThat(plan.venues()).extracting(VenuePlan::restartMillis).containsOnly(300_000L);
    }

    @Test
    void aMachinesOwnFailuresHold() {
        FailurePlan plan = Objects.requireNonNull(scenario().failures().get("hokkaido"));

        assertThat(plan.lifetime())
                .isEqualTo(new Lifetime.Exponential(Math.round(THOUSAND_NODE_DAYS_MILLIS / 2.3)));
        assertThat(plan.softwareMtbfMillis()).isNull();
        assertThat(plan.repair()).isEqualTo(new Repair.LogNormal(4 * 3.6e6, 24 * 3.6e6));
        assertThat(plan.lemons()).isNull();
    }

    @Test
    void softwareIsWhatInterruptsAndIsNoFailure() {
        Scenario scenario =
                scenario(
                        "machines.hokkaido.from=catalogue/sakuraone",
                        "failures.hokkaido={per1000NodeDays: 2, switches: {mtbf: 10y}, software:"
                                + " {nodeMtbf: 100d}}");
        FailurePlan plan = Objects.requireNonNull(scenario.failures().get("hokkaido"));
        FailureModel model = plan.model(scenario.machines().get(0));

        assertThat(model.hazards()).hasSize(3);
        assertThat(plan.softwareMtbfMillis()).isEqualTo(100L * 86_400_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run.onFailure=fail",
                "campaigns.next.chain=ahead",
                "campaigns.first.deadline=2026-03-01T00:00+09:00",
                "campaigns.first.done=12.5 %",
                "campaigns.first.checkpoint={rule: fixed, interval: 2h30min, size: 1.23 TB, bandwidth: 0.7 GB/s}",
                "campaigns.first.spares=2",
                "campaigns.first={organization: us, model: llm-jp-13b, nodes: 8, machine: flat, stepTime: 4.32s}",
                "campaigns.first={organization: us, model: llm-jp-13b, nodes: 32, machines: [hokkaido, {machine: fugaku, nodes: 512}]}",
                "campaigns.first={organization: us, model: fugaku-llm-13b, machine: fugaku, partition: ppu2023, shape: 48x6x48:torus:strict-io, parallelism: {tensor: 6, pipeline: 8, microBatch: 1, globalBatch: 2016}}",
                "failures.hokkaido={nodeMtbf: 2y, lifetime: {distribution: weibull, shape: 0.7, age: new}, lemons: {nodes: 5 %, failures: 52.5 %}}",
                "failures.hokkaido={per1000NodeDays: 6.5, switches: {mtbf: 4y, repair: {distribution: fixed, mean: 2h}}, software: {per1000NodeDays: 1.7}, repair: {distribution: exponential, mean: 6h}}"
            })
    void whatIsWrittenIsReadBack(String setting) {
        Scenario scenario = scenario(setting);
        String text = ScenarioText.of(scenario, PARTS);
        Scenario again = Reading.scenario(text);

        assertThat(again.campaigns()).isEqualTo(scenario.campaigns());
        assertThat(again.failures()).isEqualTo(scenario.failures());
        assertThat(again.run()).isEqualTo(scenario.run());
        assertThat(ScenarioText.of(again, PARTS)).isEqualTo(text);
    }
}
