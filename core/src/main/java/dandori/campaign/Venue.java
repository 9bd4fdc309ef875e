package dandori.campaign;

import dandori.job.Elasticity;
import dandori.job.Request;
import dandori.job.Sizes;
import dandori.machine.Machine;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
 * @param others how it runs there on other numbers of nodes, each with the same {@link
 *     Request#elasticity}; none if it is rigid. See {@link #with}
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
        long marginMillis,
        List<Venue> others) {

    /** One of a single number of nodes. */
    public Venue(
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
        this(
                machine,
                nodes,
                spares,
                partition,
                request,
                pieceMillis,
                speed,
                intervalMillis,
                checkpointMillis,
                restartMillis,
                marginMillis,
                List.of());
    }

    /** Checks that a piece can get at least one step done on the best nodes. */
    public Venue {
        others = List.copyOf(others);
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

    /**
     * The same for a campaign that can also run on other numbers of nodes: pieces begin with those
     * of this one, and policies may choose others.
     *
     * @param sizes how it runs on each of the others, on the same machine
     * @throws IllegalArgumentException if two have the same number
     */
    public Venue with(List<Venue> sizes) {
        List<Venue> all =
                Stream.concat(Stream.of(this), sizes.stream())
                        .sorted(Comparator.comparingInt(Venue::allNodes))
                        .toList();
        Elasticity each =
                new Sizes(
                        all.stream().mapToInt(Venue::allNodes).toArray(),
                        all.stream().mapToDouble(one -> one.speed().bestStepMillis()).toArray());
        return of(each, sizes.stream().map(one -> one.of(each, List.of())).toList());
    }

    private Venue of(Elasticity elasticity, List<Venue> sizes) {
        return new Venue(
                machine,
                nodes,
                spares,
                partition,
                new Request(
                        request.shape(),
                        request.communication(),
                        request.minimumMillis(),
                        request.consumption(),
                        elasticity),
                pieceMillis,
                speed,
                intervalMillis,
                checkpointMillis,
                restartMillis,
                marginMillis,
                sizes);
    }

    /** The venue with so many nodes in all. O(sizes). */
    Venue at(int someNodes) {
        if (someNodes == allNodes()) {
            return this;
        }
        for (Venue other : others) {
            if (other.allNodes() == someNodes) {
                return other;
            }
        }
        throw new IllegalArgumentException(
                "A piece of %s nodes cannot have %d.".formatted(request.elasticity(), someNodes));
    }

    /** Training here for so many steps, if there were no time limit. */
    Stretch stretch(double stepMillis, long steps) {
        return stretch(stepMillis, steps, 0);
    }

    /** The same, with more time before the first step. */
    Stretch stretch(double stepMillis, long steps, long moreMillis) {
        return new Stretch(
                restartMillis + moreMillis,
                stepMillis,
                Math.min(speed.bestStepMillis(), stepMillis),
                checkpointMillis,
                Stretch.intervalSteps(intervalMillis, stepMillis),
                steps);
    }
}
