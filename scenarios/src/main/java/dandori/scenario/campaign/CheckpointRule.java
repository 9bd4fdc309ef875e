package dandori.scenario.campaign;

import java.util.Locale;

/** How often checkpoints are written. */
public enum CheckpointRule {
    /** At an interval that is given. */
    FIXED,
    /** As Young (1974) says. */
    YOUNG,
    /** As Daly (2006) says. */
    DALY;

    /** The word in scenario files, in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
