package dandori.metric;

import java.util.Locale;

/** What {@link EventLog} tells of. */
public enum EventKind {
    /** Nodes broke. */
    NODE_DOWN,
    /** Nodes that had broken were repaired. */
    NODE_UP,
    /** A resource group opened, or nodes left service, or were reserved, as planned. */
    WINDOW_OPEN,
    /** That is over. */
    WINDOW_CLOSE,
    /** A cap on power began, or ended. */
    CAP,
    /** A job was taken off its nodes so that others could have them, or nodes could leave. */
    PREEMPT,
    /** A job started that had run before, or began again on the nodes that it had. */
    RESTART,
    /** A job started later than it was promised. */
    PROMISE_BROKEN;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Its word in files. */
    public String text() {
        return text;
    }
}
