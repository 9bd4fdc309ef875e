package dandori.fit;

/**
 * How long jobs of some sizes run.
 *
 * @param upTo the largest size of the class; larger than that of the class before
 * @param runSeconds run times in seconds
 */
public record SizeClass(int upTo, LogNormals runSeconds) {}
