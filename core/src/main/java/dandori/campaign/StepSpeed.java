package dandori.campaign;

import dandori.machine.NodeSet;

/** How long an optimizer step takes on the nodes that a training run is given. */
public interface StepSpeed {

    /** On the best nodes that the machine has; in milliseconds, above 0, with fractions. */
    double bestStepMillis();

    /**
     * On these nodes; at least {@link #bestStepMillis}, which it equals where nodes have no places
     * ({@link NodeSet#EMPTY}).
     */
    double stepMillis(NodeSet nodes);

    /** The same on all nodes. */
    static StepSpeed constant(double stepMillis) {
        return new StepSpeed() {
            @Override
            public double bestStepMillis() {
                return stepMillis;
            }

            @Override
            public double stepMillis(NodeSet nodes) {
                return stepMillis;
            }
        };
    }
}
