package dandori.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workload whose jobs depend on each other, for one run.
 *
 * <p>At one instant jobs come in the order of their rows. A job whose predecessor never leaves is
 * never submitted.
 */
final class LinkedSource implements JobSource {

    private final Workload workload;
    private final Jobs jobs;
    private final @Nullable Followers followers;
    private final Holds holds;
    private int next; // of those that follow nobody
    private long nextMillis;

    LinkedSource(Workload workload, Dependencies links) {
        this.workload = workload;
        followers = links.hasFollowers() ? new Followers(links, workload.jobs()) : null;
        jobs = followers == null ? workload.jobs() : new Told(workload.jobs(), followers);
        holds = new Holds(links, workload.count());
        next = -1;
        goOn();
    }

    private void goOn() {
        next++;
        while (followers != null && next < workload.count() && followers.follows(next)) {
            next++;
        }
        nextMillis =
                next < workload.count() ? workload.jobs().submitMillis(next) : Long.MAX_VALUE;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public long runMillis(int job) {
        return workload.runMillis(job);
    }

    @Override
    public boolean isEndedByUser(int job) {
        return workload.isEndedByUser(job);
    }

    @Override
    public List<String> users() {
        return workload.users();
    }

    @Override
    public List<String> organizations() {
        return workload.organizations();
    }

    @Override
    public List<String> partitions() {
        return workload.partitions();
    }

    /** True: of jobs that follow others, with the submission that the workload says. */
    @Override
    public boolean knowsAll() {
        return true;
    }

    @Override
    public long nextSubmitMillis() {
        return followers == null ? nextMillis : Math.min(nextMillis, followers.nextMillis());
    }

    @Override
    public int next() {
        if (followers != null) {
            long other = followers.nextMillis();
            boolean isOther =
                    other < nextMillis
                            || other == nextMillis
                                    && other < Long.MAX_VALUE
                                    && followers.next() < next;
            if (isOther) {
                int job = followers.next();
                followers.take();
                return job;
            }
        }
        int job = next;
        goOn();
        return job;
    }

    @Override
    public void jobStarted(int job, long nowMillis) {
        holds.started(job);
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        holds.left(job, state);
        if (followers != null) {
            followers.left(job, nowMillis);
        }
    }

    @Override
    public boolean isHeld(int job) {
        return holds.isHeld(job);
    }

    @Override
    public boolean isWithdrawn(int job) {
        return holds.isWithdrawn(job);
    }

    /** The jobs with the submissions that have come out. */
    private static final class Told extends ForwardingJobs {

        private final Followers followers;

        Told(Jobs base, Followers followers) {
            super(base);
            this.followers = followers;
        }

        @Override
        public long submitMillis(int job) {
            return followers.submitMillis(job);
        }
    }
}
