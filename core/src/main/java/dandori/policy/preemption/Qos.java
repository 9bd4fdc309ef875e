package dandori.policy.preemption;

import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A quality of service, as Slurm's QOS: what jobs of a class may take, and how they make way
 * themselves.
 *
 * @param name its name
 * @param priority who stands first in the queue, before any order: the largest, from &minus;{@value
 *     Preemption#MOST_TIERS} to {@value Preemption#MOST_TIERS}
 * @param preempts the names of those whose running jobs make way for its own, all of smaller
 *     priority
 * @param yields whether its jobs make way for anybody of larger priority, as spot work does
 * @param mode what becomes of its jobs that make way
 * @param exemptMillis for how long from their start its jobs need not make way (Slurm's
 *     PreemptExemptTime)
 * @param checkpointMillis how often its jobs write a checkpoint; 0 if they do so when they are told
 *     to make way, in no time
 * @param restartMillis how long they need to go on with what they have kept
 */
public record Qos(
        String name,
        int priority,
        Set<String> preempts,
        boolean yields,
        PreemptMode mode,
        long exemptMillis,
        long checkpointMillis,
        long restartMillis) {

    /** Checks the ranges. */
    public Qos {
        preempts = Collections.unmodifiableSet(new LinkedHashSet<>(preempts));
        if (Math.abs((long) priority) > Preemption.MOST_TIERS) {
            throw new IllegalArgumentException(
                    "The priority of '%s' must be from -%d to %d, but is %d."
                            .formatted(
                                    name, Preemption.MOST_TIERS, Preemption.MOST_TIERS, priority));
        }
        if (exemptMillis < 0 || checkpointMillis < 0 || restartMillis < 0) {
            throw new IllegalArgumentException("A time of '%s' is below 0.".formatted(name));
        }
    }

    /** One of priority 0 that takes nothing and makes way for nobody. */
    public static Qos named(String name) {
        return new Qos(name, 0, Set.of(), false, PreemptMode.REQUEUE, 0, 0, 0);
    }

    /** The same with another priority. */
    public Qos priority(int other) {
        return new Qos(
                name, other, preempts, yields, mode, exemptMillis, checkpointMillis, restartMillis);
    }

    /** The same with others whose jobs make way for its own. */
    public Qos preempts(Set<String> others) {
        return new Qos(
                name,
                priority,
                others,
                yields,
                mode,
                exemptMillis,
                checkpointMillis,
                restartMillis);
    }

    /** The same, whose jobs make way for anybody of larger priority. */
    public Qos yielding() {
        return new Qos(
                name,
                priority,
                preempts,
                true,
                mode,
                exemptMillis,
                checkpointMillis,
                restartMillis);
    }

    /** The same with another way to make way. */
    public Qos mode(PreemptMode other) {
        return new Qos(
                name,
                priority,
                preempts,
                yields,
                other,
                exemptMillis,
                checkpointMillis,
                restartMillis);
    }

    /**
     * The same with other times: exempt from its start, from checkpoint to checkpoint, to go on.
     */
    public Qos times(long exempt, long checkpoint, long restart) {
        return new Qos(name, priority, preempts, yields, mode, exempt, checkpoint, restart);
    }
}
