package dandori.machine;

/**
 * A span in which a resource group is open.
 *
 * @param fromMillis when it opens, in milliseconds since the origin
 * @param lastStartMillis the last instant at which its jobs may start
 * @param toMillis when it closes
 */
public record Opening(long fromMillis, long lastStartMillis, long toMillis) {

    /** Checks the order. */
    public Opening {
        if (fromMillis >= toMillis || lastStartMillis < fromMillis || lastStartMillis > toMillis) {
            throw new IllegalArgumentException(
                    "An opening from %d to %d ms with the last start at %d cannot be."
                            .formatted(fromMillis, toMillis, lastStartMillis));
        }
    }
}
