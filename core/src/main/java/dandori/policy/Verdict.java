package dandori.policy;

/** The answer to an attempt to start a job: that it has started, or why not. */
public enum Verdict {
    /** It runs. */
    STARTED,
    /** It may be considered; what an {@link Admission} says of a job that nothing forbids. */
    ELIGIBLE,
    /** Too few nodes are free. */
    NODES,
    /** Enough nodes are free, but not in the shape that it needs. */
    SHAPE,
    /** Its nodes are reserved for another job. */
    RESERVED,
    /** A limit on what its user, organization, partition or quality may have at once. */
    QUOTA,
    /** Its organization has had its share. */
    SHARE,
    /** Its group is closed now. */
    WINDOW,
    /** It would run into a planned loss of nodes. */
    MAINTENANCE,
    /** It would exceed the power that may be drawn. */
    POWER,
    /** Somebody holds it. */
    HELD,
    /** It waits for another job. */
    DEPENDENCY;

    /** Whether the job runs now. */
    public boolean started() {
        return this == STARTED;
    }
}
