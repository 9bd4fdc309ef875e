package dandori.job;

import java.util.Arrays;

/**
 * A workload of which some jobs are elastic, at work in one run: the nodes and times that each has
 * by now. 20 bytes a job.
 */
final class ResizedSource extends ForwardingSource {

    private final Workload workload;
    private final Resized jobs;

    ResizedSource(Workload workload, JobSource base) {
        super(base);
        this.workload = workload;
        jobs = new Resized(base.jobs(), workload);
    }

    /** The jobs as they are by now. */
    private static final class Resized extends ForwardingJobs {

        private final int[] nodes;
        private final long[] walltimeMillis;
        private final long[] runMillis;

        Resized(Jobs jobs, Workload workload) {
            super(jobs);
            nodes = new int[base.count()];
            walltimeMillis = new long[base.count()];
            runMillis = new long[base.count()];
            Arrays.setAll(nodes, base::nodes);
            Arrays.setAll(walltimeMillis, base::walltimeMillis);
            Arrays.setAll(runMillis, workload::runMillis);
        }

        @Override
        public int nodes(int job) {
            return nodes[job];
        }

        @Override
        public long walltimeMillis(int job) {
            return walltimeMillis[job];
        }
    }

    /** Times are those asked for, by the speeds at both sizes, and rounded up. */
    @Override
    public void resize(int job, int nodes) {
        int asked = workload.jobs().nodes(job);
        Elasticity its = workload.jobs().elasticity(job);
        double factor = its.speedup(asked) / its.speedup(nodes);
        jobs.nodes[job] = nodes;
        jobs.walltimeMillis[job] = scaled(workload.jobs().walltimeMillis(job), factor);
        jobs.runMillis[job] =
                workload.runMillis(job) <= workload.jobs().walltimeMillis(job)
                        ? Math.min(
                                scaled(workload.runMillis(job), factor), jobs.walltimeMillis[job])
                        : Math.max(
                                scaled(workload.runMillis(job), factor),
                                jobs.walltimeMillis[job] + 1);
    }

    private static long scaled(long millis, double factor) {
        return factor == 1 ? millis : (long) Math.ceil(millis * factor);
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public long runMillis(int job) {
        return jobs.runMillis[job];
    }
}
