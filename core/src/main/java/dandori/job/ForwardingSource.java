package dandori.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source whose jobs come from another, but for what a subclass says itself. */
public abstract class ForwardingSource implements JobSource {

    /** Who is asked. */
    protected final JobSource base;

    /** Asks another about everything. */
    protected ForwardingSource(JobSource base) {
        this.base = base;
    }

    @Override
    public Jobs jobs() {
        return base.jobs();
    }

    @Override
    public long runMillis(int job) {
        return base.runMillis(job);
    }

    @Override
    public long nextSubmitMillis() {
        return base.nextSubmitMillis();
    }

    @Override
    public int next() {
        return base.next();
    }

    @Override
    public List<String> users() {
        return base.users();
    }

    @Override
    public List<String> organizations() {
        return base.organizations();
    }

    @Override
    public List<String> partitions() {
        return base.partitions();
    }

    @Override
    public boolean staysWithinWalltimes() {
        return base.staysWithinWalltimes();
    }

    @Override
    public boolean knowsAll() {
        return base.knowsAll();
    }

    @Override
    public void jobStarted(int job, long nowMillis) {
        base.jobStarted(job, nowMillis);
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        base.jobLeft(job, state, nowMillis);
    }

    @Override
    public void rowFreed(int job) {
        base.rowFreed(job);
    }

    @Override
    public boolean runsAlready(int job) {
        return base.runsAlready(job);
    }

    @Override
    public boolean isHeld(int job) {
        return base.isHeld(job);
    }

    @Override
    public boolean isWithdrawn(int job) {
        return base.isWithdrawn(job);
    }

    @Override
    public boolean isEndedByUser(int job) {
        return base.isEndedByUser(job);
    }

    @Override
    public void resize(int job, int nodes) {
        base.resize(job, nodes);
    }

    @Override
    public boolean recyclesRows() {
        return base.recyclesRows();
    }

    @Override
    public @Nullable ValueStore valueStore() {
        return base.valueStore();
    }
}
