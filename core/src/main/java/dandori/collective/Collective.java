package dandori.collective;

import java.util.Locale;
import java.util.Optional;

/**
 * What all ranks of a job do together. The bytes of each are those of the larger buffer of a rank,
 * as in NCCL's tests.
 */
public enum Collective {
    /** Everybody gets the sum of what all have; bytes of one such vector. */
    ALL_REDUCE(2),
    /** Everybody gets the parts of all; bytes of all parts together. */
    ALL_GATHER(1),
    /** Everybody gets a part of the sum; bytes of the whole vector. */
    REDUCE_SCATTER(1),
    /** Everybody gets a part from everybody; bytes of all that a rank sends. */
    ALL_TO_ALL(1),
    /** Everybody gets what one has; bytes of that. */
    BROADCAST(1);

    private final int passes; // how often the bytes must at least pass a rank's port

    Collective(int passes) {
        this.passes = passes;
    }

    /** The word in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The collective of that name, if there is one. */
    public static Optional<Collective> named(String text) {
        for (Collective collective : values()) {
            if (collective.text().equals(text)) {
                return Optional.of(collective);
            }
        }
        return Optional.empty();
    }

    /**
     * The part of the bytes that must pass a rank's port whatever the algorithm: 2 (n - 1) / n for
     * an all-reduce, 1 for a broadcast, (n - 1) / n for the others (NCCL tests, PERFORMANCE.md).
     *
     * @param ranks n, at least 1
     */
    public double busFactor(int ranks) {
        return this == BROADCAST ? 1 : passes * (ranks - 1.0) / ranks;
    }
}
