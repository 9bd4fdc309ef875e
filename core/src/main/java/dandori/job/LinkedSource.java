package dandori.job;

import org.jspecify.annotations.Nullable;

/**
 * A workload whose jobs depend on each other, or are there when the run begins, for one run.
 *
 * <p>At one instant jobs come in the order of their rows. A job whose predecessor never leaves is
 * never submitted.
 */
final class LinkedSource extends ForwardingSource {

    private final Workload workload;
    private final Jobs jobs;
    private final @Nullable Followers followers;
    private final @Nullable Holds holds;
    private final @Nullable Standing standing;
    private int place = -1; // in the order of arrival, of those that follow nobody
    private int next; // the job there
    private long nextMillis;

    LinkedSource(
            Workload workload,
            JobSource plain,
            @Nullable Dependencies links,
            @Nullable Standing standing) {
        super(plain);
        this.workload = workload;
        this.standing = standing;
        followers =
                links != null && links.hasFollowers()
                        ? new Followers(links, workload.jobs())
                        : null;
        jobs = followers == null ? workload.jobs() : new Told(workload.jobs(), followers);
        holds = links == null ? null : new Holds(links, workload.count());
        goOn();
    }

    private void goOn() {
        do {
            place++;
            next = place < workload.count() ? jobAt(place) : Integer.MAX_VALUE;
        } while (followers != null && place < workload.count() && followers.follows(next));
        nextMillis = place < workload.count() ? arrivalMillis(next) : Long.MAX_VALUE;
    }

    private int jobAt(int at) {
        return standing == null ? at : standing.inOrder(at);
    }

    private long arrivalMillis(int job) {
        return standing == null ? workload.jobs().submitMillis(job) : standing.arrivalMillis(job);
    }

    @Override
    public boolean runsAlready(int job) {
        return standing != null && standing.runs(job);
    }

    @Override
    public Jobs jobs() {
        return jobs;
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
        if (holds != null) {
            holds.started(job);
        }
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        if (holds != null) {
            holds.left(job, state);
        }
        if (followers != null) {
            followers.left(job, nowMillis);
        }
    }

    @Override
    public boolean isHeld(int job) {
        return holds != null && holds.isHeld(job);
    }

    @Override
    public boolean isWithdrawn(int job) {
        return holds != null && holds.isWithdrawn(job);
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
