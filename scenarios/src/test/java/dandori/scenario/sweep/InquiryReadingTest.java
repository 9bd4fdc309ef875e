package dandori.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.KnownParts;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches and sensitivities as files have them. */
class InquiryReadingTest {

    private static final String FILE =
            """
            scenario: asked
            machines:
              one: {nodes: 64}
            organizations:
              us: {home: one}
            workload:
              streams:
                - {organization: us, generate: {load: 0.7, nodes: {max: 16}}}
            policies:
              base: {abstract: true, order: sjf}
              fcfs: {backfill: none}
              easy: {backfill: easy}
            run: {length: 1w, seeds: 1..3}
            """;
    private static final String SEARCH =
            """
            search:
              change: machines.one.nodes
              between: 32..96
              step: 8
              target: {figure: wait_p95_s, policy: easy, organization: us, atMost: 12h}
            """;
    private static final String SENSITIVITY =
            """
            sensitivity:
              figure: utilization
              inputs:
                machines.one.nodes: [60, 68]
                workload.streams[0].generate.load: [0.6, 0.8]
            """;

    private static Variants read(String text, String... settings) {
        return VariantReader.read(
                "my.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                List.of(settings),
                KnownParts.found());
    }

    private static List<String> issues(String text, String... settings) {
        try {
            read(text, settings);
            return List.of();
        } catch (ScenarioException e) {
            return e.issues().stream().map(Issue::text).toList();
        }
    }

    @Test
    void everyDefaultIsFilledInAndReadBack() {
        for (String section : List.of(SEARCH, SENSITIVITY)) {
            Variants variants = read(FILE + section);
            String text = VariantsText.of(variants, KnownParts.found());
            Variants again = read(text);

            assertThat(again.first()).isEqualTo(variants.first());
            assertThat(VariantsText.of(again, KnownParts.found())).isEqualTo(text);
        }
        assertThat(VariantsText.of(read(FILE + SEARCH), KnownParts.found()))
                .contains(
                        """
                        search:
                          change: machines.one.nodes
                          between: 32..96
                          step: 8
                          find: smallest
                          target:
                            figure: wait_p95_s
                            policy: easy
                            organization: us
                            atMost: 12h
                          certainty: 0.95
                          seedsAtMost: 3
                        """);
        assertThat(VariantsText.of(read(FILE + SENSITIVITY), KnownParts.found()))
                .contains("workload.streams[0].generate.load:\n      - 0.6\n      - 0.8")
                .contains("design: oneAtATime");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    32..96 | 8 | 32, 40, 48
                    0.5..0.9 | 0.1 | 0.5, 0.6, 0.7
                    0..1 | 0.25 | 0, 0.25, 0.5
                    6h..2d | 6h | 6h, 12h, 18h
                    0..1d | 90min | 0s, 1h30min, 3h
                    50..90 % | 10 | 50 %, 60 %, 70 %
                    50 %..90 % | 10 % | 50 %, 60 %, 70 %
                    0.5 kW..2 kW | 0.5 kW | 0.5 kW, 1 kW, 1.5 kW
                    -2..2 | 1 | -2, -1, 0
                    1000..1000000 | 1000 | 1000, 2000, 3000
                    """)
    void valuesHaveUnitsAndStepsAreExact(String between, String step, String first) {
        Search search =
                (Search)
                        read(
                                        FILE + SEARCH.replace("machines.one.nodes", "description"),
                                        "description=any",
                                        "search.between='" + between + "'",
                                        "search.step='" + step + "'")
                                .first()
                                .inquiry();

        assertThat(String.join(", ", search.between().texts().subList(0, 3))).isEqualTo(first);
    }

    @Test
    void boundsAreInTheUnitOfTheFigure() {
        assertThat(bound("figure: wait_p95_s, atMost: 12h")).isEqualTo(43_200);
        assertThat(bound("figure: utilization, atLeast: 85 %")).isEqualTo(0.85);
        assertThat(bound("figure: bounded_slowdown_mean, atMost: 9.5")).isEqualTo(9.5);
    }

    private static double bound(String target) {
        Search search =
                (Search) read(FILE + SEARCH, "search.target={" + target + "}").first().inquiry();
        return search.targets().get(0).bound();
    }

    @Test
    void severalTargetsAndPlacesAreLists() {
        Variants variants =
                read(
                        FILE + SEARCH,
                        "machines.two={nodes: 64}",
                        "search.change=[machines.one.nodes, machines.two.nodes]",
                        "search.target=[{figure: wait_mean_s, machine: two, atMost: 0}, {figure:"
                                + " utilization, atLeast: 0.5}]");
        Search search = (Search) variants.first().inquiry();

        assertThat(search.targets()).hasSize(2);
        assertThat(search.name()).isEqualTo("machines.one.nodes");
        assertThat(read(VariantsText.of(variants, KnownParts.found())).first())
                .isEqualTo(variants.first());
        Variant point =
                new Points(variants.first(), KnownParts.found())
                        .at(
                                3,
                                search,
                                java.util.Map.of(
                                        "machines.one.nodes", "40", "machines.two.nodes", "40"));
        assertThat(point.text()).isEqualTo("machines.one.nodes 40");
        assertThat(point.scenario().machines()).extracting(m -> m.nodes()).containsExactly(40, 40);
    }

    /** A setting of the search, and the one issue that it makes; {@code /} for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    change=machines.won.nodes # search.change (--set): there is no value at 'machines.won.nodes' that could change./Maybe 'machines.one.nodes'.
                    change=machines.one # search.change (--set): there is no value at 'machines.one' that could change./Maybe 'machines.one.unit'.
                    between=0..96 # search.change (line 15): with machines.one.nodes=0: machines.one.nodes: must be at least 1, but is 0.
                    step=0.5 # search.change (line 15): with machines.one.nodes=32.5: machines.one.nodes: must be a whole number, but is 32.5.
                    between=96..32 # search.between (--set): must go up, but is '96..32'.
                    between=many # search.between (--set): must be the lowest and the highest value, but is 'many'./Maybe 100..400, or 0.5..0.9, or 6h..2d.
                    between=32..97 # search.between (--set): must be a whole number of steps (8) wide, but is '32..97'./Maybe 32..96.
                    between=1h..96 # search.between (--set): must have one unit on both sides, but is '1h..96'.
                    between=0..8000000 # search.between (--set): has more than 100000 values./Maybe a larger step.
                    step=2h # search.step (--set): must be above 0 and in the unit of 'between', but is '2h'.
                    step=0 # search.step (--set): must be above 0 and in the unit of 'between', but is 0.
                    find=best # search.find (--set): must be 'smallest' or 'largest', but is 'best'.
                    target.figure=wait_p59_s # search.target.figure (--set): there is no figure 'wait_p59_s' of an organization in such a scenario./Maybe 'wait_p95_s'.
                    target.policy=esay # search.target.policy (--set): there is no policy 'esay' that is run./Maybe 'easy'.
                    target.organization=uss # search.target.organization (--set): there is no organization 'uss' here./Maybe 'us'.
                    target.machine=one # search.target (line 18): is about 'organization' or about 'machine', not both./Maybe leave one out.
                    target.atMost=12 # search.target.atMost (--set): must be a duration with its unit, but is 12./Maybe '12min'.
                    target.atLeast=1h # search.target (line 18): has 'atMost' and 'atLeast'; a target has one bound./Maybe two targets, in a list.
                    target={figure: utilization} # search.target (--set): 'atMost' or 'atLeast' is missing./Maybe atMost: 12h
                    certainty=100 % # search.certainty (--set): must be below 100 %./Maybe 95 %.
                    """)
    void whatIsWrongWithASearchIsSaid(String setting, String text) {
        List<String> found = issues(FILE + SEARCH, "search." + setting);

        assertThat(found).hasSize(1).first().asString().startsWith(text.replace('/', '\n'));
    }

