package dandori.policy.backfill;

import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.spi.Option;
import dandori.state.Situation;

/**
 * Whoever a backfill takes off its nodes goes on where it was, after a restart: as training jobs do
 * that write a checkpoint when they are told to go.
 *
 * @param mode {@link PreemptMode#SUSPEND} where the walltime is of all stays together, {@link
 *     PreemptMode#CHECKPOINT} where it is of each
 * @param restartMillis how long going on takes; it counts as lost, and towards the walltime
 */
record Resuming(PreemptMode mode, long restartMillis) implements Preemption {

    static Option option(String defaultText) {
        return Option.duration("restart", defaultText)
                .says(
                        "How long it takes a preempted job to go on where it was, where the policy"
                                + " has no preemption of its own.");
    }

    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        return false;
    }

    @Override
    public PreemptMode mode(int victim, Situation now) {
        return mode;
    }

    /** Where sizes change: the others do not ask those who make way. */
    @Override
    public boolean givesNotice() {
        return mode == PreemptMode.CHECKPOINT;
    }

    @Override
    public long restartMillis(int victim) {
        return restartMillis;
    }
}
