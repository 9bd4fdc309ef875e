package dandori.metric;

import java.util.Locale;

/** Why a running job went back to the queue. */
public enum SentBack {
    /** The policy took it off its nodes so that others could have them. */
    PREEMPTION,
    /** Something broke under it. */
    FAILURE,
    /** A planned loss of nodes began that was in its way: maintenance, or a cap on power. */
    OUTAGE,
    /** A resource group began to have its nodes to itself. */
    WINDOW;

    /** Its word in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
