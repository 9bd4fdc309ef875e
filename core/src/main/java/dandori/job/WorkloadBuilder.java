package dandori.job;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Workload} row by row, in any order of submission.
 *
 * <p>Cost: O(1) a row and, where rows are out of order, one stable O(n log n) sort at the end;
 * memory while building is that of the workload and one column more. Not thread safe; of use once.
 */
public final class WorkloadBuilder implements JobSink {

    private final String name;
    private final LongColumn id = new LongColumn();
    private final LongColumn submitMillis = new LongColumn();
    private final IntColumn nodes = new IntColumn();
    private final LongColumn walltimeMillis = new LongColumn();
    private final LongColumn runMillis = new LongColumn();
    private final IntColumn user = new IntColumn();
    private final IntColumn organization = new IntColumn();
    private final IntColumn partition = new IntColumn();
    private @Nullable LongColumn loggedWaitMillis;
    private @Nullable List<Request> requests; // of rows so far; null while all are plain
    private @Nullable BitSet endedByUser; // rows; null while there are none

    private final NameTable users = new NameTable();
    private final NameTable organizations = new NameTable();
    private final NameTable partitions = new NameTable();
    private @Nullable ZonedDateTime origin;
    private Dependencies.@Nullable Builder dependencies; // null while there are none
    private Standing.@Nullable Builder standing; // null while there are none

    private int count;
    private int movedCount;
    private long latestSubmitMillis = Long.MIN_VALUE;

    /** Starts an empty workload of the given name. */
    public WorkloadBuilder(String name) {
        this.name = name;
    }

    /** Keeps the log's own waits too; to be called before the first row. */
    public WorkloadBuilder keepLoggedWaits() {
        if (count > 0) {
            throw new IllegalStateException(
                    "keepLoggedWaits() must come before the first row, but %d are in."
                            .formatted(count));
        }
        loggedWaitMillis = new LongColumn();
        return this;
    }

    /** The date of time 0. */
    public WorkloadBuilder origin(@Nullable ZonedDateTime origin) {
        this.origin = origin;
        return this;
    }

    @Override
    public int user(String name) {
        return users.index(name);
    }

    @Override
    public int organization(String name) {
        return organizations.index(name);
    }

    @Override
    public int partition(String name) {
        return partitions.index(name);
    }

    /** Adds a job given as a record. */
    public void add(Job job) {
        add(
                job.id(),
                job.submitMillis(),
                job.nodes(),
                job.walltimeMillis(),
                job.runMillis(),
                user(job.user()),
                organization(job.organization()),
                partition(job.partition()),
                -1);
        request(job.request());
    }

    /**
     * {@inheritDoc}
     *
     * @param loggedWaitMillis the log's own wait, or -1; ignored unless {@link #keepLoggedWaits()}
     *     was called
     */
    @Override
    public void add(
            long id,
            long submitMillis,
            int nodes,
            long walltimeMillis,
            long runMillis,
            int user,
            int organization,
            int partition,
            long loggedWaitMillis) {
        if (nodes < 1 || walltimeMillis < 0 || runMillis < 0) {
            throw new IllegalArgumentException(
                    "Job %d: nodes (%d) must be at least 1, walltimeMillis (%d) and runMillis (%d) at least 0."
                            .formatted(id, nodes, walltimeMillis, runMillis));
        }
        if (submitMillis < latestSubmitMillis) {
            movedCount++;
        }
        latestSubmitMillis = Math.max(latestSubmitMillis, submitMillis);
        count++;
        this.id.add(id);
        this.submitMillis.add(submitMillis);
        this.nodes.add(nodes);
        this.walltimeMillis.add(walltimeMillis);
        this.runMillis.add(runMillis);
        this.user.add(user);
        this.organization.add(organization);
        this.partition.add(partition);
        if (this.loggedWaitMillis != null) {
            this.loggedWaitMillis.add(loggedWaitMillis);
        }
    }

    /**
     * Adds a job like one of another workload: what is not named here, it has as that has it.
     *
     * @param log the other workload
     * @param row the job there
     * @param id its number
     * @param submitMillis when it is submitted
     * @param nodes units asked for, at least 1
     * @param runMillis how long it would run, at least 0
     * @param user its user's name
     */
    public void addLike(
            Workload log,
            int row,
            long id,
            long submitMillis,
            int nodes,
            long runMillis,
            String user) {
        Jobs jobs = log.jobs();
        add(
                id,
                submitMillis,
                nodes,
                jobs.walltimeMillis(row),
                runMillis,
                user(user),
                organization(log.organizationName(row)),
                partition(log.partitionName(row)),
                jobs.loggedWaitMillis(row));
        request(jobs.request(row));
        if (log.isEndedByUser(row)) {
            endedByUser();
        }
    }

