package dandori.experiment.inquiry;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.scenario.Scenario;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a search came to, or has come to so far.
 *
 * @param search what was sought
 * @param points what was played at each value, by its place among the values
 * @param answers the answer of each case
 */
public record SearchResult(Search search, SortedMap<Integer, Study> points, List<Answer> answers) {

    /** Keeps the points and answers. */
    public SearchResult {
        points = new TreeMap<>(points);
        answers = List.copyOf(answers);
    }

    /**
     * The answer of one case.
     *
     * @param of the case
     * @param holdsFrom the smallest value at which the targets surely hold (largest where that is
     *     sought), as it is written in a file; null: they do at none
     * @param failsUpTo the largest value (smallest) at which they surely fail; null: at none
     * @param contradictions what was found against the assumption that targets go on holding, in
     *     sentences
     */
    public record Answer(
            Case of,
            @Nullable String holdsFrom,
            @Nullable String failsUpTo,
            List<String> contradictions) {

        /** Keeps the sentences. */
        public Answer {
            contradictions = List.copyOf(contradictions);
        }
    }

    /** What the cells of a search say. */
    public static SearchResult of(ExperimentResult result) {
        Scenario scenario = result.first().scenario();
        Search search = (Search) Objects.requireNonNull(scenario.inquiry());
        SortedMap<Integer, Study> points = new TreeMap<>();
        List<String> values = search.between().texts();
        for (Study study : result.studies()) {
            points.put(values.indexOf(study.variant().values().get(search.name())), study);
        }
        SearchResult known = new SearchResult(search, points, List.of());
        List<Answer> answers = new ArrayList<>();
        for (Case its : Case.of(search, result.first().policies())) {
            answers.add(known.answer(its));
        }
        return new SearchResult(search, points, answers);
    }

    private Answer answer(Case its) {
        Bisection found = bisection(its);
        List<String> sentences = new ArrayList<>();
        for (Bisection.Contradiction one : found.contradictions()) {
            sentences.add(
                    "It holds at %s but fails at %s."
                            .formatted(value(one.holds()), value(one.fails())));
        }
        int holds = found.holdsFrom();
        int fails = found.failsUpTo();
        return new Answer(
                its,
                holds == found.count() ? null : value(holds),
                fails < 0 ? null : value(fails),
                sentences);
    }

    private String value(int hardness) {
        return search.between().text(place(hardness));
    }

    /** The place among the values of a place in order of hardness, and the other way round. */
    public int place(int hardness) {
        return search.isSmallest() ? hardness : search.between().count() - 1 - hardness;
    }

    /** The search of a case as it stands. */
    Bisection bisection(Case its) {
        SortedMap<Integer, Verdict> known = new TreeMap<>();
        for (Map.Entry<Integer, Study> point : points.entrySet()) {
            known.put(place(point.getKey()), verdict(point.getValue(), its));
        }
        return new Bisection(search.between().count(), known);
    }

    /** The verdict on a case at a point. */
    public Verdict verdict(Study point, Case its) {
        return new Judge(search.certainty()).on(point, its);
    }

    /** Where the mean of a figure lies at a point. */
    public Interval interval(Study point, FigureOf figure) {
        return new Judge(search.certainty()).interval(point, figure);
    }
}
