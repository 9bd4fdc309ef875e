package dandori.trace;

/** The field of a trace that says to which organization a job belongs. */
public enum OrganizationFrom {
    /** The user's group; in the Standard Workload Format field 13. */
    GROUP,
    /** The user: every user an organization; field 12. */
    USER,
    /** The queue; field 15. */
    QUEUE,
    /** The partition; field 16, not replaced by the queue where it is unknown. */
    PARTITION
}
