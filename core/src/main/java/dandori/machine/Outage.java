package dandori.machine;

/**
 * A planned loss of nodes, known from the beginning: maintenance, or nodes lent to somebody else.
 * Jobs that would run into it are not started; any free nodes will do.
 *
 * @param fromMillis when the nodes leave, in milliseconds since the origin
 * @param toMillis when they come back; later
 * @param nodes how many, at least 1
 */
public record Outage(long fromMillis, long toMillis, int nodes) {

    /** Checks the span. */
    public Outage {
        if (toMillis <= fromMillis || nodes < 1) {
            throw new IllegalArgumentException(
                    "An outage of %d nodes from %d to %d ms: it must end after it begins, and take at least 1 node."
                            .formatted(nodes, fromMillis, toMillis));
        }
    }
}
