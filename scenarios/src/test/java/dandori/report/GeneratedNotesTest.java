package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.Studies;
import dandori.experiment.Study;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of generated jobs. */
class GeneratedNotesTest {

    private static final String THREE =
            """
            scenario: three
            machines:
              m: {nodes: 64}
            workload:
              streams:
                - {organization: a, generate: {model: mid-training, load: 0.3}}
                - {organization: b, generate: {model: fugaku-general, load: 0.3, thin: {upTo: 8, by: 4}}}
                - {organization: b, generate: {model: fugaku-general, load: 0.1}}
                - {organization: a, generate: {load: 0.1, endings: {cancelled: 1}}}
            policies:
              easy: {backfill: easy}
            run: {length: 4w, seeds: 1..2}
            """;

    private static final String LOAD = "workload.streams[0].generate.load=";

    @Test
    void theBriefLinesNameWhatIsPublishedOnceAModelAndWhatWasThinned() throws Exception {
        Study study = Studies.play(Studies.scenario(THREE), 1, null);

        List<String> brief =
                new GeneratedNotes(study)
                        .brief().stream()
                                .map(line -> line.replaceAll("→ [0-9]+([.][0-9]+)?", "→ N"))
                                .toList();
        assertThat(brief)
                .containsExactly(
                        "Load of the generated streams, asked → drawn, in % of the home machine: 30"
                                + " → N, 30 → N, 10 → N, 10 → N.",
                        "mid-training, published → drawn: jobs over 1 w 13.6 → N %, node time"
                                + " cancelled 73.5 → N %.",
                        "fugaku-general, published → drawn: jobs of at most 10 nodes 79.2 → N %,"
                                + " jobs under 1 h 62.5 → N %, jobs cancelled 2.08 → N %.",
                        "Thinned in streams[1]: of the jobs of up to 8 nodes one in 4 is kept, with"
                                + " 4 times its nodes. They count as fewer jobs and wait longer than"
                                + " they would.");
        assertThat(StudySize.of(study)).endsWith(" a run (small jobs thinned 1:4)");
    }

    @Test
    void aMachineOfWhichMoreIsAskedThanItHasIsTold() throws Exception {
        Study full = Studies.play(Studies.scenario(THREE, LOAD + "0.5"), 1, null);
        Study over = Studies.play(Studies.scenario(THREE, LOAD + "0.75"), 1, null);

        assertThat(new GeneratedNotes(full).brief()).noneMatch(line -> line.contains("grows"));
        assertThat(new GeneratedNotes(over).brief())
                .contains(
                        "Generated jobs ask for 125 % of m: its queue grows as long as they come,"
                                + " and waits with the length of the run.");
    }

    @Test
    void theTableAndTheTreeHaveAllFigures() throws Exception {
        Study study = Studies.play(Studies.scenario(THREE), 1, null);

        assertThat(new GeneratedNotes(study).table())
                .anySatisfy(row -> {
                    assertThat(row.subList(0, 3))
                            .containsExactly("streams[0]", "jobs over 1 w in %", "13.6");
                    assertThat(row.subList(4, 6))
                            .containsExactly("13.6", "SAKURAONE, arXiv 2507.02124, by a summary");
                })
                .anySatisfy(row ->
                        assertThat(row)
                                .startsWith("streams[1]", "jobs, thinned 1:4 up to 8 nodes"));
        Map<?, ?> generated = (Map<?, ?>) StudyTree.of(study).get("generated");
        Map<?, ?> figures = (Map<?, ?>) generated.get("workload.streams[0]");
        Map<?, ?> weeks = (Map<?, ?>) figures.get("jobs over 1 w in %");
        assertThat(weeks.get("published")).isEqualTo(13.6);
        assertThat(weeks.get("source")).isEqualTo("SAKURAONE, arXiv 2507.02124, by a summary");
        assertThat(((Map<?, ?>) figures.get("load")).containsKey("published")).isFalse();
    }

    @Test
    void jobsThatUsersEndAreCountedAsCancelled() throws Exception {
        Study study = Studies.play(Studies.scenario(THREE), 1, null);
        Map<?, ?> policies = (Map<?, ?>) StudyTree.of(study).get("policies");
        Map<?, ?> all = (Map<?, ?>) ((Map<?, ?>) policies.get("easy")).get("all");

        assertThat(all.keySet()).anyMatch("cancelled"::equals);
        assertThat(((List<?>) ((Map<?, ?>) all.get("cancelled")).get("values")))
                .allSatisfy(count -> assertThat(((Number) count).longValue()).isPositive());
    }
}
