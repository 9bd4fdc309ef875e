package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.experiment.inquiry.Interval;
import dandori.experiment.inquiry.Judge;
import dandori.experiment.inquiry.SearchResult;
import dandori.experiment.inquiry.Verdict;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Target;
import dandori.scenario.key.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the report of a search: from where on targets hold, and what was played on the way. */
final class SearchReport {

    private final SearchResult result;
    private final Search search;

    private SearchReport(SearchResult result) {
        this.result = result;
        search = result.search();
    }

    static Report of(ExperimentResult all) {
        SearchReport its = new SearchReport(SearchResult.of(all));
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < its.search.targets().size(); i++) {
            pictures.add(new PointsChart(its.result, i).picture());
        }
        List<String> answer = its.result.answers().stream().map(its::sentence).toList();
        return InquiryReport.of(
                all, answer, List.of(its.answers(), its.points()), pictures, its.found());
    }

    /** What was played where targets begin to hold. */
    private List<Study> found() {
        List<String> values = search.between().texts();
        return result.answers().stream()
                .map(SearchResult.Answer::holdsFrom)
                .filter(Objects::nonNull)
                .distinct()
                .map(value -> result.points().get(values.indexOf(value)))
                .filter(Objects::nonNull)
                .toList();
    }

    private Section answers() {
        List<String> lines = new ArrayList<>();
        lines.add(assumption());
        for (SearchResult.Answer answer : result.answers()) {
            for (String wrong : answer.contradictions()) {
                lines.add(
                        "Not so under %s: %s So other values may hold, too."
                                .formatted(answer.of().policy(), wrong));
            }
        }
        return new Section(
                "%s value of %s at which %s"
                        .formatted(
                                search.isSmallest() ? "Smallest" : "Largest",
                                search.name(),
                                targets()),
                new Table(
                        List.of(
                                Column.text(
                                        "Policy",
                                        result.answers().stream()
                                                .map(one -> one.of().policy())
                                                .toList()),
                                column(search.isSmallest() ? "Holds from" : "Holds up to", true),
                                column(search.isSmallest() ? "Fails up to" : "Fails from", false))),
                lines,
                true);
    }

    private Column column(String heading, boolean ofHolding) {
        return Column.text(
                heading,
                result.answers().stream()
                        .map(one -> ofHolding ? one.holdsFrom() : one.failsUpTo())
                        .map(value -> value == null ? "–" : value)
                        .toList());
    }

    private String targets() {
        return String.join(" and ", search.targets().stream().map(SearchReport::words).toList());
    }

    private static String words(Target target) {
        String policy = target.figure().policy();
        return FigurePhrase.of(target) + (policy.isEmpty() ? "" : " under " + policy);
    }

    private String sentence(SearchResult.Answer answer) {
        String target =
                "%s %s".formatted(targets(), search.targets().size() == 1 ? "holds" : "hold");
        String holds = answer.holdsFrom();
        String fails = answer.failsUpTo();
        String last = search.between().text(result.place(search.between().count() - 1));
        if (holds == null) {
            return last.equals(fails)
                    ? "Under %s %s at no value of %s: even %s is not enough."
                            .formatted(answer.of().policy(), target, search.name(), last)
                    : "Under %s %s for sure at no value of %s; with %s runs do not tell."
                            .formatted(answer.of().policy(), target, search.name(), last);
        }
        if (holds.equals(search.between().text(result.place(0)))) {
            return "Under %s %s at all values of %s, %s among them."
                    .formatted(answer.of().policy(), target, search.name(), holds);
        }
        String from = search.isSmallest() ? "from %s on".formatted(holds) : "up to " + holds;
        String rest =
                fails == null
                        ? "; %s that runs do not tell."
                                .formatted(search.isSmallest() ? "below" : "above")
                        : isNext(fails, holds)
                                ? ", and not with %s, the next value.".formatted(fails)
                                : ", and not %s; between the two runs do not tell."
                                        .formatted(
                                                search.isSmallest()
                                                        ? "up to " + fails
                                                        : "from " + fails + " on");
        return "Under %s %s with %s %s%s"
                .formatted(answer.of().policy(), target, search.name(), from, rest);
    }

    private boolean isNext(String fails, String holds) {
        List<String> values = search.between().texts();
        return Math.abs(values.indexOf(fails) - values.indexOf(holds)) == 1;
    }

    private String assumption() {
        String sure =
                search.certainty() > 0
                        ? "Holds: the %s interval of the mean over the seeds lies within the bound; fails: beyond it."
                                .formatted(level())
                        : "Holds: the mean over the seeds is within the bound.";
        return "%s That what holds goes on holding with %s values is assumed; %d of %d values were played%s."
                .formatted(
                        sure,
                        search.isSmallest() ? "larger" : "smaller",
                        result.points().size(),
                        search.between().count(),
                        result.answers().stream().allMatch(one -> one.contradictions().isEmpty())
                                ? ", and none speaks against it"
                                : "");
    }

    private String level() {
        return Scalars.plain(Math.round(search.certainty() * 1e6) / 1e4) + " %";
    }

    private Section points() {
        List<Study> studies = List.copyOf(result.points().values());
        List<Column> columns = new ArrayList<>();
        columns.add(
                Column.text(
                        search.name(),
                        result.points().keySet().stream().map(search.between()::text).toList()));
        columns.add(
                new Column(
                        "Seeds",
                        "",
                        false,
                        studies.stream()
                                .map(study -> Entry.text(String.valueOf(study.seeds().size())))
                                .toList()));
        for (SearchResult.Answer answer : result.answers()) {
            for (Target target : answer.of().targets()) {
                columns.add(column(target, studies));
            }
        }
        return new Section(
                search.targets().size() == 1
                        ? "What was played, and where the target holds"
                        : "What was played, and where the targets hold",
                new Table(columns),
                List.of(
                        "%s: %s. ✓ holds, ✗ fails, ? neither is sure.%s"
                                .formatted(
                                        search.name(),
                                        String.join(", ", search.places()),
                                        search.certainty() > 0
                                                ? " ±: half of the %s interval.".formatted(level())
                                                : "")),
                true);
    }

    private Column column(Target target, List<Study> studies) {
        List<Interval> intervals =
                studies.stream().map(one -> result.interval(one, target.figure())).toList();
        FigureScale scale =
                FigureScale.of(
                        target.figure().figure(),
                        intervals.stream().mapToDouble(Interval::mean).toArray());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            Verdict verdict = new Judge(search.certainty()).on(studies.get(i), target);
            entries.add(scale.entry(intervals.get(i), mark(verdict)));
        }
        String policy = target.figure().policy();
        return new Column(
                FigurePhrase.of(target.figure()) + ": " + policy, scale.unit(), false, entries);
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "✓";
            case FAILS -> "✗";
            case OPEN -> "?";
        };
    }
}
