package dandori.job;

/** Jobs as others tell of them, but for what a subclass says itself. */
public abstract class ForwardingJobs implements Jobs {

    /** Who is asked. */
    protected final Jobs base;

    /** Asks others about everything. */
    protected ForwardingJobs(Jobs base) {
        this.base = base;
    }

    @Override
    public int count() {
        return base.count();
    }

    @Override
    public long sequence(int job) {
        return base.sequence(job);
    }

    @Override
    public long id(int job) {
        return base.id(job);
    }

    @Override
    public long submitMillis(int job) {
        return base.submitMillis(job);
    }

    @Override
    public int nodes(int job) {
        return base.nodes(job);
    }

    @Override
    public long walltimeMillis(int job) {
        return base.walltimeMillis(job);
    }

    @Override
    public long loggedWaitMillis(int job) {
        return base.loggedWaitMillis(job);
    }

    @Override
    public int user(int job) {
        return base.user(job);
    }

    @Override
    public int organization(int job) {
        return base.organization(job);
    }

    @Override
    public int partition(int job) {
        return base.partition(job);
    }

    @Override
    public boolean mayAskForMinimum() {
        return base.mayAskForMinimum();
    }

    @Override
    public Elasticity elasticity(int job) {
        return base.elasticity(job);
    }

    @Override
    public long latestStartMillis(int job) {
        return base.latestStartMillis(job);
    }

    @Override
    public long leftMillis(int job, long nowMillis) {
        return base.leftMillis(job, nowMillis);
    }

    @Override
    public Request request(int job) {
        return base.request(job);
    }
}
