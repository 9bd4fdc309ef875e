package dandori.job;

/** How free the scheduler is to turn a shape. */
public enum Fixture {
    /** The axes may be exchanged. */
    ROTATABLE,
    /** The axes stand as they are written. */
    STRICT,
    /**
     * As {@link #STRICT}, and the box begins where a rack begins, so that it owns its I/O nodes.
     */
    STRICT_IO
}
