package dandori.scenario.inquiry;

/**
 * A figure of some policy's runs.
 *
 * @param figure its name, as docs/data/summary.md has it
 * @param policy the policy; empty: each that is run, by itself
 * @param whose whose figure it is
 * @param name of which organization, machine or campaign; empty for all jobs
 */
public record FigureOf(String figure, String policy, Whose whose, String name) {}
