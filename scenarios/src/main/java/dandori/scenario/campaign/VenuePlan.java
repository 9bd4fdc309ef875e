package dandori.scenario.campaign;

import dandori.job.Shape;
import dandori.machine.Machine;
import dandori.training.Calibration;
import dandori.training.TrainingCase;
import dandori.training.TrainingStep;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A machine on which a campaign may run, as a scenario has it. Exactly one of {@code training} and
 * {@code givenStepMillis} is there.
 *
 * @param machine its name
 * @param nodes how many nodes compute
 * @param spares how many more each job holds in reserve
 * @param partition the resource group that jobs name; null if none
 * @param shape how the nodes lie, those in reserve among them; null if anyhow
 * @param training how the model is spread; null where a step's time is given
 * @param givenStepMillis how long an optimizer step takes; null where the model of steps says it
 * @param pieceMillis the time limit of each job
 * @param marginMillis how long before that it has ended
 * @param restartMillis how long it takes until a job computes
 * @param checkpoint when checkpoints are written
 * @param others the same on the other numbers of nodes that policies may choose, the fewest first;
 *     none if it is rigid
 */
public record VenuePlan(
        String machine,
        int nodes,
        int spares,
        @Nullable String partition,
        @Nullable Shape shape,
        @Nullable TrainingCase training,
        @Nullable Long givenStepMillis,
        long pieceMillis,
        long marginMillis,
        long restartMillis,
        CheckpointPlan checkpoint,
        List<VenuePlan> others) {

    /** Keeps the others. */
    public VenuePlan {
        others = List.copyOf(others);
    }

    /** The same with other numbers of nodes. */
    public VenuePlan with(List<VenuePlan> sizes) {
        return new VenuePlan(
                machine,
                nodes,
                spares,
                partition,
                shape,
                training,
                givenStepMillis,
                pieceMillis,
                marginMillis,
                restartMillis,
                checkpoint,
                sizes);
    }

    /** The fewest nodes that compute. */
    public int leastNodes() {
        return others.stream().mapToInt(VenuePlan::nodes).reduce(nodes, Math::min);
    }

    /** The most nodes that compute. */
    public int mostNodes() {
        return others.stream().mapToInt(VenuePlan::nodes).reduce(nodes, Math::max);
    }

    /** How long it takes until a job computes, where nobody says; assumed. */
    public static final long ASSUMED_RESTART_MILLIS = 15 * 60_000;

    /** All nodes that a job asks for. */
    public int allNodes() {
        return nodes + spares;
    }

    /**
     * How long an optimizer step takes on the best nodes, in milliseconds.
     *
     * @param on the machine of that name
     */
    public double bestStepMillis(Machine on) {
        return givenStepMillis != null
                ? givenStepMillis
                : stepMillis(Objects.requireNonNull(training), on);
    }

    /** The same by the model of training steps. */
    static double stepMillis(TrainingCase what, Machine on) {
        return 1000 * TrainingStep.of(what, Calibration.of(on).constants()).seconds();
    }
}
