package dandori.metric;

import dandori.job.Cause;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every job of a run: its start, its end, its state, its nodes.
 *
 * <p>A view of the run's own columns, 17 bytes a job; rows are those of {@link Jobs}.
 */
public final class JobLog {

    private static final JobState[] STATES = JobState.values();
    private static final Cause[] CAUSES = Cause.values();

    private final Jobs jobs;
    private final long[] startMillis;
    private final long[] endMillis;
    private final byte[] state;
    private final @Nullable NodeSet @Nullable [] nodeSets;
    private final char @Nullable [] pool;
    private final char @Nullable [] group;
    private final Map<Integer, List<Segment>> earlier;
    private final long @Nullable [] stalledMillis;
    private final long @Nullable [] lostMillis;
    private final long @Nullable [] lateMillis;
    private final byte @Nullable [] cause;
    private final long endOfRunMillis;

    /**
     * A log over a run's columns, which must not change any more.
     *
     * @param jobs the jobs
     * @param startMillis when each started, {@link Long#MIN_VALUE} if it never did
     * @param endMillis when each ended, or would have, or left without a start
     * @param state the ordinal of each job's {@link JobState}
     * @param nodeSets the nodes of each, null where nodes have no places
     * @param pool the pool of each, null if there is one only
     * @param group the resource group of each within its pool, null if there are none
     * @param earlier the segments of those that ran more than once, before their last
     * @param stalledMillis for how long of its last segment each has waited for the network, null
     *     if nobody has
     * @param lostMillis how much of each one's last segment was of no use, null if nothing was
     * @param lateMillis how much later than its submission each was in the queue of its machine,
     *     null if nobody was
     * @param cause the ordinal of each job's {@link Cause}, null if there is nothing to explain
     * @param endOfRunMillis the last instant of the run
     */
    public JobLog(
            Jobs jobs,
            long[] startMillis,
            long[] endMillis,
            byte[] state,
            @Nullable NodeSet @Nullable [] nodeSets,
            char @Nullable [] pool,
            char @Nullable [] group,
            Map<Integer, List<Segment>> earlier,
            long @Nullable [] stalledMillis,
            long @Nullable [] lostMillis,
            long @Nullable [] lateMillis,
            byte @Nullable [] cause,
            long endOfRunMillis) {
        this.jobs = jobs;
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.state = state;
        this.nodeSets = nodeSets;
        this.pool = pool;
        this.group = group;
        this.earlier = earlier;
        this.stalledMillis = stalledMillis;
        this.lostMillis = lostMillis;
        this.lateMillis = lateMillis;
        this.cause = cause;
        this.endOfRunMillis = endOfRunMillis;
    }

    /** The jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** What became of the job. */
    public JobState state(int job) {
        return STATES[state[job]];
    }

    /** Why the job was rejected, or killed although it was short enough. */
    public Cause cause(int job) {
        return cause == null ? Cause.NONE : CAUSES[cause[job]];
    }

    /** Whether the job has started. */
    public boolean hasStarted(int job) {
        return startMillis[job] != Long.MIN_VALUE;
    }

    /** Whether the job has started and ended. */
    public boolean hasEnded(int job) {
        JobState now = state(job);
        return hasStarted(job) && now != JobState.RUNNING && now != JobState.WAITING;
    }

    /** When the job started, the last time if it did more than once; only of one that has. */
    public long startMillis(int job) {
        return startMillis[job];
    }

    /** When the job started for the first time; only of one that has. */
    public long firstStartMillis(int job) {
        List<Segment> before = segmentsBefore(job);
        return before.isEmpty() ? startMillis[job] : before.get(0).startMillis();
    }

    /** The stays of the job on nodes before its last, in order of time; most jobs have none. */
    public List<Segment> segmentsBefore(int job) {
        return earlier.isEmpty() ? List.of() : earlier.getOrDefault(job, List.of());
    }

    /** Whether any job has run more than once. */
    public boolean hasSegments() {
        return !earlier.isEmpty();
    }

