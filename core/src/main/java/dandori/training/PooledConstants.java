package dandori.training;

/** The constants of all measured machines as if they were one: what to take for any other. */
public final class PooledConstants {

    /** Fitted to 947 steps that were measured on seven machines; docs/models/training.md. */
    public static final StepConstants VALUES =
            new StepConstants(
                    0.7313, 0.8352, 0.8520, 940.0e-6, 22.41e-6, 107.8e-6, 9.365e-6, 0.5136, 1.452,
                    2.453, 0.4234, 5.410e-3);

    /**
     * The same as the calibration of a machine on which nothing was measured; its errors are those
     * on the steps of each of the seven by the constants of the other six.
     */
    public static final Calibration OF_OTHERS =
            new Calibration(VALUES, false, 0.123, 761, 0.132, 186);

    private PooledConstants() {}
}
