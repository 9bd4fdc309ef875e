package dandori.scenario.inquiry;

/**
 * A bound on a figure.
 *
 * @param figure the figure
 * @param isAtMost whether the figure must not exceed the bound; else it must not fall below
 * @param bound the bound, in the unit of the figure
 */
public record Target(FigureOf figure, boolean isAtMost, double bound) {}
