package dandori.campaign;

/**
 * What the time of a {@link Stretch} went into up to an instant, and what came of it.
 *
 * @param steps how many steps a checkpoint holds
 * @param restartMillis loading and setting up
 * @param usefulMillis steps that count, as fast as on the best nodes
 * @param stalledMillis what they took longer than that
 * @param checkpointMillis writing checkpoints
 * @param reworkMillis work that no checkpoint holds
 */
public record Spent(
        long steps,
        long restartMillis,
        long usefulMillis,
        long stalledMillis,
        long checkpointMillis,
        long reworkMillis) {

    /** All of it. */
    public long millis() {
        return restartMillis + usefulMillis + stalledMillis + checkpointMillis + reworkMillis;
    }

    /** The same, of which a first part was not loading but writing: so much of it at the most. */
    Spent writing(long millis) {
        long written = Math.min(millis, restartMillis);
        return new Spent(
                steps,
                restartMillis - written,
                usefulMillis,
                stalledMillis,
                checkpointMillis + written,
                reworkMillis);
    }

    /** What went into a use; 0 of {@link Use#SPARE}, which is a matter of nodes. */
    public long millis(Use use) {
        return switch (use) {
            case RESTART -> restartMillis;
            case USEFUL -> usefulMillis;
            case STALLED -> stalledMillis;
            case CHECKPOINT -> checkpointMillis;
            case REWORK -> reworkMillis;
            case SPARE -> 0;
        };
    }
}
