package dandori.scenario;

import dandori.statistics.Stopping;

/**
 * When there are seeds enough.
 *
 * @param figure the name of a figure of all jobs, as in {@code summary.json}
 * @param rule when it is known well enough
 */
public record Until(String figure, Stopping rule) {}
