package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.CellResult;
import dandori.experiment.Experiment;
import dandori.experiment.Group;
import dandori.experiment.Measurement;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import dandori.metric.Figure;
import dandori.scenario.Scenario;
import dandori.scenario.key.ReportSections;
import dandori.scenario.sweep.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The answer of a study, from waits and utilizations made up by hand. */
class AnswerTest {

    private static final double HOUR = 3_600;

    /** What a policy came to under each seed: p95 waits in hours, utilization in per cent. */
    private record Came(String policy, List<Double> hours, List<Double> perCent) {

        static Came of(String policy, List<Double> hours, double... perCent) {
            return new Came(policy, hours, AnswerTest.of(perCent));
        }
    }

    private static List<Double> of(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }

    private static Study study(String settings, boolean isCut, Came... all) {
        StringBuilder policies = new StringBuilder();
        for (Came came : all) {
            policies.append(came.policy).append(": {}, ");
        }
        Scenario scenario =
                Studies.scenario(
                        Studies.SMALL,
                        "policies={" + policies.substring(0, policies.length() - 2) + "}",
                        "run.seeds=1.." + all[0].hours.size(),
                        settings);
        Experiment experiment = Experiment.of(scenario);
        List<CellResult> results = new ArrayList<>();
        experiment
                .cells()
                .forEach(cell -> {
                    int seed = cell.seed() - 1;
                    Came came = all[cell.number() % all.length];
                    Map<Group, Map<String, Figure>> groups = new LinkedHashMap<>();
                    double wait = came.hours.get(seed) * HOUR;
                    groups.put(Group.ALL, figures(wait, came.perCent.get(seed) / 100, isCut));
                    groups.put(Group.organization("big"), figures(wait * 2, 0.5, isCut));
                    groups.put(Group.organization("tiny"), figures(HOUR, 0.5, isCut));
                    results.add(
                            new CellResult(
                                    cell,
                                    100,
                                    100,
                                    new Measurement(groups, List.of(), Map.of()),
                                    List.of(),
                                    Map.of(),
                                    0));
                });
        return new Study(
                Variant.only(scenario),
                scenario.run().seeds(),
                results,
                List.of(),
                Map.of(),
                List.of(),
                100);
    }

