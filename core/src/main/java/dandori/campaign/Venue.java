package dandori.campaign;

import dandori.job.Request;
import dandori.machine.Machine;

/**
 * A machine on which a campaign may run, and how it runs there.
 *
 * @param machine the machine
 * @param nodes how many nodes compute; at least 1
 * @param spares how many more each piece holds in reserve; at least 0
 * @param partition the resource group that pieces name; empty if none
 * @param request what pieces ask for beyond nodes and time
 * @param pieceMillis the time limit that each piece asks for
 * @param speed how long a step takes
 * @param intervalMillis how long is computed between two checkpoints; rounded to whole steps, at
 *     least one; {@link Long#MAX_VALUE} if only at the end of a piece
 * @param checkpointMillis how long writing a checkpoint keeps the job from computing
 * @param restartMillis how long it takes from a start, or a failure, until the job computes (again)
 * @param marginMillis how long before its time limit a piece must be done
 */
public record Venue(
        Machine machine,
        int nodes,
        int spares,
        String partition,
        Request request,
        long pieceMillis,
        StepSpeed speed,
        long intervalMillis,
        long checkpointMillis,
        long restartMillis,
        long marginMillis) {

    /** Checks that a piece can get at least one step done on the best nodes. */
    public Venue {
        boolean isNegative =
                Math.min(Math.min(spares, checkpointMillis), Math.min(restartMillis, marginMillis))
                        < 0;
        double needed =
                restartMillis + checkpointMillis + marginMillis + Math.ceil(speed.bestStepMillis());
        if (nodes < 1 || isNegative || intervalMillis < 1 || pieceMillis < needed) {
            throw new IllegalArgumentException(
                    "A piece of %d ms on %d nodes of '%s' cannot start (%d ms), make a step, write a checkpoint (%d ms) and keep %d ms."
                            .formatted(
                                    pieceMillis,
                                    nodes,
                                    machine.name(),
                                    restartMillis,
                                    checkpointMillis,
                                    marginMillis));
        }
    }

    /** All nodes that a piece asks for. */
    public int allNodes() {
        return nodes + spares;
    }

    /**
     * How long steps take here if nothing fails and no piece waits, on the best nodes. O(1).
     *
     * @param steps how many; at least 0
     */
    public long bestMillis(long steps) {
        if (steps == 0) {
            return 0;
        }
        double step = speed.bestStepMillis();
        long each = stretch(step, steps).stepsWithin(pieceMillis - marginMillis);
        long pieces = (steps - 1) / each;
        return pieces * stretch(step, each).lengthMillis()
                + stretch(step, steps - pieces * each).lengthMillis();
    }

    /** Training here for so many steps, if there were no time limit. */
    Stretch stretch(double stepMillis, long steps) {
        return new Stretch(
                restartMillis,
                stepMillis,
                Math.min(speed.bestStepMillis(), stepMillis),
                checkpointMillis,
                Stretch.intervalSteps(intervalMillis, stepMillis),
                steps);
    }
}
