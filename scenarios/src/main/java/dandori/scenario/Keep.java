package dandori.scenario;

import java.util.Locale;

/** What the results folder keeps of each simulation. */
public enum Keep {
    /** Its summary, and tables of its jobs. */
    TABLES,
    /** Its summary alone: for thousands of simulations. */
    SUMMARIES;

    /** The name in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