    /** Says what the job that was added last asks for beyond nodes and time. */
    public WorkloadBuilder request(Request request) {
        if (requests == null && !request.equals(Request.PLAIN)) {
            requests = new ArrayList<>(Collections.nCopies(count - 1, Request.PLAIN));
        }
        if (requests != null) {
            while (requests.size() < count) {
                requests.add(Request.PLAIN);
            }
            requests.set(count - 1, request);
        }
        return this;
    }

    /** Says that the user of the job that was added last ends it at its run time. */
    public WorkloadBuilder endedByUser() {
        if (endedByUser == null) {
            endedByUser = new BitSet();
        }
        endedByUser.set(count - 1);
        return this;
    }

    /**
     * Says that the job that was added last stands in a snapshot; see {@link Standing}.
     *
     * @param arrivalMillis when it comes to its machine, not before its submission
     * @param runs whether it runs from then on; else it waits
     */
    public WorkloadBuilder standing(long arrivalMillis, boolean runs) {
        if (standing == null) {
            standing = new Standing.Builder();
        }
        standing.add(count - 1, arrivalMillis, runs);
        return this;
    }

    /** To say which jobs wait for which, by their places among those added, counted from 0. */
    public Dependencies.Builder dependencies() {
        if (dependencies == null) {
            dependencies = new Dependencies.Builder();
        }
        return dependencies;
    }

    @Override
    public int count() {
        return count;
    }

    /** How many rows so far were submitted before an earlier row, and will be moved. */
    public int movedCount() {
        return movedCount;
    }

    /** The workload, sorted by submit time (stably). The builder must not be used afterwards. */
    public Workload build() {
        long[] submits = submitMillis.toArray();
        int[] order = movedCount == 0 ? null : rowsByTime(submits);
        int[] rowOf = order == null ? null : inverse(order);
        long[] sorted = arranged(submits, order);
        return new Workload(
                name,
                new JobTable(
                        arranged(id.toArray(), order),
                        sorted,
                        arranged(nodes.toArray(), order),
                        arranged(walltimeMillis.toArray(), order),
                        arranged(user.toArray(), order),
                        arranged(organization.toArray(), order),
                        arranged(partition.toArray(), order),
                        loggedWaitMillis == null
                                ? null
                                : arranged(loggedWaitMillis.toArray(), order),
                        arranged(requests, order)),
                arranged(runMillis.toArray(), order),
                arranged(endedByUser, order),
                rowOf,
                users.names(),
                organizations.names(),
                partitions.names(),
                origin,
                dependencies == null ? null : dependencies.build(count, rowOf),
                standing == null ? null : standing.build(sorted, rowOf));
    }

    /** Rows by the instants that they have, those of one instant in their order. */
    static int[] rowsByTime(long[] millis) {
        return IntInterval.zeroTo(millis.length - 1)
                .toList()
                .sortThis((a, b) -> {
                    int byTime = Long.compare(millis[a], millis[b]);
                    return byTime != 0 ? byTime : Integer.compare(a, b);
                })
                .toArray();
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            inverse[order[row]] = row;
        }
        return inverse;
    }

    private static long[] arranged(long[] column, int @Nullable [] order) {
        if (order == null) {
            return column;
        }
        long[] arranged = new long[column.length];
        for (int row = 0; row < order.length; row++) {
            arranged[row] = column[order[row]];
        }
        return arranged;
    }

    private Request @Nullable [] arranged(@Nullable List<Request> column, int @Nullable [] order) {
        if (column == null) {
            return null;
        }
        Request[] arranged = new Request[count];
        for (int row = 0; row < count; row++) {
            int from = order == null ? row : order[row];
            arranged[row] = from < column.size() ? column.get(from) : Request.PLAIN;
        }
        return arranged;
    }

    private static @Nullable BitSet arranged(@Nullable BitSet column, int @Nullable [] order) {
        if (column == null || order == null) {
            return column;
        }
        BitSet arranged = new BitSet(order.length);
        for (int row = 0; row < order.length; row++) {
            arranged.set(row, column.get(order[row]));
        }
        return arranged;
    }

    private static int[] arranged(int[] column, int @Nullable [] order) {
        if (order == null) {
            return column;
        }
        int[] arranged = new int[column.length];
        for (int row = 0; row < order.length; row++) {
            arranged[row] = column[order[row]];
        }
        return arranged;
    }
}
