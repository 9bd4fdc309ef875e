package dandori.job;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a workload, one primitive array each: about 40 bytes a job.
 *
 * <p>Immutable. Rows stand in order of submission, and jobs submitted at one instant in the order
 * of the input, so a row is its own sequence number.
 */
final class JobTable implements Jobs {

    private final long[] id;
    private final long[] submitMillis; // never falls
    private final int[] nodes; // ≥ 1
    private final long[] walltimeMillis; // ≥ 0
    private final int[] user; // -1 where unknown
    private final int[] organization; // -1 where unknown
    private final int[] partition; // -1 where unknown
    private final long @Nullable [] loggedWaitMillis; // -1 where unknown; null: not kept
    private final Request @Nullable [] request; // null: all are plain
    private final boolean asksForMinimum;
    private final boolean hasElastic;

    JobTable(
            long[] id,
            long[] submitMillis,
            int[] nodes,
            long[] walltimeMillis,
            int[] user,
            int[] organization,
            int[] partition,
            long @Nullable [] loggedWaitMillis,
            Request @Nullable [] request) {
        this.id = id;
        this.submitMillis = submitMillis;
        this.nodes = nodes;
        this.walltimeMillis = walltimeMillis;
        this.user = user;
        this.organization = organization;
        this.partition = partition;
        this.loggedWaitMillis = loggedWaitMillis;
        this.request = request;
        boolean asks = false;
        boolean isElastic = false;
        for (int job = 0; request != null && job < request.length; job++) {
            asks |= request[job].minimumMillis() > 0;
            isElastic |= !request[job].elasticity().isRigid();
        }
        asksForMinimum = asks;
        hasElastic = isElastic;
    }

    /** The same jobs with other time limits; the other columns are shared. */
    JobTable withWalltimeMillis(long[] walltimeMillis) {
        return new JobTable(
                id,
                submitMillis,
                nodes,
                walltimeMillis,
                user,
                organization,
                partition,
                loggedWaitMillis,
                request);
    }

    /** The same jobs with other requests; the other columns are shared. */
    JobTable withRequests(Request[] request) {
        return new JobTable(
                id,
                submitMillis,
                nodes,
                walltimeMillis,
                user,
                organization,
                partition,
                loggedWaitMillis,
                request);
    }

    boolean hasLoggedWaits() {
        return loggedWaitMillis != null;
    }

    /** Whether any job can run on other numbers of nodes than it asks for. */
    boolean hasElastic() {
        return hasElastic;
    }

    @Override
    public int count() {
        return submitMillis.length;
    }

    @Override
    public long sequence(int job) {
        return job;
    }

    @Override
    public long id(int job) {
        return id[job];
    }

    @Override
    public long submitMillis(int job) {
        return submitMillis[job];
    }

    @Override
    public int nodes(int job) {
        return nodes[job];
    }

    @Override
    public long walltimeMillis(int job) {
        return walltimeMillis[job];
    }

    @Override
    public long loggedWaitMillis(int job) {
        return loggedWaitMillis == null ? -1 : loggedWaitMillis[job];
    }

    @Override
    public int user(int job) {
        return user[job];
    }

    @Override
    public int organization(int job) {
        return organization[job];
    }

    @Override
    public int partition(int job) {
        return partition[job];
    }

    @Override
    public boolean mayAskForMinimum() {
        return asksForMinimum;
    }

    @Override
    public Request request(int job) {
        return request == null ? Request.PLAIN : request[job];
    }
}
