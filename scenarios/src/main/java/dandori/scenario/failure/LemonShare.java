package dandori.scenario.failure;

/**
 * Nodes that fail more often than others.
 *
 * @param nodes which part of the nodes they are, above 0 and below 1
 * @param failures which part of the failures is theirs; at least {@code nodes}, below 1
 */
public record LemonShare(double nodes, double failures) {}
