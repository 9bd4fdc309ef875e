package dandori.engine;

/** What can happen, in the order in which things of one instant are applied. */
public enum EventKind {
    /** A job ends by itself or at its time limit. */
    JOB_END,
    /** A node fails. */
    NODE_FAILURE,
    /** A failed node comes back. */
    NODE_REPAIR,
    /** Nodes leave or enter service as planned. */
    CAPACITY_CHANGE,
    /** A resource group opens or closes, or a job is no longer safe from others. */
    CALENDAR,
    /** A running job outlives what was predicted of it. */
    CORRECTION,
    /** Somebody asked to be woken. */
    TIMER
}
