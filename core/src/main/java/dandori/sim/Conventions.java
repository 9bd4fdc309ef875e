package dandori.sim;

import java.util.Locale;
import java.util.Optional;

/**
 * What published studies do differently at one instant, as presets, so that a published table can
 * be reproduced to the last job.
 */
public enum Conventions {
    /**
     * Ends (in order of job), then changes of capacity, then arrivals (in order of the input), then
     * timers; then one pass. A job of run time 0 ends in another round of the same instant.
     */
    DANDORI,
    /**
     * The rules behind Gaussier et al., "Improving Backfilling by using Machine Learning to Predict
     * Running Times", SC 2015: arrivals, then ends in order of their starts, with a pass after each
     * of them. A pass after an arrival takes place only if the new job itself fits into the nodes
     * free now, or the backfill asks for it. A running job whose estimated end is now counts as
     * free although its end is still to be handled; one that ends early keeps its nodes until then.
     */
    SC15;

    /** The word on the command line and in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The preset of that name, if there is one. */
    public static Optional<Conventions> named(String text) {
        for (Conventions preset : values()) {
            if (preset.text().equals(text)) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }
}
