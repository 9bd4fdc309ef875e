package dandori.scenario;

import dandori.scenario.key.RunSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.statistics.Shaking;
import dandori.statistics.Stopping;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a run does so that its figures can be trusted, and how many seeds it begins with. */
final class CertaintyReader {

    private static final int FIRST_SEEDS = 10; // where 'until' adds more and none are named
    private static final int FEWEST_SEEDS = 2; // that have an interval

    private final Values run;
    private final Issues issues;

    CertaintyReader(Values run, Issues issues) {
        this.run = run;
        this.issues = issues;
    }

    /**
     * What it does.
     *
     * @param seeds those it begins with
     */
    Certainty certainty(List<Integer> seeds) {
        return new Certainty(run.isWord("warmUp"), shaking(), until(seeds));
    }

    /**
     * The seeds that are played first; one where all would be the same.
     *
     * @param streams where jobs come from
     * @param isDrawn whether jobs or failures are drawn
     */
    List<Integer> seeds(List<Stream> streams, boolean isDrawn) {
        boolean hasTrace = streams.stream().anyMatch(TraceStream.class::isInstance);
        Node shake = run.node("shake");
        if (shake != null && !hasTrace) {
            issues.add(
                    shake,
                    "there is no trace to shake: no stream is a 'trace'.",
                    "leave 'shake' out: generated jobs differ under each seed as it is.");
        }
        Node until = run.node("until");
        if (until != null && !isDrawn && shake == null) {
            issues.add(
                    until,
                    "more seeds tell no more: nothing is drawn, so all would have the same jobs.",
                    "'shake: {submit: 5min}' beside it, or leave 'until' out.");
        }
        List<Integer> seeds =
                until == null || run.has("seeds")
                        ? run.seeds("seeds")
                        : IntStream.rangeClosed(1, Math.min(FIRST_SEEDS, most(until)))
                                .boxed()
                                .toList();
        return isDrawn || shake != null ? seeds : seeds.subList(0, Math.min(1, seeds.size()));
    }

    private @Nullable Shaking shaking() {
        Node node = run.node("shake");
        if (node == null) {
            return null;
        }
        Values shake = Values.of(RunSections.SHAKE, node, issues);
        long submitMillis = shake.millis("submit");
        double runTime = shake.fraction("runTime");
        Node given = shake.node("runTime");
        if (given != null && runTime >= 1) {
            issues.add(given, "must be below 1, but is %s.".formatted(given.says()), "'10 %'.");
            return null;
        }
        if (submitMillis == 0 && runTime == 0) {
            issues.add(node, "moves nothing.", "'submit: 5min', or leave 'shake' out.");
            return null;
        }
        return new Shaking(submitMillis, runTime);
    }

    private int most(Node until) {
        return Values.of(RunSections.UNTIL, until, new Issues()).count("seedsAtMost");
    }

    private @Nullable Until until(List<Integer> seeds) {
        Node node = run.node("until");
        if (node == null) {
            return null;
        }
        Values until = Values.of(RunSections.UNTIL, node, issues);
        String figure = until.word("figure");
        double halfWidth = until.fraction("halfWidth");
        int most = until.count("seedsAtMost");
        int fewest = Math.max(FEWEST_SEEDS, seeds.size());
        Node width = until.node("halfWidth");
        if (width != null && halfWidth <= 0) {
            issues.add(width, "must be above 0, but is %s.".formatted(width.says()), "'5 %'.");
            return null;
        }
        Node atMost = until.node("seedsAtMost");
        if (atMost != null && most < fewest) {
            issues.add(
                    atMost,
                    "must be at least %d, as many as 'run.seeds' names, but is %d."
                            .formatted(fewest, most),
                    "fewer 'run.seeds'.");
            return null;
        }
        return new Until(figure, new Stopping(halfWidth, fewest, most));
    }
}
