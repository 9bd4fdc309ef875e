package dandori.campaign;

/**
 * A stretch walked through millisecond by millisecond: what each of them is, and when it counts.
 */
final class SteppedStretch {

    private final Stretch plan;
    private long millis;
    private long stepsDone;
    private long stepsHeld;
    private long checkpointsHeld;
    private long inCheckpoint;
    private long restart;
    private long sinceCheckpoint;
    private long computed; // in all

    SteppedStretch(Stretch plan) {
        this.plan = plan;
        settle();
    }

    boolean isDone() {
        return stepsHeld == plan.steps();
    }

    long millis() {
        return millis;
    }

    void walk() {
        millis++;
        if (restart < plan.restartMillis()) {
            restart++;
        } else {
            sinceCheckpoint++;
            if (isWriting()) {
                inCheckpoint++;
            } else {
                computed++;
            }
        }
        settle();
    }

    private boolean isWriting() {
        boolean isLast = stepsDone == plan.steps();
        boolean isDue = stepsDone - stepsHeld == plan.intervalSteps();
        return stepsDone > stepsHeld && (isLast || isDue);
    }

    /** Steps that end now, checkpoints that are whole now, in turn until nothing more happens. */
    private void settle() {
        if (restart < plan.restartMillis()) {
            return;
        }
        while (!isDone()) {
            if (isWriting()) {
                if (inCheckpoint < plan.checkpointMillis()) {
                    return;
                }
                inCheckpoint = 0;
                checkpointsHeld++;
                stepsHeld = stepsDone;
                sinceCheckpoint = 0;
            } else {
                if (computed < Math.ceil((stepsDone + 1) * plan.stepMillis())) {
                    return;
                }
                stepsDone++;
            }
        }
    }

    Spent brokenOff() {
        long useful = (long) Math.ceil(stepsHeld * plan.bestStepMillis());
        long took = (long) Math.ceil(stepsHeld * plan.stepMillis());
        return new Spent(
                stepsHeld,
                restart,
                useful,
                took - useful,
                checkpointsHeld * plan.checkpointMillis(),
                sinceCheckpoint);
    }

    /** Steps that are whole are kept, up to so many; what was written of a checkpoint is not. */
    Spent handedOver(long most) {
        long kept = Math.max(stepsHeld, Math.min(stepsDone, most));
        long useful = (long) Math.ceil(kept * plan.bestStepMillis());
        long took = (long) Math.ceil(kept * plan.stepMillis());
        return new Spent(
                kept,
                restart,
                useful,
                took - useful,
                checkpointsHeld * plan.checkpointMillis(),
                sinceCheckpoint - (took - (long) Math.ceil(stepsHeld * plan.stepMillis())));
    }

    Spent soFar() {
        Spent kept = brokenOff();
        long writing = inCheckpoint;
        long computing = sinceCheckpoint - writing;
        long useful = (long) Math.floor(computing * (plan.bestStepMillis() / plan.stepMillis()));
        return new Spent(
                kept.steps(),
                kept.restartMillis(),
                kept.usefulMillis() + useful,
                kept.stalledMillis() + computing - useful,
                kept.checkpointMillis() + writing,
                0);
    }
}
