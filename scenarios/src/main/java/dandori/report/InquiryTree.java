package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.experiment.inquiry.Case;
import dandori.experiment.inquiry.Effect;
import dandori.experiment.inquiry.Interval;
import dandori.experiment.inquiry.SearchResult;
import dandori.experiment.inquiry.SensitivityResult;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.inquiry.Target;
import dandori.scenario.inquiry.Whose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a search or a sensitivity came to, for {@code summary.json}; docs/data/summary.md. */
final class InquiryTree {

    private InquiryTree() {}

    /** Adds {@code search} or {@code sensitivity}; nothing if there is none. */
    static void add(
            ExperimentResult result, SpreadTree spreads, Map<String, @Nullable Object> tree) {
        Inquiry inquiry = result.first().scenario().inquiry();
        if (inquiry instanceof Search) {
            tree.put("search", search(SearchResult.of(result)));
        } else if (inquiry instanceof Sensitivity) {
            tree.put("sensitivity", sensitivity(SensitivityResult.of(result), spreads));
        }
    }

    private static Map<String, @Nullable Object> search(SearchResult result) {
        Search search = result.search();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("change", search.places());
        tree.put("find", search.isSmallest() ? "smallest" : "largest");
        tree.put("from", search.between().text(0));
        tree.put("to", search.between().text(search.between().count() - 1));
        tree.put("step", search.between().stepText());
        tree.put("certainty", search.certainty());
        tree.put("answers", result.answers().stream().map(InquiryTree::answer).toList());
        List<Object> points = new ArrayList<>();
        result.points().forEach((place, study) -> points.add(point(result, place, study)));
        tree.put("points", points);
        return tree;
    }

    private static Map<String, @Nullable Object> answer(SearchResult.Answer answer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("policy", answer.of().policy());
        tree.put("targets", answer.of().targets().stream().map(InquiryTree::target).toList());
        tree.put("holds_from", answer.holdsFrom());
        tree.put("fails_up_to", answer.failsUpTo());
        tree.put("contradictions", answer.contradictions());
        return tree;
    }

    private static Map<String, @Nullable Object> target(Target target) {
        Map<String, @Nullable Object> tree = figure(target.figure());
        tree.put(target.isAtMost() ? "at_most" : "at_least", target.bound());
        return tree;
    }

    private static Map<String, @Nullable Object> figure(FigureOf figure) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("figure", figure.figure());
        if (!figure.policy().isEmpty()) {
            tree.put("policy", figure.policy());
        }
        if (figure.whose() != Whose.ALL) {
            tree.put(figure.whose().key(), figure.name());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> point(
            SearchResult result, int place, Study study) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", result.search().between().text(place));
        tree.put("variant", study.variant().number());
        tree.put("seeds", study.seeds());
        List<Object> verdicts = new ArrayList<>();
        for (SearchResult.Answer answer : result.answers()) {
            Case its = answer.of();
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("policy", its.policy());
            one.put("verdict", result.verdict(study, its).text());
            List<Object> intervals = new ArrayList<>();
            for (Target target : its.targets()) {
                intervals.add(interval(result.interval(study, target.figure())));
            }
            one.put("intervals", intervals);
            verdicts.add(one);
        }
        tree.put("verdicts", verdicts);
        return tree;
    }

    private static Map<String, @Nullable Object> interval(Interval interval) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("mean", StudyTree.number(interval.mean()));
        tree.put("low", StudyTree.number(interval.low()));
        tree.put("high", StudyTree.number(interval.high()));
        return tree;
    }

    private static Map<String, @Nullable Object> sensitivity(
            SensitivityResult result, SpreadTree spreads) {
        Map<String, @Nullable Object> tree = figure(result.sensitivity().figure());
        tree.put("design", result.sensitivity().isFactorial() ? "factorial" : "oneAtATime");
        List<Object> answers = new ArrayList<>();
        for (SensitivityResult.Answer answer : result.answers()) {
            Map<String, @Nullable Object> its = new LinkedHashMap<>();
            its.put("policy", answer.policy());
            Spread own = answer.own();
            its.put("own", own == null ? null : StudyTree.number(own.mean()));
            its.put("effects", answer.effects().stream().map(one -> effect(one, spreads)).toList());
            answers.add(its);
        }
        tree.put("answers", answers);
        return tree;
    }

    private static Map<String, @Nullable Object> effect(Effect effect, SpreadTree spreads) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("input", effect.name());
        if (!effect.isOfPair()) {
            tree.put("low_value", effect.low());
            tree.put("high_value", effect.high());
        }
        tree.put("at_low", StudyTree.number(effect.atLow().mean()));
        tree.put("at_high", StudyTree.number(effect.atHigh().mean()));
        tree.put("difference", spreads.of(effect.difference()));
        return tree;
    }
}