    /**
     * How much of the job's time on nodes was of no use: lost and to be done again or, of training
     * runs, spent on checkpoints and restarts.
     */
    public long lostMillis(int job) {
        long lost = lostLastMillis(job);
        for (Segment segment : segmentsBefore(job)) {
            lost += segment.lostMillis();
        }
        return lost;
    }

    /** The same of the job's last stay on nodes alone. */
    public long lostLastMillis(int job) {
        return lostMillis == null ? 0 : lostMillis[job];
    }

    private long executedBeforeMillis(int job) {
        long executed = 0;
        for (Segment segment : segmentsBefore(job)) {
            executed += segment.lengthMillis();
        }
        return executed;
    }

    /** When the job ended; only of one that has. */
    public long endMillis(int job) {
        return endMillis[job];
    }

    /**
     * When the job was in the queue of its machine for the first time: when it was submitted,
     * unless it was on its way to another machine, or there before the run began.
     */
    public long arrivalMillis(int job) {
        return jobs.submitMillis(job) + (lateMillis == null ? 0 : lateMillis[job]);
    }

    /** Until when a job waited that has not started: it left then, or has waited till the end. */
    long waitedUntilMillis(int job) {
        boolean isGone = state(job) == JobState.CANCELLED || state(job) == JobState.REJECTED;
        return isGone ? endMillis[job] : endOfRunMillis;
    }

    /** How long the job waited from its submission on in all, until it left, or the run ended. */
    public long waitMillis(int job) {
        boolean waits = state(job) == JobState.WAITING;
        long until =
                !hasStarted(job)
                        ? waitedUntilMillis(job)
                        : waits ? endOfRunMillis : startMillis[job];
        return until - jobs.submitMillis(job) - executedBeforeMillis(job);
    }

    /** How long the job ran in all, or has run when the run ends. */
    public long executedMillis(int job) {
        return executedBeforeMillis(job) + executedLastMillis(job);
    }

    /** How long the job ran the last time. */
    public long executedLastMillis(int job) {
        if (!hasStarted(job) || state(job) == JobState.WAITING) {
            return 0;
        }
        return (hasEnded(job) ? endMillis[job] : endOfRunMillis) - startMillis[job];
    }

    /** The nodes of the job's last segment; none where nodes have no places. */
    public NodeSet nodeSet(int job) {
        NodeSet set = nodeSets == null ? null : nodeSets[job];
        return set == null ? NodeSet.EMPTY : set;
    }

    /**
     * How many nodes the job had: those of its set, where its nodes have places, which may be more
     * than it asked for; else those that it asked for.
     */
    public int nodesHeld(int job) {
        NodeSet set = nodeSets == null ? null : nodeSets[job];
        // Where one machine has places all jobs have sets; those on machines without are empty.
        return set == null || set.size() == 0 ? jobs.nodes(job) : set.size();
    }

    /** The index of the job's resource group among those of its pool, or -1 if it has none. */
    public int group(int job) {
        return group == null || group[job] == Character.MAX_VALUE ? -1 : group[job];
    }

    /**
     * For how long of its last stay on nodes the job has done nothing but wait for the network; 0
     * if all of that stay was lost.
     */
    public long stalledMillis(int job) {
        return stalledMillis == null ? 0 : stalledMillis[job];
    }

    /** The index of the job's pool among all pools of the run. */
    public int pool(int job) {
        return pool == null ? 0 : pool[job];
    }

    /** The last instant of the run. */
    public long endOfRunMillis() {
        return endOfRunMillis;
    }

    /** From the first submission to the last; empty at 0 where nobody came. */
    public Window submissions() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int job = 0; job < jobs().count(); job++) {
            if (state(job) != JobState.UNBORN) {
                first = Math.min(first, jobs().submitMillis(job));
                last = Math.max(last, jobs().submitMillis(job));
            }
        }
        return first > last ? new Window(0, 0) : new Window(first, last);
    }
}
