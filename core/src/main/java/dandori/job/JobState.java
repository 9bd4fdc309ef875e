package dandori.job;

import java.util.Locale;

/** What became of a job, or where it stands when the run ends. */
public enum JobState {
    /** Not yet submitted when the run ended. */
    UNBORN,
    /** In the queue. */
    WAITING,
    /** On nodes. */
    RUNNING,
    /** Ended by itself, at or before its time limit. */
    COMPLETED,
    /** Ended by the system, at its time limit. */
    KILLED,
    /** Ended by the failure of a node, and not put back into the queue. */
    FAILED,
    /** Ended by the system to make room for another job, and not put back into the queue. */
    PREEMPTED,
    /** Withdrawn by its user: while it waited, or, once it has started, while it ran. */
    CANCELLED,
    /** Refused at submission, since its request can never be met. */
    REJECTED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word that stands in result files, in lower case. */
    public String text() {
        return text;
    }
}
