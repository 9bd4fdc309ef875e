package dandori.reference;

import dandori.job.ForwardingJobs;
import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.Jobs;
import java.util.List;

/** Jobs some of which have a latest start, by their number. */
final class Deadlines implements JobSource {

    private final JobSource base;
    private final Jobs jobs;

    Deadlines(JobSource base) {
        this.base = base;
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

    @Override
    public boolean knowsAll() {
        return base.knowsAll();
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
    public boolean staysWithinWalltimes() {
        return base.staysWithinWalltimes();
    }
}
