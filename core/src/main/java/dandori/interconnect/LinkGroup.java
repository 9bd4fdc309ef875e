package dandori.interconnect;

/**
 * Links that are told of together, both directions of their cables.
 *
 * @param link what kind of link: {@code node} for those of single nodes, the name of an axis, or
 *     the kind of switch whose uplinks they are
 * @param from where they begin, in words such as {@code Y 5 X 3} or {@code leaf 7}
 * @param to where they end; the same as {@code from} where they lie within it
 * @param links how many, counting each direction; at least 1
 * @param bytesPerSecond what they carry together at most
 */
public record LinkGroup(String link, String from, String to, int links, double bytesPerSecond) {}
