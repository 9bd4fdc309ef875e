package dandori.sim;

import dandori.job.Cause;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.metric.SentBack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run writes down about each job: when it started, when it ends, where it stands. */
final class Ledger {

    static final long NEVER = Long.MIN_VALUE;
    private static final JobState[] STATES = JobState.values();
    static final int NO_GROUP = Character.MAX_VALUE;

    long[] startMillis; // of the last segment; NEVER before
    long[] endMillis; // of the last segment: when it will end; when it left without a start
    long lastSubmitMillis = NEVER; // so far
    private byte[] state;
    private @Nullable NodeSet @Nullable [] nodeSets; // null where nodes have no places
    private char @Nullable [] pool; // null if there is one only
    private final Map<Integer, List<Segment>> earlier = new HashMap<>(); // of those that run again
    private char @Nullable [] group; // of the pool; null where there are none
    private long @Nullable [] lostMillis; // of the last segment; null while nobody has lost any
    private long @Nullable [] stalledMillis; // the same; null while nobody has stood still
    private long @Nullable [] lateMillis; // from its submission until it is in a queue; null if 0
    private long @Nullable [] startRank; // of the last segment; null unless it is noted
    private byte @Nullable [] cause; // null while there is nothing to explain

    Ledger(int rows, boolean hasPlaces, int pools) {
        startMillis = new long[rows];
        Arrays.fill(startMillis, NEVER);
        endMillis = new long[rows];
        state = new byte[rows];
        nodeSets = hasPlaces ? new NodeSet[rows] : null;
        pool = pools > 1 ? new char[rows] : null;
    }

    /**
     * Notes that a running job ends now and goes back to the queue: with what it has gained, unless
     * it has said what is lost.
     */
    void requeue(
            int job, SentBack why, long nowMillis, int nodes, long gainedMillis, boolean hasSaid) {
        NodeSet set = nodeSet(job);
        long said = lostMillis == null ? 0 : lostMillis[job];
        earlier.computeIfAbsent(job, row -> new ArrayList<>())
                .add(
                        new Segment(
                                startMillis[job],
                                nowMillis,
                                nodes,
                                JobState.PREEMPTED,
                                why,
                                hasSaid ? said : nowMillis - startMillis[job] - gainedMillis,
                                set == null ? NodeSet.EMPTY : set));
        state(job, JobState.WAITING);
        stalledMillis(job, 0); // all of it is lost already
        lostMillis(job, 0);
    }

    /** Whether the job has been sent back to the queue. */
    boolean hasRunBefore(int job) {
        return !earlier.isEmpty() && earlier.containsKey(job);
    }

    /** Why a job that has run before was sent back the last time. */
    SentBack lastSentBack(int job) {
        List<Segment> before = Objects.requireNonNull(earlier.get(job));
        return before.get(before.size() - 1).why();
    }

    /** Makes room for a job, and forgets an earlier one of its row. */
    void admit(int job) {
        if (job >= state.length) {
            grow(Math.max(job + 1, Math.multiplyExact(2, state.length)));
        }
        if (startMillis[job] != NEVER) {
            earlier.remove(job);
        }
        startMillis[job] = NEVER;
        endMillis[job] = 0;
        cause(job, Cause.NONE);
        stalledMillis(job, 0);
        lostMillis(job, 0);
        lateMillis(job, 0);
        if (group != null) {
            group[job] = NO_GROUP;
        }
        if (nodeSets != null) {
            nodeSets[job] = null;
        }
    }

    private void grow(int rows) {
        int before = state.length;
        startMillis = Arrays.copyOf(startMillis, rows);
        Arrays.fill(startMillis, before, rows, NEVER);
        endMillis = Arrays.copyOf(endMillis, rows);
        state = Arrays.copyOf(state, rows);
        nodeSets = nodeSets == null ? null : Arrays.copyOf(nodeSets, rows);
        pool = pool == null ? null : Arrays.copyOf(pool, rows);
        if (group != null) {
            group = Arrays.copyOf(group, rows);
            Arrays.fill(group, before, rows, (char) NO_GROUP);
        }
        stalledMillis = stalledMillis == null ? null : Arrays.copyOf(stalledMillis, rows);
        lostMillis = lostMillis == null ? null : Arrays.copyOf(lostMillis, rows);
        lateMillis = lateMillis == null ? null : Arrays.copyOf(lateMillis, rows);
        startRank = startRank == null ? null : Arrays.copyOf(startRank, rows);
        cause = cause == null ? null : Arrays.copyOf(cause, rows);
    }

    /** Notes how many had started before a job did. */
    void startRank(int job, long starts) {
        startRank = noted(startRank, job, starts);
    }

    /** How many had started before; of one that runs, where it was noted. */
    long startRank(int job) {
        return startRank == null ? 0 : startRank[job];
    }

    void stalledMillis(int job, long millis) {
        stalledMillis = noted(stalledMillis, job, millis);
    }

    /** Notes how much of a job's last stay on nodes was of no use. */
    void lostMillis(int job, long millis) {
        lostMillis = noted(lostMillis, job, millis);
    }

    /** Notes how much later than its submission a job is in the queue of its machine. */
    void lateMillis(int job, long millis) {
        lateMillis = noted(lateMillis, job, millis);
    }

    /** Notes that a job that waits, or has just come, leaves without a start. */
    void leaves(int job, JobState newState, long nowMillis) {
        state(job, newState);
        if (startMillis[job] == NEVER) {
            endMillis[job] = nowMillis;
        }
    }

    /** The column with a number written down; null while nobody has any. */
    private long @Nullable [] noted(long @Nullable [] column, int job, long millis) {
        if (column == null && millis <= 0) {
            return null;
        }
        long[] some = column == null ? new long[state.length] : column;
        some[job] = millis;
        return some;
    }

    /** Why a job was rejected or killed. */
    Cause cause(int job) {
        return cause == null ? Cause.NONE : Cause.values()[cause[job]];
    }

    /** Notes why a job is rejected or killed. */
    void cause(int job, Cause why) {
        if (why != Cause.NONE && cause == null) {
            cause = new byte[state.length];
        }
        if (cause != null) {
            cause[job] = (byte) why.ordinal();
        }
    }

    void state(int job, JobState newState) {
        state[job] = (byte) newState.ordinal();
    }

    JobState state(int job) {
        return STATES[state[job]];
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

    /** The job's resource group within its pool, or {@link #NO_GROUP}. */
    int group(int job) {
        return group == null ? NO_GROUP : group[job];
    }

    void group(int job, int index) {
        if (group == null) {
            group = new char[state.length];
            Arrays.fill(group, (char) NO_GROUP);
        }
        group[job] = (char) index;
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
        return new JobLog(
                jobs,
                startMillis,
                endMillis,
                state,
                nodeSets,
                pool,
                group,
                earlier,
                stalledMillis,
                lostMillis,
                lateMillis,
                cause,
                endOfRunMillis);
    }
}
