package dandori.training;

import java.util.Locale;

/** What of the forward pass is computed again in the backward pass, to need less memory. */
public enum Recompute {
    /** Nothing. */
    NONE,
    /** The attention matrix only (Korthikanti et al., arXiv 2205.05198). */
    SELECTIVE,
    /** All of each layer. */
    FULL;

    /** The word in calls and files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
