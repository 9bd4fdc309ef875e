package dandori.trace.sacct;

import dandori.trace.Findings;
import dandori.trace.LogClock;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.Names;
import java.time.ZoneId;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.jspecify.annotations.Nullable;

/** What a line of sacct tells of a job. */
final class SacctJob {

    private static final long UNKNOWN = LogClock.NO_DATE;
    private static final long MINUTE_MILLIS = 60_000;

    private final Findings findings;
    private final Values values;
    private final Sizes sizes;
    private final JobNumber number = new JobNumber();
    private final Names names = new Names();
    private final Names clusters = new Names();
    private final LongHashSet seen = new LongHashSet();
    private @Nullable String cluster; // the first
    private int clusterHash; // of that of the job
    private boolean foreign; // its time of submission is in a form that is not read

    SacctJob(Records records, Layout layout, @Nullable ZoneId zone, Findings findings) {
        this.findings = findings;
        this.values = new Values(records, layout, zone, findings);
        this.sizes = new Sizes(values, findings);
    }

    /** Takes what follows by other columns. */
    void change(Layout layout) {
        values.change(layout);
    }

    /** Reads the number of the job or step, which every record has. */
    void readNumber() {
        Column column = values.has(Column.JOB_ID) ? Column.JOB_ID : Column.JOB_ID_RAW;
        number.read(values.bytes(), values.from(column), values.to(column));
    }

    boolean isStep() {
        return number.step;
    }

    /** The number of the heterogeneous job as a whole. */
    long heterogeneousNumber() {
        return number.number;
    }

    /** Its place in a heterogeneous job; −1: it is none of one. */
    long component() {
        return number.component;
    }

    /** The first cluster that was named, or null. */
    @Nullable String cluster() {
        return cluster;
    }

    int clusterCount() {
        return clusters.count();
    }

    /** Fills in what is known of the job; false if there is nothing to play, which is counted. */
    boolean fill(LoggedJob job) {
        job.clear();
        JobState state = values.state();
        long submit = values.date(Column.SUBMIT);
        long eligible = values.date(Column.ELIGIBLE);
        long start = values.date(Column.START);
        long end = values.date(Column.END);
        boolean undated = submit == UNKNOWN && eligible == UNKNOWN;
        foreign = undated && values.isSaid(Column.SUBMIT);
        SacctOddity unfit = foreign ? null : unfinished(state, start, end);
        if (unfit == null && undated) {
            unfit = SacctOddity.NO_SUBMIT;
        }
        if (unfit == null) {
            unfit = run(job, state, start, end);
        }
        readCluster();
        if (unfit == null && isRepeated(submit == UNKNOWN ? eligible : submit, start)) {
            unfit = SacctOddity.REPEATED;
        }
        if (unfit != null) {
            findings.add(unfit);
            return false;
        }
        if (submit == UNKNOWN) {
            findings.add(SacctOddity.FROM_ELIGIBLE);
        } else if (eligible != UNKNOWN && eligible - submit >= MINUTE_MILLIS) {
            findings.add(SacctOddity.ELIGIBLE_LATER);
        }
        job.submitMillis = submit == UNKNOWN ? eligible : submit;
        job.waitMillis = wait(job, start, end);
        job.walltimeMillis = limit();
        job.end = state == null ? LoggedEnd.UNKNOWN : state.end();
        if (values.isToTheMinute()) {
            findings.add(SacctOddity.NO_SECONDS);
        }
        noteState(state);
        nameJob(job);
        sizes.fill(job);
        return true;
    }

    /**
     * Whether the time of submission of the line last filled in stands there in a form not read.
     */
    boolean isSubmitForeign() {
        return foreign;
    }

    /** What stands there. */
    String submitText() {
        return values.name(Column.SUBMIT, new Names());
    }

    private @Nullable SacctOddity unfinished(@Nullable JobState state, long start, long end) {
        JobState.Stage stage = state == null ? JobState.Stage.ENDED : state.stage();
        boolean open = values.has(Column.END) && end == UNKNOWN && !values.hasElapsed();
        boolean openPart = end == UNKNOWN && (state == null || state == JobState.RESIZING);
        boolean unstarted = values.has(Column.START) && start == UNKNOWN;
        return switch (stage) {
            case PENDING -> SacctOddity.PENDING;
            case RUNNING -> SacctOddity.RUNNING;
            case REVOKED -> SacctOddity.REVOKED;
            case ENDED ->
                    !values.has(Column.END) || !open && !openPart
                            ? unstarted ? SacctOddity.NEVER_STARTED : null
                            : unstarted ? SacctOddity.PENDING : SacctOddity.RUNNING;
        };
    }