    /** Both ends can be read, the middle cannot; and of many values those that are likely first. */
    @Test
    void valuesBetweenTheEndsAreReadBeforeAnythingIsPlayed() {
        assertThat(issues(FILE + SEARCH, "search.between=32..95.5", "search.step=63.5"))
                .hasSize(1)
                .first()
                .asString()
                .contains("with machines.one.nodes=95.5:");
        assertThat(issues(FILE + SEARCH, "search.between=1000..50999", "search.step=0.5"))
                .containsExactly(
                        "search.change (line 15): with machines.one.nodes=25999.5:"
                                + " machines.one.nodes: must be a whole number, but is 25999.5.");
    }

    @Test
    void aScenarioThatIsTooLongWithItsDefaultsIsToldOnce() {
        String stream = "    - {organization: us, generate: {load: 0.001, nodes: {max: 16}}}\n";
        String many = FILE.replace("policies:\n", stream.repeat(3_000) + "policies:\n");

        assertThat(VariantsText.isReadable(read(FILE), KnownParts.found())).isTrue();
        assertThat(VariantsText.isReadable(read(many), KnownParts.found())).isFalse();
        assertThat(issues(many + SEARCH))
                .singleElement()
                .asString()
                .contains("search.change", VariantsText.TOO_LONG);
    }

    @Test
    void halvingComesToEachPlaceOnce() {
        assertThat(Halving.places(9, 100)).containsExactly(0, 8, 4, 2, 6, 1, 3, 5, 7);
        assertThat(Halving.places(2, 100)).containsExactly(0, 1);
        assertThat(Halving.places(100_000, 5)).containsExactly(0, 99_999, 49_999, 24_999, 74_999);
        for (int count = 2; count < 70; count++) {
            assertThat(Halving.places(count, 100)).hasSize(count).doesNotHaveDuplicates();
        }
    }

