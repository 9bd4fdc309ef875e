package dandori.source;

import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Request;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The jobs of a workload in as few rows as possible: a row goes to the next job that comes. */
final class RecycledRows implements JobSource, Jobs {

    private final JobSource base;
    private final Jobs all;
    private final List<Integer> rowOf = new ArrayList<>(); // the job of each row, as a row of `all`
    private final TreeSet<Integer> freeRows = new TreeSet<>();

    RecycledRows(Workload workload) {
        base = workload.source();
        all = base.jobs();
    }

    int rows() {
        return rowOf.size();
    }

    @Override
    public boolean recyclesRows() {
        return true;
    }

    @Override
    public Jobs jobs() {
        return this;
    }

    @Override
    public List<String> partitions() {
        return base.partitions();
    }

    @Override
    public long runMillis(int job) {
        return base.runMillis(rowOf.get(job));
    }

    @Override
    public long nextSubmitMillis() {
        return base.nextSubmitMillis();
    }

    @Override
    public int next() {
        Integer row = freeRows.pollFirst();
        if (row == null) {
            rowOf.add(base.next());
            return rowOf.size() - 1;
        }
        rowOf.set(row, base.next());
        return row;
    }

    @Override
    public boolean isHeld(int job) {
        return base.isHeld(rowOf.get(job));
    }

    @Override
    public boolean isWithdrawn(int job) {
        return base.isWithdrawn(rowOf.get(job));
    }

    @Override
    public void jobStarted(int job, long nowMillis) {
        base.jobStarted(rowOf.get(job), nowMillis);
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        base.jobLeft(rowOf.get(job), state, nowMillis);
    }

    @Override
    public void rowFreed(int job) {
        if (!freeRows.add(job)) {
            throw new IllegalStateException("Row " + job + " is free already.");
        }
    }

    @Override
    public int count() {
        return rowOf.size();
    }

    @Override
    public long sequence(int job) {
        return rowOf.get(job);
    }

    @Override
    public long id(int job) {
        return all.id(rowOf.get(job));
    }

    @Override
    public long submitMillis(int job) {
        return all.submitMillis(rowOf.get(job));
    }

    @Override
    public int nodes(int job) {
        return all.nodes(rowOf.get(job));
    }

    @Override
    public long walltimeMillis(int job) {
        return all.walltimeMillis(rowOf.get(job));
    }

    @Override
    public long loggedWaitMillis(int job) {
        return all.loggedWaitMillis(rowOf.get(job));
    }

    @Override
    public int user(int job) {
        return all.user(rowOf.get(job));
    }

    @Override
    public int organization(int job) {
        return all.organization(rowOf.get(job));
    }

    @Override
    public int partition(int job) {
        return all.partition(rowOf.get(job));
    }

    @Override
    public Request request(int job) {
        return all.request(rowOf.get(job));
    }
}
