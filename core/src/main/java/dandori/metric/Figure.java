package dandori.metric;

/**
 * A figure, and whether it is only known to be at least so much: jobs that still wait when a run
 * ends have waits that are cut off.
 *
 * @param value the figure; NaN where there is nothing to measure
 * @param atLeast whether the truth may be more
 */
public record Figure(double value, boolean atLeast) {}
