package dandori.experiment.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Rounds;
import dandori.experiment.RunListener;
import dandori.experiment.Study;
import dandori.scenario.KnownParts;
import dandori.scenario.inquiry.Search;
import dandori.scenario.sweep.Points;
import dandori.scenario.sweep.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Searches, played. */
class SearchTest {

    private static final String NODES =
            "search={change: machines.east.nodes, between: 16..72, step: 4, certainty: %s,"
                    + " target: {figure: wait_mean_s, atMost: %s}}";

    private static SearchResult search(String... settings) throws InterruptedException {
        return SearchResult.of(Inquiries.play(Inquiries.SIZE, settings));
    }

    /** Every value, played. */
    private static List<Study> everywhere(String setting) throws InterruptedException {
        Variants variants = Inquiries.read(Inquiries.SIZE, setting);
        Search search = (Search) variants.first().inquiry();
        Points points = new Points(variants.first(), KnownParts.found());
        Experiment all = new Experiment(List.of(), List.of());
        for (String value : search.between().texts()) {
            Map<String, String> values = Map.of(search.places().get(0), value);
            all = all.with(points.at(all.variants().size(), search, values), List.of(1, 2, 3));
        }
        return Inquiries.play(all, Rounds.ONE, RunListener.NONE).studies();
    }

    @Test
    void itFindsWhatPlayingEveryValueFinds() throws InterruptedException {
        List<Study> all = everywhere(NODES.formatted("0", "1h"));
        int compared = 0;
        for (String certainty : List.of("0", "95 %")) {
            for (String bound : List.of("5min", "1h", "6h")) {
                SearchResult found = search(NODES.formatted(certainty, bound));
                assertThat(found.points().size()).isLessThan(all.size());
                assertThat(found.answers())
                        .extracting(answer -> answer.of().policy())
                        .containsExactly("plain", "easy");
                for (SearchResult.Answer answer : found.answers()) {
                    List<Verdict> row =
                            all.stream().map(one -> found.verdict(one, answer.of())).toList();
                    List<Integer> ranks = row.stream().map(SearchTest::rank).toList();
                    if (ranks.equals(ranks.stream().sorted().toList())) {
                        compared++;
                        assertBorders(found, answer, row);
                    }
                }
            }
        }
        assertThat(compared).as("rows that never go back").isGreaterThan(8);
    }

    private static void assertBorders(
            SearchResult found, SearchResult.Answer answer, List<Verdict> row) {
        List<String> values = found.search().between().texts();
        int holds = row.indexOf(Verdict.HOLDS);
        int fails = row.lastIndexOf(Verdict.FAILS);

        assertThat(answer.holdsFrom()).isEqualTo(holds < 0 ? null : values.get(holds));
        assertThat(answer.failsUpTo()).isEqualTo(fails < 0 ? null : values.get(fails));
        assertThat(answer.contradictions()).isEmpty();
    }

    private static int rank(Verdict verdict) {
        return verdict == Verdict.FAILS ? 0 : verdict == Verdict.OPEN ? 1 : 2;
    }

    @Test
    void theLargestLoadIsFoundFromTheOtherEnd() throws InterruptedException {
        SearchResult found =
                search(
                        "search={change: 'workload.streams[0].generate.jobsPerDay', find: largest,"
                                + " between: 20..120, step: 20, certainty: 0, target: {figure:"
                                + " utilization, policy: easy, atMost: 60 %}}");

        assertThat(found.answers()).hasSize(1);
        SearchResult.Answer answer = found.answers().get(0);
        int holds = Integer.parseInt(answer.holdsFrom());
        assertThat(answer.failsUpTo()).isEqualTo(String.valueOf(holds + 20));
        assertThat(utilization(found, holds)).isLessThanOrEqualTo(0.6);
        assertThat(utilization(found, holds + 20)).isGreaterThan(0.6);
        assertThat(answer.of().policy()).isEqualTo("easy");
    }

    private static double utilization(SearchResult found, int jobs) {
        Study point = found.points().get(jobs / 20 - 1);
        return found.interval(point, found.answers().get(0).of().targets().get(0).figure()).mean();
    }

    @Test
    void whereSeedsDoNotDecideThereAreMoreAndOnlyThere() throws InterruptedException {
        String setting =
                NODES.formatted("95 %", "1h").replace("certainty", "seedsAtMost: 10, certainty");
        SearchResult found = search(setting);

        SortedMap<Integer, Integer> seeds = new TreeMap<>();
        found.points().forEach((place, point) -> seeds.put(place, point.seeds().size()));
        assertThat(seeds.values()).contains(3).isSubsetOf(3, 6, 10);
        found.points()
                .forEach((place, point) -> {
                    boolean isOpen =
                            found.answers().stream()
                                    .anyMatch(answer ->
                                            found.verdict(point, answer.of()) == Verdict.OPEN);
                    if (isOpen) {
                        assertThat(point.seeds()).hasSize(10).startsWith(1, 2, 3, 4);
                    }
                });
    }

    @Test
    void allTargetsMustHoldAndPlacesGoInStep() throws InterruptedException {
        String two =
                "search={change: [machines.east.nodes], between: 16..64, step: 16, certainty: 0,"
                        + " target: [{figure: wait_mean_s, policy: easy, atMost: 1y}, {figure:"
                        + " utilization, policy: plain, atMost: %s}]}";
        assertThat(search(two.formatted("100 %")).answers().get(0).holdsFrom()).isEqualTo("16");
        assertThat(search(two.formatted("0")).answers().get(0).holdsFrom()).isNull();
        assertThat(search(two.formatted("0")).answers())
                .extracting(answer -> answer.of().policy())
                .containsExactly("easy, plain");
    }

    @Test
    void roundsAreToldAndFollowFromResultsAlone() throws InterruptedException {
        Variants variants = Inquiries.read(Inquiries.SIZE, NODES.formatted("95 %", "1h"));
        List<String> told = new ArrayList<>();
        Course course = Course.of(variants, KnownParts.found());
        ExperimentResult once =
                Inquiries.play(
                        course.begin(),
                        course.rounds(),
                        new RunListener() {
                            @Override
                            public void roundBegins(int round, int cells) {
                                told.add(round + ": " + cells);
                            }
                        });
        ExperimentResult again = Inquiries.play(Inquiries.SIZE, NODES.formatted("95 %", "1h"));

        assertThat(told).hasSizeGreaterThan(2).startsWith("1: 12");
        assertThat(again.experiment().cells())
                .extracting(cell -> cell.variant().text() + cell.policy().name() + cell.seed())
                .isEqualTo(
                        once.experiment().cells().stream()
                                .map(c -> c.variant().text() + c.policy().name() + c.seed())
                                .toList());
    }

    @Test
    void valuesBesideTheSearchMeetTheSameJobs() throws InterruptedException {
        ExperimentResult result = Inquiries.play(Inquiries.SIZE, NODES.formatted("0", "1h"));

        assertThat(result.studies())
                .extracting(study ->
                        study.spread("easy", dandori.experiment.Group.ALL, "jobs").values())
                .containsOnly(
                        result.first()
                                .spread("plain", dandori.experiment.Group.ALL, "jobs")
                                .values());
    }
}
