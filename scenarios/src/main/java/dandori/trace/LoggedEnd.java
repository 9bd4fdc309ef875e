package dandori.trace;

/** How a log says that a job ended. */
public enum LoggedEnd {
    /** It does not say, or something that no format knows. */
    UNKNOWN(-1),
    /** By itself, with an error. */
    FAILED(0),
    /** By itself. */
    COMPLETED(1),
    /** A part of a job that went on later (status 2 of the Standard Workload Format). */
    PART_CONTINUED(2),
    /** The last part of a job, which completed (3). */
    PART_COMPLETED(3),
    /** The last part of a job, which failed (4). */
    PART_FAILED(4),
    /** Its user or the operators ended it. */
    CANCELLED(5),
    /** Its time limit ended it. */
    TIMEOUT(0),
    /** A node failed. */
    NODE_FAILED(0),
    /** Another job took its nodes. */
    PREEMPTED(5);

    private final int swfStatus;

    LoggedEnd(int swfStatus) {
        this.swfStatus = swfStatus;
    }

    /** What comes nearest to it in the Standard Workload Format: field 11. */
    public int swfStatus() {
        return swfStatus;
    }
}
