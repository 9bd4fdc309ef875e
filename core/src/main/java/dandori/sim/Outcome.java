package dandori.sim;

import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.metric.Energy;
import dandori.metric.EventLog;
import dandori.metric.JobLog;
import dandori.metric.Series;
import dandori.metric.Summary;
import dandori.metric.Window;
import dandori.network.LinkSeries;
import dandori.wait.WaitLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param log what became of every job
 * @param summary all machines together
 * @param pools the pools of all machines, in order, with what each came to
 * @param waits why jobs waited, or null where that was not asked for
 * @param events what happened to nodes and jobs, or null where that was not asked for
 * @param links what links carried, machine by machine; none where that was not asked for, or the
 *     network did not look at links
 */
public record Outcome(
        JobLog log,
        Summary summary,
        List<PoolOutcome> pools,
        @Nullable WaitLog waits,
        @Nullable EventLog events,
        List<LinkSeries> links) {

    /**
     * One pool of a run.
     *
     * @param machine its machine
     * @param pool the pool
     * @param summary what it came to
     * @param brokenPromises how many jobs started later than they were promised
     * @param series what was busy and what waited over time, or null where that was not asked for
     * @param energy what its nodes drew, or null where it is not known what a node draws
     */
    public record PoolOutcome(
            Machine machine,
            Pool pool,
            Summary summary,
            int brokenPromises,
            @Nullable Series series,
            @Nullable Energy energy) {

        /** The names of its resource groups, by {@link JobLog#group}. */
        public List<String> partitions() {
            return pool.partitions().stream().map(Partition::name).toList();
        }
    }

    /** The same with the reasons of waits. */
    Outcome explained(WaitLog reasons) {
        return new Outcome(log, summary, pools, reasons, events, links);
    }

    /** The same with what happened to nodes and jobs. */
    Outcome with(EventLog happened) {
        return new Outcome(log, summary, pools, waits, happened, links);
    }

    /** The span that was measured. */
    public Window window() {
        return summary.window();
    }

    /** Node time delivered over node time in service, from 0 to 1. */
    public double utilization() {
        return summary.utilization();
    }

    /** How many jobs started later than they were promised, where the policy promises. */
    public int brokenPromises() {
        return pools.stream().mapToInt(PoolOutcome::brokenPromises).sum();
    }

    /** Mean wait in seconds. */
    public double meanWaitSeconds() {
        return summary.meanWaitSeconds();
    }
}
