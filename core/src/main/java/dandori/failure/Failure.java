package dandori.failure;

import dandori.machine.NodeSet;

/**
 * One thing that breaks.
 *
 * @param atMillis when, in milliseconds since the origin
 * @param cause what it is
 * @param nodes the nodes that it hits, by their numbers on the machine; at least one
 * @param repairMillis for how long they are down, in milliseconds; 0 of software
 */
public record Failure(long atMillis, Breakage cause, NodeSet nodes, long repairMillis) {

    /** Checks that it hits something, and is repaired after it has happened. */
    public Failure {
        boolean staysUp = cause == Breakage.SOFTWARE;
        if (nodes.size() < 1 || repairMillis < 0 || staysUp && repairMillis > 0) {
            throw new IllegalArgumentException(
                    "A failure of %s on nodes '%s' cannot take %d ms to repair."
                            .formatted(cause.text(), nodes, repairMillis));
        }
    }
}
