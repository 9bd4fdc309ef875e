package dandori.source;

import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of work, each submitted some time after the one before has ended; rows come as they do.
 */
final class Chain implements JobSource, Jobs {

    private final List<Long> submits = new ArrayList<>(List.of(0L));
    private final int pieces;
    private final long runMillis;
    private final long thinkMillis;
    private int next;

    Chain(int pieces, long runMillis, long thinkMillis) {
        this.pieces = pieces;
        this.runMillis = runMillis;
        this.thinkMillis = thinkMillis;
    }

    @Override
    public Jobs jobs() {
        return this;
    }

    @Override
    public long runMillis(int job) {
        return runMillis;
    }

    @Override
    public long nextSubmitMillis() {
        return next < submits.size() ? submits.get(next) : Long.MAX_VALUE;
    }

    @Override
    public int next() {
        return next++;
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        if (submits.size() < pieces) {
            submits.add(nowMillis + thinkMillis);
        }
    }

    @Override
    public int count() {
        return next;
    }

    @Override
    public long sequence(int job) {
        return job;
    }

    @Override
    public long id(int job) {
        return job;
    }

    @Override
    public long submitMillis(int job) {
        return submits.get(job);
    }

    @Override
    public int nodes(int job) {
        return 2;
    }

    @Override
    public long walltimeMillis(int job) {
        return runMillis;
    }

    @Override
    public long loggedWaitMillis(int job) {
        return -1;
    }

    @Override
    public int user(int job) {
        return -1;
    }

    @Override
    public int organization(int job) {
        return -1;
    }

    @Override
    public int partition(int job) {
        return -1;
    }

    @Override
    public Request request(int job) {
        return Request.PLAIN;
    }
}
