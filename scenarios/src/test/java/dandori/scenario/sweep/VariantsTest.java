package dandori.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenario files in which values stand in series. */
class VariantsTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines:
              one: {nodes: {sweep: [16, 32], name: size}}
            organizations:
              us: {home: one}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.5, 0.7, 0.9]}, nodes: {max: 8}}}
            policies:
              fcfs: {}
              easy: {backfill: easy}
            run: {length: 1w, seeds: 1..2}
            """;

    private static Variants read(String text, String... settings) {
        return VariantReader.read(
                "test.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                List.of(settings),
                KnownParts.found());
    }

    @Test
    void everyCombinationIsAVariantTheLastSweepChangingFirst() {
        Variants variants = read(SWEPT);

        assertThat(variants.list())
                .extracting(Variant::text)
                .containsExactly(
                        "size 16, load 0.5",
                        "size 16, load 0.7",
                        "size 16, load 0.9",
                        "size 32, load 0.5",
                        "size 32, load 0.7",
                        "size 32, load 0.9");
        assertThat(variants.list())
                .extracting(one -> one.scenario().machines().get(0).nodes())
                .containsExactly(16, 16, 16, 32, 32, 32);
    }

    @Test
    void aFileWithoutSweepsIsOneVariant() {
        Variants variants =
                read(
                        SWEPT.replace("{sweep: [16, 32], name: size}", "16"),
                        "workload.streams[0].generate.load=0.5");

        assertThat(variants.sweeps()).isEmpty();
        assertThat(variants.list()).hasSize(1).first().extracting(Variant::text).isEqualTo("");
    }

    @Test
    void theTextReadsBackToTheSameVariants() {
        Variants variants = read(SWEPT);
        String text = VariantsText.of(variants, KnownParts.found());
        Variants again = read(text);

        assertThat(text).contains("sweep:");
        assertThat(again.list())
                .extracting(Variant::text)
                .isEqualTo(variants.list().stream().map(Variant::text).toList());
        assertThat(VariantsText.of(again, KnownParts.found())).isEqualTo(text);
    }

    /** Nodes in the order of the file, and what follows from them, as the text has them again. */
    private static void assertReadBack(String file, String... settings) {
        Variants variants = read(file, settings);
        String text = VariantsText.of(variants, KnownParts.found());
        Variants again = read(text);

        assertThat(again.list()).extracting(Variant::scenario).isEqualTo(scenarios(variants));
        assertThat(again.list())
                .extracting(Variant::text)
                .isEqualTo(variants.list().stream().map(Variant::text).toList());
        assertThat(again.sweeps().stream().map(one -> one.name() + one.labels()).toList())
                .isEqualTo(
                        variants.sweeps().stream().map(one -> one.name() + one.labels()).toList());
        assertThat(VariantsText.of(again, KnownParts.found())).isEqualTo(text);
    }

    private static List<Scenario> scenarios(Variants variants) {
        return variants.list().stream().map(Variant::scenario).toList();
    }

    @Test
    void namesSurviveWhereAValueFollowsFromTwoSweeps() {
        String inherited =
                SWEPT.replace("{sweep: [16, 32], name: size}", "16")
                        .replace("{sweep: [0.5, 0.7, 0.9]}", "0.7")
                        .replace(
                                "  fcfs: {}\n",
                                """
                                  base: {abstract: true, order: {sweep: [fcfs, sjf]}}
                                  other: {abstract: true, order: saf}
                                  fcfs: {extends: {sweep: [base, other]}}
                                """);

        assertReadBack(inherited);
        assertThat(VariantsText.of(read(inherited), KnownParts.found()))
                .contains("of:\n")
                .doesNotContain("name: variant");
        assertThat(read(VariantsText.of(read(inherited), KnownParts.found())).list())
                .extracting(Variant::text)
                .containsExactly(
                        "order fcfs, extends base",
                        "order fcfs, extends other",
                        "order sjf, extends base",
                        "order sjf, extends other");
    }

    @Test
    void sweepsKeepTheOrderOfTheFileAndThoseThatChangeNothingStay() {
        assertReadBack("run: {length: {sweep: [1w, 2w]}, seeds: 1..2}\n" + before("run:"));
        assertReadBack(SWEPT.replace("[16, 32]", "[16]").replace("[0.5, 0.7, 0.9]", "[0.5]"));
        assertReadBack(
                SWEPT.replace("[16, 32]", "[16, 16], labels: [here, there]"),
                "workload.streams[0].generate.load=0.5");
        assertReadBack(SWEPT.replace("[0.5, 0.7, 0.9]", "[0.5, 0.50]"));
    }

    private static String before(String line) {
        return SWEPT.substring(0, SWEPT.indexOf(line));
    }

    @Test
    void aPlaceMayHaveAValueForEachCombination() {
        Variants variants =
                read(
                        SWEPT.replace(
                                "length: 1w",
                                "length: {sweep: [1d, 2d, 3d, 4d, 5d, 6d], of: {load: [low, middle,"
                                        + " high], size: [small, large]}}"));

        assertThat(variants.list())
                .extracting(
                        one -> one.text() + ": " + one.scenario().run().lengthMillis() / 86_400_000)
                .containsExactly(
                        "size small, load low: 1",
                        "size small, load middle: 3",
                        "size small, load high: 5",
                        "size large, load low: 2",
                        "size large, load middle: 4",
                        "size large, load high: 6");
    }

    @Test
    void placesOfOneNameGoInStepAndLabelsNameValues() {
        Variants variants =
                read(
                        SWEPT.replace(
                                "length: 1w",
                                "length: {sweep: [1w, 2w], name: size, labels: [small, large]}"));

        assertThat(variants.sweeps()).extracting(Sweep::name).containsExactly("size", "load");
        assertThat(variants.list()).hasSize(6);
        assertThat(variants.list().get(0).text()).isEqualTo("size small, load 0.5");
        assertThat(variants.list().get(5).scenario().run().lengthMillis())
                .isEqualTo(2 * 604_800_000L);
    }

    @Test
    void variantsThatDifferInPoliciesShareTheirJobs() {
        Variants variants =
                read(
                        SWEPT.replace("{sweep: [16, 32], name: size}", "16")
                                .replace(
                                        "backfill: easy",
                                        "backfill: {sweep: [easy, conservative]}"));

        assertThat(variants.list()).extracting(Variant::text).contains("load 0.5, backfill easy");
        assertThat(variants.list().get(0).world()).isEqualTo(variants.list().get(1).world());
        assertThat(variants.list().get(0).world()).isNotEqualTo(variants.list().get(2).world());
    }

    @Test
    void whatIsWrongIsToldAtOnceAndOnce() {
        assertThatThrownBy(() ->
                        read(SWEPT.replace("[16, 32]", "[16, 0, many]").replace("0.7,", "-1,")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("has 3 problems")
                .hasMessageContaining("machines.one.nodes.sweep[1] (line 3)")
                .hasMessageContaining("machines.one.nodes.sweep[2] (line 3)")
                .hasMessageContaining("workload.streams[0].generate.load.sweep[1] (line 8)");
    }

    @Test
    void tooManyNamesAreToldOfNoVariantInDetail() {
        StringBuilder policies = new StringBuilder("policies:\n");
        for (int i = 0; i < 1_001; i++) {
            policies.append("  p").append(i).append(": {wrong: 1}\n");
        }

        assertThatThrownBy(() -> read(SWEPT.replace("policies:\n", policies)))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        wrong ->
                                assertThat(wrong.issues())
                                        .extracting(Issue::message)
                                        .containsExactly(
                                                "has 1,003 names, but 1,000 are read at most."));
    }

    @Test
    void aSweepThatCannotBeIsRefused() {
        assertWrong(
                SWEPT.replace("seeds: 1..2", "seeds: {sweep: [1, 2]}"), "no sweep can stand here");
        assertWrong(
                SWEPT.replace("[16, 32]", "[]"), "must be a list of values, but is an empty list");
        assertWrong(
                SWEPT.replace("name: size", "nam: size"), "there is no key 'nam' beside 'sweep'");
        assertWrong(SWEPT.replace("[16, 32]", "[16, {sweep: [1, 2]}]"), "a sweep within a sweep");
        assertWrong(
                SWEPT.replace("0.9]", "0.9], name: size"),
                "has 3 values here, but 2 at machines.one.nodes");
        assertWrong(SWEPT.replace("[16, 32]", "[16, 16]"), "two values of one name");
        assertWrong(SWEPT.replace("name: size", "labels: [a]"), "must be a list of 2 words");
        assertWrong(SWEPT.replace("name: size", "of: {a: [1, 2]}"), "'of' must name two sweeps");
        assertWrong(
                SWEPT.replace("name: size", "of: {a: [1, 2], b: [3, 4]}"),
                "'sweep' have a value for each combination");
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }
}