    /** Fills in the run time, or says why there is none. */
    private @Nullable SacctOddity run(
            LoggedJob job, @Nullable JobState state, long start, long end) {
        long elapsed = values.elapsedMillis();
        boolean both = start != UNKNOWN && end != UNKNOWN;
        if (both && end < start && elapsed <= 0) {
            return SacctOddity.ENDS_BEFORE_START;
        }
        job.runMillis = elapsed >= 0 || !both ? elapsed : end - start;
        if (job.runMillis <= 0 && sizes.isNothingAllocated(state)) {
            return SacctOddity.NEVER_STARTED;
        }
        if (elapsed < 0 && both && values.isElapsedWritten()) {
            findings.add(SacctOddity.ELAPSED_UNREADABLE);
        }
        long suspended = Math.max(0, values.millis(Column.SUSPENDED));
        if (suspended > 0) {
            findings.add(SacctOddity.SUSPENDED);
        }
        if (both && end < start) {
            findings.add(SacctOddity.ELAPSED_TAKEN);
        } else if (both && Math.abs(end - start - suspended - job.runMillis) > precision()) {
            findings.add(SacctOddity.ELAPSED_DIFFERS);
        }
        return null;
    }

    /** What a time may be off that was cut when it was written. */
    private long precision() {
        return values.isToTheMinute() ? MINUTE_MILLIS : 1_000;
    }

    private long wait(LoggedJob job, long start, long end) {
        long from = start;
        if (from == UNKNOWN && end != UNKNOWN && job.runMillis >= 0) {
            from = end - job.runMillis;
        }
        if (from == UNKNOWN) {
            return -1;
        }
        if (from < job.submitMillis) {
            findings.add(SacctOddity.START_BEFORE_SUBMIT);
            return -1;
        }
        return from - job.submitMillis;
    }

    private long limit() {
        long minutes = values.whole(Column.TIMELIMIT_RAW);
        if (minutes > 0) {
            return minutes > LoggedJob.BEYOND / MINUTE_MILLIS
                    ? LoggedJob.BEYOND
                    : MINUTE_MILLIS * minutes;
        }
        if (values.isUnlimited(Column.TIMELIMIT_RAW) || values.isUnlimited(Column.TIMELIMIT)) {
            findings.add(SacctOddity.NO_LIMIT);
        }
        return values.millis(Column.TIMELIMIT);
    }

    private void noteState(@Nullable JobState state) {
        if (state == null && values.isSaid(Column.STATE)) {
            findings.add(SacctOddity.ODD_STATE);
        } else if (state == JobState.REQUEUED) {
            findings.add(SacctOddity.REQUEUED);
        } else if (state == JobState.RESIZING) {
            findings.add(SacctOddity.RESIZED);
        } else if (values.count(Column.RESTARTS) > 0) {
            findings.add(SacctOddity.RESTARTED);
        }
    }

    private void readCluster() {
        clusterHash = 0;
        if (values.isSaid(Column.CLUSTER)) {
            String name = values.name(Column.CLUSTER, clusters);
            cluster = cluster == null ? name : cluster;
            clusterHash = name.hashCode();
        }
    }

    /** Whether the same job was told before; else it is remembered. */
    private boolean isRepeated(long submit, long start) {
        long raw = values.whole(Column.JOB_ID_RAW);
        long key = raw;
        if (raw < 0) {
            key = mixed(mixed(number.number, number.element + 1), number.component + 1);
        }
        key = mixed(key, submit);
        key = mixed(key, start);
        return !seen.add(mixed(key, clusterHash));
    }

    /** Numbers made one, each bit of either deciding on half of the bits of the result. */
    private static long mixed(long one, long other) {
        long mixed = one * 0x9E3779B97F4A7C15L + other;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private void nameJob(LoggedJob job) {
        long raw = values.whole(Column.JOB_ID_RAW);
        job.id = raw >= 0 ? raw : number.number;
        if (raw < 0 && number.element >= 0) {
            findings.add(SacctOddity.ARRAY_NUMBER);
        }
        job.user = values.nameOrNull(Column.USER, names);
        job.userNumber = values.whole(Column.UID);
        String account = values.nameOrNull(Column.ACCOUNT, names);
        job.group = account == null ? values.nameOrNull(Column.GROUP, names) : account;
        job.groupNumber = values.whole(Column.GID);
        job.queue = values.nameOrNull(Column.QOS, names);
        job.partition = values.firstNameOrNull(Column.PARTITION, names);
    }

    /** Adds the size of a component to that of the job. */
    static void addSizes(LoggedJob job, LoggedJob part) {
        job.requestedNodes = sum(job.requestedNodes, part.requestedNodes);
        job.allocatedNodes = sum(job.allocatedNodes, part.allocatedNodes);
        job.requestedProcessors = sum(job.requestedProcessors, part.requestedProcessors);
        job.allocatedProcessors = sum(job.allocatedProcessors, part.allocatedProcessors);
        job.requestedAccelerators = sum(job.requestedAccelerators, part.requestedAccelerators);
        job.allocatedAccelerators = sum(job.allocatedAccelerators, part.allocatedAccelerators);
        job.runMillis = Math.max(job.runMillis, part.runMillis);
    }

    private static long sum(long one, long other) {
        return one < 0 ? other : other < 0 ? one : one + other;
    }
}
