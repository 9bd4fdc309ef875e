package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.sim.Moves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scenarios say of jobs that choose their machine. */
class RoutingReadingTest {

    private static final String TWO =
            """
            scenario: two
            machines:
              one: {nodes: 64}
              two: {nodes: 8}
            organizations:
              us: {home: one, mayMove: true}
              them: {home: two}
            workload:
              streams:
                - {organization: us, generate: {load: 0.7, nodes: {max: 16}}}
                - {organization: them, generate: {load: 0.7, nodes: {max: 4}}}
              routing: least-loaded
              moves: {transfer: 30min, nodesPer: {one: 4}, speeds: {two: 3}}
            policies:
              base: {abstract: true, routing: earliest-start}
              shared: {}
              planned: {extends: base}
              strict: {extends: base, routing: home}
            """;

    @Test
    void policiesSayWhereJobsGoAndElseTheWorkloadDoes() {
        Scenario scenario = scenario(TWO);

        assertThat(scenario.policies())
                .extracting(policy -> policy.routing().use())
                .containsExactly("least-loaded", "earliest-start", "home");
        assertThat(scenario.policies())
                .extracting(PolicyParts::keepsHome)
                .containsExactly(false, false, true);
    }

    @Test
    void factorsThatAreLeftOutMakeNodesThatStandForEachOtherEquallyFast() {
        Scenario scenario = scenario(TWO);

        assertThat(MovePlan.of(scenario, List.of("them", "us", "a-guest")))
                .isEqualTo(
                        new Moves(
                                List.of(1, 0, 0),
                                List.of(false, true, false),
                                List.of(4.0, 1.0),
                                List.of(0.25, 3.0),
                                1_800_000));
    }

    @Test
    void theResolvedTextIsReadBackToTheSame() {
        Scenario scenario = scenario(TWO);
        String text = ScenarioText.of(scenario, PARTS);

        assertThat(scenario(text)).isEqualTo(scenario);
        assertThat(text)
                .contains(
                        "    mayMove: true\n",
                        """
                          routing:
                            use: least-loaded
                          moves:
                            transfer: 30min
                            nodesPer:
                              one: 4
                            speeds:
                              two: 3
                        """,
                        "    routing: home\n");
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(issues(TWO.replace(", mayMove: true", "")))
                .containsExactly(
                        "policies.shared (line 16): routing 'least-loaded' sends nobody elsewhere:"
                                + " no organization may move.\n"
                                + "Maybe 'mayMove: true' at an organization.");
        assertThat(issues(TWO, "policies.shared.routing=cheapest"))
                .containsExactly(
                        "policies.shared.routing (--set): routing 'cheapest' needs prices, and no"
                                + " machine has one.\n"
                                + "Maybe machines whose file has 'prices' (dandori describe"
                                + " MACHINE).");
        assertThat(issues(TWO, "policies.shared.routing={use: greenest, by: 3}"))
                .containsExactly(
                        "policies.shared.routing.by (--set): routing 'greenest' has no option"
                                + " 'by'.\n"
                                + "Maybe 'use'.");
        assertThat(issues(TWO, "policies.shared.routing=greenest"))
                .singleElement()
                .asString()
                .contains("needs the power of nodes");
        assertThat(issues(TWO, "organizations.us.mayMove=yes"))
                .singleElement()
                .asString()
                .contains("must be true or false");
    }

    @Test
    void machinesThatAreLeftOutAreNamed() {
        Scenario scenario =
                scenario(
                        TWO,
                        "machines.two={from: catalogue/sakura-hokkaido}",
                        "workload.routing=cheapest");

        assertThat(new Workloads(scenario, (read, all) -> {}).warnings())
                .containsExactly(
                        "Routing 'cheapest' sends nobody to one, of which no price is known; who is"
                                + " at home there stays only if nothing else takes him.");
    }

    @Test
    void explainedWaitsAndExtendedOverrunsGoWithEveryRouting() {
        assertThat(issues(TWO + "run: {explain: true}\n")).isEmpty();
        String extended = TWO + "run: {network: static, overrun: extend}\n";
        assertThat(issues(extended)).isEmpty();
    }
}
