package dandori.generate;

/**
 * A figure of generated jobs: what the model was asked for and what its jobs came to.
 *
 * @param name what it is, with its unit
 * @param asked the model's expectation
 * @param achieved the figure of the jobs drawn
 */
public record Figure(String name, double asked, double achieved) {}
