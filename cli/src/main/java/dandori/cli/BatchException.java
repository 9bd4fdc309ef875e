package dandori.cli;

/** A batch system did not take the shards of a study, or some of them could not be played. */
final class BatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * With what went wrong.
     *
     * @param status the exit status
     * @param problem sentences
     * @param maybe what to try
     */
    BatchException(int status, String problem, String maybe) {
        super(problem + "\nMaybe " + maybe);
        this.status = status;
    }

    int status() {
        return status;
    }
}
