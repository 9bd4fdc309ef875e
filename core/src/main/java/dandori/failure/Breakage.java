package dandori.failure;

import java.util.Locale;

/** What has broken. */
public enum Breakage {
    /** Hardware of a node: it is down until it is repaired. */
    NODE,
    /** A switch: the nodes below it are down until it is repaired. */
    SWITCH,
    /** Software: whatever runs on the node dies, and the node is as good as before. */
    SOFTWARE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word in files and tables, in lower case. */
    public String text() {
        return text;
    }
}
