package dandori.rule;

import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.state.Capacity;
import dandori.state.Cluster;
import dandori.state.Places;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import org.jspecify.annotations.Nullable;

/** An instant at which only the jobs are known: enough for scores. Estimates are walltimes. */
public record FixedSituation(long nowMillis, Jobs jobs) implements Situation {

    @Override
    public long estimateMillis(int job) {
        return jobs.walltimeMillis(job);
    }

    @Override
    public int nodesNeeded(int job) {
        return jobs.nodes(job);
    }

    @Override
    public @Nullable Places places() {
        return null;
    }

    @Override
    public Cluster cluster() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WaitQueue queue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Capacity capacity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Machine machine() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Pool pool() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startMillis(int job) {
        throw new UnsupportedOperationException();
    }
}
