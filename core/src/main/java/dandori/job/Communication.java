package dandori.job;

/**
 * What a job sends while it runs.
 *
 * <p>The run time of a workload is that on the best place the machine has, alone; of it, the time
 * in which the job waits for its messages stretches where the network is worse.
 *
 * @param pattern who talks to whom
 * @param bytesPerNode how many bytes each node sends over the whole run; positive
 */
public record Communication(Pattern pattern, double bytesPerNode) {

    /** Checks the volume. */
    public Communication {
        if (!(bytesPerNode > 0 && bytesPerNode < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "bytesPerNode (%s) must be positive.".formatted(bytesPerNode));
        }
    }
}
