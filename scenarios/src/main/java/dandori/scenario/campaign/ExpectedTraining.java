package dandori.scenario.campaign;

import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.Specification;
import dandori.scenario.failure.FailurePlan;
import dandori.scenario.failure.FailureReader;
import dandori.training.TrainingCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a training takes on nodes that fail, if nobody waits: what a campaign of a scenario
 * comes to that says nothing of checkpoints and of failures, on average.
 *
 * @param wallMillis the expected time, the first start counted, in milliseconds; infinite where
 *     hardly anything gets done
 * @param mtbfMillis mean time between interruptions of the job, in milliseconds
 * @param intervalMillis how long is computed from one checkpoint to the next, in milliseconds
 * @param writeMillis how long writing one keeps the job from computing, in milliseconds
 * @param restartMillis how long it takes until a job computes, in milliseconds; assumed
 * @param isMtbfAssumed whether nobody published how often nodes of the machine fail
 * @param isWritingAssumed whether nobody published how fast they write
 */
public record ExpectedTraining(
        double wallMillis,
        double mtbfMillis,
        double intervalMillis,
        long writeMillis,
        long restartMillis,
        boolean isMtbfAssumed,
        boolean isWritingAssumed) {

    /**
     * The training of a case; empty if the machine's file does not say how often its nodes fail.
     *
     * @param nodes how many nodes compute; at least 1
     * @param productiveMillis how long it takes without failures and checkpoints; above 0
     */
    public static Optional<ExpectedTraining> of(
            Machine machine, int nodes, TrainingCase what, double productiveMillis) {
        return FailureReader.known(machine)
                .map(failures -> of(machine, failures, nodes, what, productiveMillis));
    }

    private static ExpectedTraining of(
            Machine machine, FailurePlan failures, int nodes, TrainingCase what, double millis) {
        CheckpointPlan checkpoint =
                new CheckpointPlan(
                        CheckpointRule.DALY,
                        null,
                        CheckpointPlan.BYTES_PER_PARAMETER * what.model().parameters(),
                        CheckpointReader.bytesPerSecond(machine, nodes));
        VenuePlan venue =
                new VenuePlan(
                        machine.name(),
                        nodes,
                        0,
                        null,
                        null,
                        what,
                        null,
                        (long) Math.ceil(millis),
                        0,
                        VenuePlan.ASSUMED_RESTART_MILLIS,
                        checkpoint,
                        List.of());
        Campaigns campaigns =
                new Campaigns(List.of(machine), Map.of(machine.name(), failures), false);
        return new ExpectedTraining(
                millis * campaigns.timesAsLong(venue) + venue.restartMillis(),
                campaigns.mtbfMillis(venue, machine),
                campaigns.computedMillis(venue),
                checkpoint.writeMillis(),
                venue.restartMillis(),
                isMtbfAssumed(machine.specification().reliability().facts()),
                isWritingAssumed(machine.specification(), nodes));
    }

    /** Interruptions to be expected. */
    public double failures() {
        return wallMillis / mtbfMillis;
    }

    private static boolean isMtbfAssumed(Facts facts) {
        Fact mtbf = facts.fact("nodeMtbf");
        return isAssumed(mtbf == null ? facts.fact("failures") : mtbf)
                || isAssumed(facts.fact("interruptions"));
    }

    /** Whether what decides, a node's speed or that of the whole storage, is assumed. */
    private static boolean isWritingAssumed(Specification known, int nodes) {
        double each =
                known.storage()
                        .nodeBytesPerSecond()
                        .orElse(CheckpointPlan.ASSUMED_NODE_BYTES_PER_SECOND);
        double all = known.storage().writeBytesPerSecond().orElse(Double.POSITIVE_INFINITY);
        Fact node = known.storage().facts().fact("nodeBandwidth");
        return nodes * each < all
                ? node == null || isAssumed(node)
                : isAssumed(known.storage().facts().fact("writeBandwidth"));
    }

    private static boolean isAssumed(@Nullable Fact fact) {
        return fact != null && fact.certainty() == Certainty.ASSUMED;
    }
}
