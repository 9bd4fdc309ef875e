package dandori.sim;

import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a run writes down about each job: when it started, when it ends, where it stands. */
final class Ledger {

    static final long NEVER = Long.MIN_VALUE;

    final long[] startMillis; // of the last segment; NEVER before
    final long[] endMillis; // of the last segment: when it will end, once it has started
    private final byte[] state;
    private final NodeSet @Nullable [] nodeSets; // null where nodes have no places
    private final char @Nullable [] pool; // null if there is one only

    Ledger(int rows, boolean hasPlaces, int pools) {
        startMillis = new long[rows];
        Arrays.fill(startMillis, NEVER);
        endMillis = new long[rows];
        state = new byte[rows];
        nodeSets = hasPlaces ? new NodeSet[rows] : null;
        pool = pools > 1 ? new char[rows] : null;
    }

    void state(int job, JobState newState) {
        state[job] = (byte) newState.ordinal();
    }

    boolean is(int job, JobState asked) {
        return state[job] == asked.ordinal();
    }

    @Nullable NodeSet nodeSet(int job) {
        return nodeSets == null ? null : nodeSets[job];
    }

    void nodeSet(int job, NodeSet set) {
        if (nodeSets != null) {
            nodeSets[job] = set;
        }
    }

    int pool(int job) {
        return pool == null ? 0 : pool[job];
    }

    void pool(int job, int index) {
        if (pool != null) {
            pool[job] = (char) index;
        }
    }

    JobLog log(Jobs jobs, long endOfRunMillis) {
        return new JobLog(jobs, startMillis, endMillis, state, nodeSets, pool, endOfRunMillis);
    }
}
