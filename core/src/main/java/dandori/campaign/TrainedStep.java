package dandori.campaign;

import dandori.interconnect.Torus;
import dandori.job.Pattern;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.network.Scatter;
import dandori.training.Parallelism;
import dandori.training.StepConstants;
import dandori.training.StepTime;
import dandori.training.TrainingCase;
import dandori.training.TrainingStep;

/**
 * The step of a {@link TrainingCase}: on the best nodes what {@link TrainingStep} says, elsewhere
 * longer by what its messages between nodes take longer.
 *
 * <p>How many times longer is what {@link Scatter} says of the pattern that most of the messages'
 * time goes into: an all-reduce among copies or among those who share matrices, an all-to-all among
 * experts, an exchange with neighbours between stages. Messages of tensor parallelism that stay in
 * a node take no longer; nor does what computing hides, until it shows.
 *
 * <p>Cost: some microseconds once, O(intervals + switches) for each set of nodes. Immutable, and
 * safe to share between threads.
 *
 * <p>Limits: one factor for all messages between nodes; ranks are taken to be laid out as well as
 * the nodes allow; other jobs on the same links do not count; a pipeline's bubble does not grow
 * with its messages. The factor of switched networks rests on one measurement.
 */
public final class TrainedStep implements StepSpeed {

    private final StepTime best;
    private final double movingSeconds; // between nodes
    private final Pattern pattern;
    private final Scatter scatter;

    /**
     * A step on a machine.
     *
     * @param what what is trained, and on what nodes
     * @param constants those of the machine
     * @param machine how its nodes are wired
     */
    public TrainedStep(TrainingCase what, StepConstants constants, Machine machine) {
        best = TrainingStep.of(what, constants);
        Parallelism spread = what.parallelism();
        int inNode = what.node().accelerators();
        boolean isShared = (long) spread.expert() * spread.tensor() > inNode;
        double tensor = isShared ? best.tensor() : 0;
        boolean isTorus = machine.interconnect() instanceof Torus;
        Pattern reduce = isTorus ? Pattern.TORUS_ALL_REDUCE : Pattern.RING_ALL_REDUCE;
        if (best.pipeline() > Math.max(tensor, best.data())) {
            pattern = Pattern.NEIGHBOUR_EXCHANGE;
        } else {
            boolean isExperts = spread.expert() > 1 && tensor > best.data();
            pattern = isExperts ? Pattern.ALL_TO_ALL : reduce;
        }
        movingSeconds = tensor + best.pipeline() + best.data();
        scatter = new Scatter(machine.interconnect());
    }

    /** What the step is made of on the best nodes. */
    public StepTime best() {
        return best;
    }

    @Override
    public double bestStepMillis() {
        return 1_000 * best.seconds();
    }

    @Override
    public double stepMillis(NodeSet nodes) {
        double more = (scatter.stretch(pattern, nodes) - 1) * movingSeconds;
        return 1_000 * (best.seconds() + more);
    }
}
