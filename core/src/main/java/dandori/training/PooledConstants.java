package dandori.training;

/** The constants of all measured machines as if they were one: what to take for any other. */
public final class PooledConstants {

    /** Fitted to 947 steps that were measured on seven machines; docs/models/training.md. */
    public static final StepConstants VALUES =
            new StepConstants(
                    0.7313, 0.8352, 0.8520, 940.0e-6, 22.41e-6, 107.8e-6, 9.365e-6, 0.5136, 1.452,
                    2.453, 0.4234, 5.410e-3);

    private PooledConstants() {}
}
