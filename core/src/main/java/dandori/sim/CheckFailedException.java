package dandori.sim;

/** A run's check of itself has failed: a fault of a policy or of the engine, not of the input. */
public final class CheckFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a message that says what was expected and what was found, and when. */
    public CheckFailedException(String message) {
        super(message);
    }
}
