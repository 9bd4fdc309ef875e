package dandori.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Training without an interruption: a restart, then steps, with a checkpoint after every so many of
 * them and one at the end.
 *
 * <p>i steps take ⌈i · step⌉ ms, so what single steps take is rounded together and not one by one.
 * The checkpoint at the end is written although fewer steps than usual lie before it; a planned end
 * loses nothing. All arithmetic is O(1): a stretch of a week costs no more than one of a minute.
 *
 * <p>Limits: a checkpoint keeps the job from computing for as long as it is written, and every
 * checkpoint takes the same time, whoever else writes.
 *
 * @param restartMillis how long it takes until the first step begins; at least 0
 * @param stepMillis how long a step takes here, in milliseconds, with fractions; above 0
 * @param bestStepMillis how long it takes on the best nodes; above 0, at most {@code stepMillis}
 * @param checkpointMillis how long a checkpoint takes; at least 0
 * @param intervalSteps how many steps lie between two checkpoints; at least 1, and all if there are
 *     not so many
 * @param steps how many there are in all; at least 1
 */
public record Stretch(
        long restartMillis,
        double stepMillis,
        double bestStepMillis,
        long checkpointMillis,
        long intervalSteps,
        long steps) {

    /** Checks that it can be. */
    public Stretch {
        boolean hasSpeed = bestStepMillis > 0 && stepMillis < Double.POSITIVE_INFINITY;
        if (restartMillis < 0
                || checkpointMillis < 0
                || intervalSteps < 1
                || steps < 1
                || !hasSpeed
                || !(stepMillis >= bestStepMillis)) {
            throw new IllegalArgumentException(
                    "A stretch cannot have %d steps of %s ms (%s ms at best), every %d a checkpoint of %d ms, after %d ms."
                            .formatted(
                                    steps,
                                    stepMillis,
                                    bestStepMillis,
                                    intervalSteps,
                                    checkpointMillis,
                                    restartMillis));
        }
        intervalSteps = Math.min(intervalSteps, steps);
    }

    /**
     * How many steps lie between two checkpoints: as many as come nearest to an interval, and one
     * at least.
     */
    public static long intervalSteps(long intervalMillis, double stepMillis) {
        return Math.max(1, Math.round(intervalMillis / stepMillis));
    }

    /** How long it takes. */
    public long lengthMillis() {
        return lengthMillis(steps);
    }

    /** How many checkpoints are written. */
    public long checkpoints() {
        return checkpoints(steps);
    }

    private long lengthMillis(long some) {
        return restartMillis + computeMillis(some) + checkpoints(some) * checkpointMillis;
    }

    private long computeMillis(long some) {
        return (long) Math.ceil(some * stepMillis);
    }

    private long checkpoints(long some) {
        return some == 0 ? 0 : (some - 1) / intervalSteps + 1;
    }

    /**
     * As much of it as fits into a time, with its checkpoint at the end; itself if all of it does,
     * null if not one step does.
     */
    public @Nullable Stretch within(long millis) {
        long fitting = stepsWithin(millis);
        if (fitting == steps) {
            return this;
        }
        return fitting == 0
                ? null
                : new Stretch(
                        restartMillis,
                        stepMillis,
                        bestStepMillis,
                        checkpointMillis,
                        intervalSteps,
                        fitting);
    }

    /** How many of its steps fit into a time, with their checkpoints. */
    public long stepsWithin(long millis) {
        long left = millis - restartMillis;
        if (left <= 0) {
            return 0;
        }
        long whole = Math.min(steps / intervalSteps, wholeIntervals(left));
        double room = (left - (whole + 1.0) * checkpointMillis) / stepMillis;
        long rest = (long) Math.floor(room) - whole * intervalSteps;
        long guess = whole * intervalSteps + Math.max(0, Math.min(intervalSteps, rest));
        long some = Math.min(steps, guess);
        while (some < steps && lengthMillis(some + 1) <= millis) { // where a quotient was rounded
            some++;
        }
        while (some > 0 && lengthMillis(some) > millis) {
            some--;
        }
        return some;
    }

    private long wholeIntervals(long millis) {
        return (long) (millis / (intervalSteps * stepMillis + checkpointMillis));
    }

    /**
     * What came of it when it is broken off: what the last checkpoint does not hold is lost, the
     * checkpoint that was being written with it.
     *
     * @param millis how long after its beginning; from 0 to its length
     */
    public Spent brokenOff(long millis) {
        Spent kept = kept(millis);
        return new Spent(
                kept.steps(),
                kept.restartMillis(),
                kept.usefulMillis(),
                kept.stalledMillis(),
                kept.checkpointMillis(),
                millis - kept.millis());
    }

    /**
     * What came of it when it gives way and its state is kept: of what no checkpoint holds, only
     * the step that is not whole, and what was written of a checkpoint, are lost.
     *
     * @param millis how long after its beginning; from 0 to its length
     * @param most how many steps it may keep; at least as many as a checkpoint holds
     */
    public Spent handedOver(long millis, long most) {
        Spent kept = kept(millis);
        long room = computeMillis(kept.steps()) + millis - kept.millis();
        long some = (long) Math.floor(room / stepMillis) + 1;
        some = Math.min(Math.min(some, most), Math.min(steps, kept.steps() + intervalSteps));
        some = Math.max(some, kept.steps());
        while (some > kept.steps() && computeMillis(some) > room) {
            some--;
        }
        long computing = computeMillis(some);
        long useful = Math.min(computing, (long) Math.ceil(some * bestStepMillis));
        return new Spent(
                some,
                kept.restartMillis(),
                useful,
                computing - useful,
                kept.checkpointMillis(),
                millis - kept.restartMillis() - computing - kept.checkpointMillis());
    }

    /** The same while it goes on: what no checkpoint holds yet is not lost. */
    public Spent soFar(long millis) {
        Spent kept = kept(millis);
        long more = millis - kept.millis();
        long next = Math.min(steps, kept.steps() + intervalSteps);
        long computing = Math.min(more, computeMillis(next) - computeMillis(kept.steps()));
        long useful = (long) Math.floor(computing * (bestStepMillis / stepMillis));
        return new Spent(
                kept.steps(),
                kept.restartMillis(),
                kept.usefulMillis() + useful,
                kept.stalledMillis() + computing - useful,
                kept.checkpointMillis() + more - computing,
                0);
    }

    /** The restart, and what lies before the end of the last checkpoint. */
    private Spent kept(long millis) {
        long left = millis - restartMillis;
        if (left <= 0) {
            return new Spent(0, millis, 0, 0, 0, 0);
        }
        long all = checkpoints(steps);
        long written = Math.min(all, wholeIntervals(left));
        while (written < all && endOfCheckpoint(written + 1) <= left) {
            written++;
        }
        while (written > 0 && endOfCheckpoint(written) > left) {
            written--;
        }
        long held = stepsHeld(written);
        long useful = Math.min(computeMillis(held), (long) Math.ceil(held * bestStepMillis));
        return new Spent(
                held,
                restartMillis,
                useful,
                computeMillis(held) - useful,
                written * checkpointMillis,
                0);
    }

    private long stepsHeld(long checkpoints) {
        return checkpoints == checkpoints(steps) ? steps : checkpoints * intervalSteps;
    }

    private long endOfCheckpoint(long checkpoint) {
        return computeMillis(stepsHeld(checkpoint)) + checkpoint * checkpointMillis;
    }
}
