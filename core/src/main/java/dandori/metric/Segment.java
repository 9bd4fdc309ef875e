package dandori.metric;

import dandori.job.JobState;
import dandori.machine.NodeSet;

/**
 * One of several stays of a job on nodes, before the last: it went back to the queue afterwards.
 *
 * @param startMillis when it began
 * @param endMillis when it ended
 * @param nodes how many nodes it had
 * @param endState how it ended
 * @param why why it ended so
 * @param lostMillis how much of it was lost, and has to be done again
 * @param nodeSet the nodes; none where nodes have no places
 */
public record Segment(
        long startMillis,
        long endMillis,
        int nodes,
        JobState endState,
        SentBack why,
        long lostMillis,
        NodeSet nodeSet) {

    /** How long it lasted. */
    public long lengthMillis() {
        return endMillis - startMillis;
    }
}
