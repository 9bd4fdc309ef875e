package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.Estimates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was understood, as text. */
class ScenarioTextTest {

    /** {@link Reading#RIGHT} with every default. */
    private static final String COMPLETE =
            """
            scenario: small
            machines:
              one:
                nodes: 64
                unit: node
            organizations:
              us:
                shares: 1
                home: one
            workload:
              streams:
                - organization: us
                  generate:
                    model: daily-cycle
                    load: 0.7
                    nodes:
                      min: 1
                      max: 16
                      powersOfTwo: 0.75
                      skew: 1.5
                    runTime:
                      median: 30min
                      p95: 8h
                      longest: 1d
                    estimates:
                      factor: 3
                    users: 30
                    endings:
                      cancelled: 0
                    cycle:
                      night: 0.3
                      weekend: 0.5
                      rush: 1
              routing: home
              onTooLarge: reject
            policies:
              easy:
                order:
                  use: fcfs
                backfill:
                  use: easy
                  candidates: unlimited
                placement:
                  use: count
                admission: none
                estimates: requested
            run:
              length: 4w
              warmUp: 0s
              seeds: 1
              start: 2026-01-05T00:00Z
              conventions: dandori
              overrun: kill
              network: none
              onFailure: requeue
              explain: false
              keep: tables
            report:
              by:
                - organization
                - nodesClass
              policies:
                - easy
              compareTo: easy
              figures:
                - campaigns
                - sizes
                - queue
                - load
                - waits
                - slowdowns
              folder: results/small
              parquet: false
            """;

    private static void assertRoundTrip(Scenario scenario) {
        String text = ScenarioText.of(scenario, PARTS);

        assertThat(scenario(text)).isEqualTo(scenario);
        assertThat(ScenarioText.of(scenario(text), PARTS)).isEqualTo(text);
    }

    @Test
    void everyDefaultIsFilledIn() {
        assertThat(ScenarioText.of(scenario(RIGHT), PARTS)).isEqualTo(COMPLETE);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertRoundTrip(scenario(RIGHT));
        assertRoundTrip(ScenarioReader.read(ExamplesTest.example("first-steps.yaml"), List.of()));
        assertRoundTrip(
                scenario(
                        RIGHT,
                        "run.seeds=[3, 1, 2]",
                        "description='yes: \"no\" # 5\n '",
                        "run.length=1h1s",
                        "run.start='2026-04-01T09:30+09:00[Asia/Tokyo]'",
                        "policies.007={backfill: depth:4}",
                        "policies.true={backfill: clairvoyant}",
                        "workload.streams[0].generate.load=1e-7",
                        "policies.d={backfill: {use: depth, reservations: unlimited}}",
                        "report.compareTo='007'",
                        "report.parquet=true",
                        "run.conventions=sc15",
                        "run.overrun=extend",
                        "workload.onTooLarge=error"));
        assertRoundTrip(
                scenario(
                        RIGHT,
                        "organizations={us: {shares: 40, users: {us-u1: 2}, accounts: {llm:"
                                + " {shares: 3, users: {kato: 2}, accounts: {a: {}, b: {asParent: true, users: {abe: 1}}}}}}}",
                        "policies.m={backfill: easy, order: {use: multifactor, weights: {age: 10,"
                                + " fairshare: 1000}, classic: true}}",
                        "policies.t={backfill: easy, order: {use: fair-tree, halfLife: 14d,"
                                + " codeTies: true}}"));
        assertRoundTrip(
                scenario(
                        RIGHT,
                        "run.warmUp=auto",
                        "run.until={figure: wait_p95_s, halfWidth: 2.5 %, seedsAtMost: 7}",
                        "report={metrics: [wait_mean_s, utilization], figures: [waits, load]}"));
        assertRoundTrip(
                scenario(
                        RIGHT,
                        "organizations={us: {home: one}, them: {home: one}}",
                        "workload.streams[0].generate={model: fugaku-general, jobsPerDay: 9,"
                                + " drawnAs: them, thin: {upTo: 4, by: 3}, cycle: {rush: 1.5}}"));
    }

    @Test
    void tracesAreReadBackFromAnyFolder(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("a b.swf"), "1 0 0 60 4 -1 -1 4 120 -1 1 7 3 -1 1 1 -1 -1\n");
        String stream =
                "workload.streams[0]={trace: {file: '"
                        + folder
                        + "/a b.swf', organizationFrom: queue, organizations: {1: us, '2': them,"
                        + " -1: us}, other: them, shift: 2d, from: 2020-01-01T00:00Z, to: 9y}}";

        Scenario scenario = scenario(RIGHT, stream);

        assertThat(scenario.run().lengthMillis()).isNull();
        assertThat(scenario.run().start()).isNull();
        assertRoundTrip(scenario);
    }

    @Test
    void policiesTakePartsFromThoseTheyExtend() {
        Scenario scenario =
                scenario(
                        RIGHT
                                + "  base: {abstract: true, order: sjf, backfill: {use: easy,"
                                + " candidates: 5}}\n"
                                + "  middle: {extends: base, estimates: exact}\n"
                                + "  leaf: {extends: middle, backfill: none}\n");

        assertThat(scenario.policies())
                .extracting(PolicyParts::name)
                .containsExactly("easy", "middle", "leaf");
        PolicyParts middle = scenario.policies().get(1);
        PolicyParts leaf = scenario.policies().get(2);
        assertThat(middle.backfill().options().count("candidates")).isEqualTo(5);
        assertThat(leaf.order().use()).isEqualTo("sjf");
        assertThat(leaf.backfill().use()).isEqualTo("none");
        assertThat(leaf.estimates()).isEqualTo(Estimates.EXACT);
    }

    @Test
    void easyPlusPlusIsShortestFirstOnPredictions() {
        Scenario scenario = scenario(RIGHT, "policies.easy={backfill: sjbf, estimates: predicted}");
        assertThat(scenario.policies().get(0).estimates()).isEqualTo(Estimates.PREDICTED);
        assertRoundTrip(scenario);
    }

    @Test
    void clairvoyantIsEasyThatKnowsRunTimes() {
        Scenario scenario = scenario(RIGHT, "policies.easy.backfill=clairvoyant");

        assertThat(scenario.policies().get(0).backfill().use()).isEqualTo("easy");
        assertThat(scenario.policies().get(0).estimates()).isEqualTo(Estimates.EXACT);
        assertThat(scenario.policies().get(0).open(PARTS).name()).isEqualTo("easy");
    }
}
