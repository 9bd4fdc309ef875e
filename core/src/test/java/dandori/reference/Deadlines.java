package dandori.reference;

import dandori.job.ForwardingJobs;
import dandori.job.ForwardingSource;
import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.Jobs;

/** Jobs some of which have a latest start, by their number. */
final class Deadlines extends ForwardingSource {

    private final Jobs jobs;

    Deadlines(JobSource base) {
        super(base);
        jobs =
                new ForwardingJobs(base.jobs()) {
                    @Override
                    public long latestStartMillis(int job) {
                        return latestStart(id(job), submitMillis(job), nodes(job));
                    }
                };
    }

    static long latestStart(Job job) {
        return latestStart(job.id(), job.submitMillis(), job.nodes());
    }

    private static long latestStart(long id, long submit, int nodes) {
        return id % 3 == 0 ? Long.MAX_VALUE : submit + id % 5 * 1_000 * nodes;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }
}