    @Test
    void aSearchNeedsSeedsAndNoSweepBesideIt() {
        assertThat(issues(FILE + SEARCH, "run.seeds=1"))
                .containsExactly(
                        "search (line 14): needs two seeds or more: of one run nothing is certain.\n"
                                + "Maybe run.seeds: 1..5, or 'certainty: 0' for a search by the means"
                                + " alone.");
        assertThat(issues(FILE + SEARCH, "run.seeds=1", "search.certainty=0")).isEmpty();
        assertThat(issues(FILE + SEARCH, "run.length={sweep: [1w, 2w]}"))
                .containsExactly(
                        "search (line 14): does not go with a sweep: the values of a file change by"
                                + " one of them.\nMaybe a file without sweeps, run once for each of"
                                + " their values, with --set.");
        assertThat(issues(FILE + SEARCH, "search.step={sweep: [4, 8]}"))
                .first()
                .asString()
                .contains("no sweep can stand here");
        assertThat(issues(FILE + SEARCH, "run.until={figure: wait_mean_s, halfWidth: 5 %}"))
                .first()
                .asString()
                .contains("does not go with 'run.until'")
                .contains("Maybe 'seedsAtMost' here.");
        assertThat(issues(FILE + SEARCH, "run.warmUp=auto"))
                .containsExactly(
                        "search (line 14): does not go with 'run.warmUp: auto': where a queue does not"
                                + " settle none is found, which says neither that targets hold nor that"
                                + " they fail.\nMaybe a duration: a run without the search tells what"
                                + " 'auto' finds.");
        assertThat(issues(FILE + SEARCH, "run.warmUp=2d")).isEmpty();
        assertThat(issues(FILE + SEARCH + SENSITIVITY))
                .containsExactly(
                        "sensitivity (line 19): a file has a search or a sensitivity, not both.\n"
                                + "Maybe a file for each: --set search= leaves one out.");
        assertThat(issues(FILE + SEARCH + SENSITIVITY, "search=")).isEmpty();
    }

    @Test
    void whatIsWrongWithASensitivityIsSaid() {
        assertThat(issues(FILE + SENSITIVITY, "sensitivity.figure=energy_kwh"))
                .first()
                .asString()
                .startsWith(
                        "sensitivity.figure (--set): there is no figure 'energy_kwh' of all jobs in"
                                + " such a scenario.");
        assertThat(issues(FILE + SENSITIVITY, "sensitivity.inputs={machines.one.nodes: [60]}"))
                .containsExactly(
                        "sensitivity.inputs.machines.one.nodes (--set): must be two values, but is"
                                + " a list.\nMaybe [90, 110].");
        assertThat(issues(FILE + SENSITIVITY, "sensitivity.inputs={machines.one.node: [60, 61]}"))
                .containsExactly(
                        "sensitivity.inputs (--set): there is no value at 'machines.one.node' that"
                                + " could change.\nMaybe 'machines.one.nodes'.");
        String six =
                "{machines.one.nodes: [60, 68], workload.streams[0].generate.load: [0.6, 0.8],"
                        + " run.length: [1w, 2w], policies.easy.backfill: [easy, none],"
                        + " workload.streams[0].generate.users: [20, 30],"
                        + " workload.streams[0].generate.nodes.max: [8, 16]}";
        assertThat(
                        issues(
                                FILE + SENSITIVITY,
                                "sensitivity.design=factorial",
                                "sensitivity.inputs=" + six.replace("streams[0]", "'streams[0]'")))
                .isNotEmpty();
    }

    @Test
    void aValueFromWhichOthersFollowMustNameThem() {
        String text =
                FILE.replace(
                        "  fcfs: {backfill: none}\n", "  fcfs: {extends: base, backfill: none}\n");
        assertThat(
                        issues(
                                text
                                        + """
                                        sensitivity:
                                          figure: utilization
                                          inputs: {policies.base.order: [fcfs, sjf]}
                                        """))
                .first()
                .asString()
                .startsWith(
                        "sensitivity.inputs (line 16): with policies.base.order=fcfs other values"
                                + " would follow from it by default: policies.fcfs.order,")
                .endsWith("Maybe write them into the file.");
    }

    @Test
    void sensitivitiesKeepTheOrderOfTheirInputs() {
        Sensitivity asked = (Sensitivity) read(FILE + SENSITIVITY).first().inquiry();

        assertThat(asked.places())
                .containsExactly("machines.one.nodes", "workload.streams[0].generate.load");
        assertThat(asked.nameOf("workload.streams[0].generate.load")).isEqualTo("load");
        assertThat(asked.figure().policy()).isEmpty();
    }
}