    private static Map<String, Figure> figures(double wait, double utilization, boolean isCut) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("wait_p95_s", new Figure(wait, isCut));
        figures.put("utilization", new Figure(utilization, false));
        return figures;
    }

    private static List<String> answer(Study study) {
        return new Answer(study).sentences();
    }

    @Test
    void aDifferenceThatTheIntervalSupportsIsTheAnswer() {
        // Differences −4, −5, −6: mean −5, s 1, half width 4.303 / √3 = 2.484.
        // Utilization +1, −1, +0: mean 0.
        assertThat(
                        answer(
                                study(
                                        "report.compareTo=fcfs",
                                        false,
                                        Came.of("fcfs", of(10, 11, 12), 70, 71, 72),
                                        Came.of("tree", of(6, 6, 6), 71, 70, 72))))
                .containsExactly(
                        "tree is better than fcfs: p95 wait 5.0 h shorter (± 2.5 h, 95 %, 3 pairs);"
                                + " utilization differs by less than can be told (0.0 ± 2.5 points).",
                        "Of the organizations, big gains most: p95 wait 10.0 h shorter (± 5.0 h); none"
                                + " loses so much that it can be told.");
    }

    @Test
    void aDifferenceThatTheIntervalDoesNotSupportIsNone() {
        assertThat(
                        answer(
                                study(
                                        "report.compareTo=fcfs",
                                        false,
                                        Came.of("fcfs", of(10, 11, 12), 70, 71, 72),
                                        Came.of("tree", of(9, 12, 11), 70, 71, 72))))
                .containsExactly(
                        "tree and fcfs differ by less than 3 pairs of runs can tell: p95 wait"
                                + " −0.3 ± 2.9 h; utilization is the same.",
                        "No organization gains or loses so much in the p95 wait that it can be"
                                + " told.");
    }

    @Test
    void whereAllAreEqualEachIsNamedOnce() {
        assertThat(
                        answer(
                                study(
                                        "report.compareTo=fcfs",
                                        false,
                                        Came.of("fcfs", of(20, 20, 20), 70, 70, 70),
                                        Came.of("wild", of(20, 20, 20), 70, 70, 70),
                                        Came.of("sure", of(20, 20, 20), 70, 70, 70))))
                .startsWith(
                        "wild, sure and fcfs do not differ in the p95 wait;"
                                + " utilization is the same.")
                .noneMatch(sentence -> sentence.startsWith("Of the others"));
    }

    @Test
    void whoIsSurelyBetterGoesBeforeWhoIsPerhapsMuchBetter() {
        assertThat(
                        answer(
                                study(
                                        "report.compareTo=fcfs",
                                        false,
                                        Came.of("fcfs", of(20, 20, 20), 70, 70, 70),
                                        Came.of("wild", of(1, 19, 1), 70, 70, 70),
                                        Came.of("sure", of(17, 18, 18), 70, 70, 70))))
                .startsWith(
                        "sure is better than fcfs: p95 wait 2.3 h shorter (± 1.4 h, 95 %, 3 pairs);"
                                + " utilization is the same.",
                        "Of the others, by the same measure: wild: no difference that can be told.");
        assertThat(
                        answer(
                                        study(
                                                "report.compareTo=fcfs",
                                                false,
                                                Came.of("fcfs", of(20, 20, 20), 70, 70, 70),
                                                Came.of("wild", of(1, 19, 1), 70, 70, 70)))
                                .get(0))
                .isEqualTo(
                        "wild and fcfs differ by less than 3 pairs of runs can tell, though it is"
                                + " ahead in each: p95 wait −13 ± 26 h; utilization is the same.");
    }

    @Test
    void whereNobodyIsBetterTheBestOfTheOthersIsCompared() {
        List<String> answer =
                answer(
                        study(
                                "report.compareTo=fcfs",
                                false,
                                Came.of("fcfs", of(1, 1, 1), 70, 71, 72),
                                Came.of("slow", of(3, 3, 3), 60, 61, 62),
                                Came.of("slower", of(4, 4, 4), 60, 61, 62)));
        assertThat(answer)
                .containsExactly(
                        "slow is worse than fcfs: p95 wait 2.00 h longer (± 0 h, 95 %, 3 pairs);"
                                + " utilization 10.0 points lower (± 0 points).",
                        "Of the others, by the same measure: slower worse still.",
                        "Of the organizations, big loses most: p95 wait 4.00 h longer (± 0 h); none"
                                + " gains so much that it can be told.");
    }

    @Test
    void ofSeveralTheBestIsToldFirst() {
        assertThat(
                        answer(
                                study(
                                        "report.compareTo=fcfs",
                                        false,
                                        Came.of("fcfs", of(10, 10, 10), 70, 70, 70),
                                        Came.of("same", of(10, 10, 10), 70, 70, 70),
                                        Came.of("good", of(8, 8, 8), 70, 70, 70),
                                        Came.of("best", of(6, 6, 6), 70, 70, 70),
                                        Came.of("bad", of(12, 12, 12), 70, 70, 70))))
                .startsWith(
                        "best is better than fcfs: p95 wait 4.00 h shorter (± 0 h, 95 %, 3 pairs);"
                                + " utilization is the same.",
                        "Of the others, by the same measure: good better too; bad worse; same: no"
                                + " difference that can be told.");
    }

    @Test
    void twoPairsHaveNoIntervalAndOnePairMayBeChance() {
        Came fcfs = Came.of("fcfs", of(10, 11), 70, 71);
        assertThat(
                        answer(
                                        study(
                                                "report.compareTo=fcfs",
                                                false,
                                                fcfs,
                                                Came.of("tree", of(6, 6), 70, 71)))
                                .get(0))
                .isEqualTo(
                        "tree is better than fcfs: p95 wait 4.50 h shorter; utilization is the same,"
                                + " in both of 2 pairs of runs, too few for an interval: --seeds"
                                + " 1..10.");
        assertThat(
                        answer(
                                        study(
                                                "report.compareTo=fcfs",
                                                false,
                                                Came.of("fcfs", of(10), 70),
                                                Came.of("tree", of(6), 71)))
                                .get(0))
                .isEqualTo(
                        "tree is better than fcfs: p95 wait 4.00 h shorter; utilization 1.00 points"
                                + " higher, in one run each, which may be chance: --seeds 1..10"
                                + " tells more.");
    }

    @Test
    void theFirstOfTheMetricsDecides() {
        Came[] all = {
            Came.of("fcfs", of(10, 10, 10), 70, 71, 72), Came.of("tree", of(6, 6, 6), 60, 61, 62)
        };
        String setting = "report={compareTo: fcfs, metrics: [utilization, wait_p95_s]}";
        assertThat(answer(study(setting, false, all)).get(0))
                .isEqualTo(
                        "tree is worse than fcfs: utilization 10.0 points lower (± 0 points, 95 %, 3"
                                + " pairs); p95 wait 4.00 h shorter (± 0 h).");
    }

    @Test
    void waitsThatAreCutOffAreSaidToBe() {
        Came[] all = {Came.of("fcfs", of(10, 10), 70, 70), Came.of("tree", of(6, 6), 70, 70)};
        assertThat(answer(study("report.compareTo=fcfs", true, all)))
                .endsWith(
                        "Some jobs still wait when a run ends, so their waits are known in part"
                                + " only.");
    }

    @Test
    void onePolicyIsDescribed() {
        assertThat(
                        answer(
                                study(
                                        "report.compareTo=fcfs",
                                        false,
                                        Came.of("fcfs", of(10, 11, 12), 70, 71, 72))))
                .containsExactly(
                        "Under fcfs: p95 wait 11 ± 2 h (95 %, 3 seeds); utilization 71 ± 2 %"
                                + " (95 %, 3 seeds).");
    }

    @Test
    void whereNobodyButCampaignsRunsItSaysWhenTheyAreDone() throws InterruptedException {
        Study study =
                Studies.play(
                        Studies.scenario(
                                """
                                scenario: training
                                machines: {one: {nodes: 16}}
                                organizations: {us: {}}
                                campaigns:
                                  small: {organization: us, model: llm-jp-13b, tokens: 2e8, nodes: 4, stepTime: 20s}
                                  large: {organization: us, model: llm-jp-13b, tokens: 9e9, nodes: 4, stepTime: 20s}
                                policies: {easy: {}}
                                run: {length: 10h}
                                """),
                        1,
                        null);
        // 48 steps of 20 s, a checkpoint of 40 s, 15 minutes to start.
        assertThat(answer(study))
                .containsExactly(
                        "Under easy: small is done after 31.7 min; large is not done in every run.");
    }

    @Test
    void everyMetricThatMayBeNamedIsKnown() {
        assertThat(ReportSections.REPORT.key("metrics").orElseThrow().words())
                .containsExactlyElementsOf(Metrics.names());
    }
}
