package dandori.experiment.inquiry;

import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Rounds;
import dandori.experiment.Study;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.inquiry.Search;
import dandori.scenario.sweep.Points;
import dandori.scenario.sweep.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Goes on with a search: first more seeds where the played ones do not decide, as many again as
 * there are, up to the most; then the values between which the borders lie. All policies of a value
 * are played under the same seeds, and so are all values.
 */
final class SearchRounds implements Rounds {

    private final Scenario own;
    private final Search search;
    private final Points points;

    SearchRounds(Scenario own, Search search, KnownParts parts) {
        this.own = own;
        this.search = search;
        this.points = new Points(own, parts);
    }

    /** The outermost values. */
    Experiment begin() {
        Experiment empty = new Experiment(List.of(), List.of());
        return with(empty, List.of(0, search.between().count() - 1));
    }

    private Experiment with(Experiment experiment, Iterable<Integer> places) {
        Experiment grown = experiment;
        for (int place : places) {
            Variant variant = at(grown.variants().size(), search.between().text(place));
            grown = grown.with(variant, own.run().seeds());
        }
        return grown;
    }

    private Variant at(int number, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        search.places().forEach(place -> values.put(place, value));
        return points.at(number, search, values);
    }

    /** The variants of values that were played, in their order. */
    List<Variant> played(List<Map<String, String>> values) {
        List<Variant> played = new ArrayList<>();
        for (Map<String, String> its : values) {
            played.add(at(played.size(), its.getOrDefault(search.name(), "")));
        }
        return played;
    }

    @Override
    public Optional<Experiment> after(ExperimentResult result) {
        SearchResult found = SearchResult.of(result);
        Experiment grown = result.experiment();
        for (Study point : found.points().values()) {
            boolean isOpen =
                    found.answers().stream()
                            .anyMatch(answer -> found.verdict(point, answer.of()) == Verdict.OPEN);
            if (isOpen && point.failures().isEmpty()) {
                List<Integer> more = more(point.seeds());
                grown = more.isEmpty() ? grown : grown.with(point.variant(), more);
            }
        }
        if (grown.cells().size() > result.experiment().cells().size()) {
            return Optional.of(grown);
        }
        SortedSet<Integer> next = new TreeSet<>();
        for (SearchResult.Answer answer : found.answers()) {
            found.bisection(answer.of()).next().forEach(one -> next.add(found.place(one)));
        }
        return next.isEmpty() ? Optional.empty() : Optional.of(with(grown, next));
    }

    /** Seeds behind those that there are, as many again, up to the most. */
    private List<Integer> more(List<Integer> seeds) {
        int last = seeds.stream().mapToInt(seed -> seed).max().orElse(0);
        int count = Math.min(seeds.size(), search.seedsAtMost() - seeds.size());
        List<Integer> more = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            more.add(last + i);
        }
        return more;
    }
}
