package dandori.report;

import dandori.scenario.inquiry.Bounds;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Target;

/** What the figures of searches and sensitivities are called within a sentence. */
final class FigurePhrase {

    private FigurePhrase() {}

    /** {@code p95 wait of llm-jp}; a figure without words goes by its name in summary.json. */
    static String of(FigureOf figure) {
        String key = figure.figure();
        String phrase = Metrics.names().contains(key) ? Metrics.phrase(key) : key;
        return figure.name().isEmpty() ? phrase : phrase + " of " + figure.name();
    }

    /** {@code p95 wait of llm-jp ≤ 12h}. */
    static String of(Target target) {
        return "%s %s %s"
                .formatted(
                        of(target.figure()),
                        target.isAtMost() ? "≤" : "≥",
                        Bounds.text(target.figure().figure(), target.bound()));
    }
}
