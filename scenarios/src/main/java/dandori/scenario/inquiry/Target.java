package dandori.scenario.inquiry;

/**
 * A bound on a figure.
 *
 * @param figure the figure
 * @param isAtMost whether the figure must not exceed the bound; else it must not fall below
 * @param bound the bound, in the unit of the figure
 */
public record Target(FigureOf figure, boolean isAtMost, double bound) {

    /** The target in words: {@code wait_p95_s of llm-jp ≤ 12h}. */
    public String text() {
        return "%s %s %s"
                .formatted(
                        figure.text(), isAtMost ? "≤" : "≥", Bounds.text(figure.figure(), bound));
    }
}
