package dandori.policy;

import java.util.Locale;

/** What becomes of a running job that makes way for another. */
public enum PreemptMode {
    /** It is ended for good; its work is lost. */
    KILL,
    /** It goes back to the queue and begins anew; its work is lost. */
    REQUEUE,
    /** It goes back to the queue and goes on from its last checkpoint. */
    CHECKPOINT,
    /** It goes back to the queue and goes on where it was; its walltime stands still in between. */
    SUSPEND;

    /** The word in scenario files. */
    public String text() {
        return this == CHECKPOINT ? "checkpoint-requeue" : name().toLowerCase(Locale.ROOT);
    }
}
