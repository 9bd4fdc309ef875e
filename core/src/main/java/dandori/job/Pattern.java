package dandori.job;

import java.util.Locale;
import java.util.Optional;

/** Who talks to whom within a job. */
public enum Pattern {
    /** All-reduce around a ring of the job's nodes, in order of their numbers. */
    RING_ALL_REDUCE,
    /** All-reduce up and down a binary tree. */
    TREE_ALL_REDUCE,
    /** All-reduce along the axes of a torus, all axes at once. */
    TORUS_ALL_REDUCE,
    /** Everybody sends to everybody. */
    ALL_TO_ALL,
    /** Everybody sends to the neighbours in the job's own grid. */
    NEIGHBOUR_EXCHANGE;

    /** The word in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The pattern of that name, if there is one. */
    public static Optional<Pattern> named(String text) {
        for (Pattern pattern : values()) {
            if (pattern.text().equals(text)) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }
}
