package dandori.sim;

import dandori.job.Elasticity;
import dandori.job.ForwardingJobs;
import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.Arrays;

/**
 * The jobs of a workload, each with the nodes and times that it has where it has been sent: those
 * of its home until then. 20 bytes a job.
 */
final class MovedJobs extends ForwardingJobs {

    private final Workload workload;
    private final Moves moves;
    private final int[] nodes;
    private final long[] walltimeMillis;
    private final long[] runMillis;

    MovedJobs(Workload workload, Jobs jobs, Moves moves) {
        super(jobs);
        this.workload = workload;
        this.moves = moves;
        nodes = new int[base.count()];
        walltimeMillis = new long[base.count()];
        runMillis = new long[base.count()];
        Arrays.setAll(nodes, base::nodes);
        Arrays.setAll(walltimeMillis, base::walltimeMillis);
        Arrays.setAll(runMillis, workload::runMillis);
    }

    /** Where jobs move, sizes are chosen by the machine alone. */
    @Override
    public Elasticity elasticity(int job) {
        return Elasticity.RIGID;
    }

    /**
     * Gives a job what it has on a machine. One that is killed at its limit at home is killed there
     * too, however times are rounded.
     */
    void put(int job, int from, int to) {
        int asked = base.nodes(job);
        int there = from == to ? asked : moves.nodes(asked, from, to);
        long limit = base.walltimeMillis(job);
        long run = workload.runMillis(job);
        nodes[job] = there;
        walltimeMillis[job] = from == to ? limit : moves.millis(limit, asked, from, there, to);
        long runThere = from == to ? run : moves.millis(run, asked, from, there, to);
        runMillis[job] = run > limit ? Math.max(runThere, walltimeMillis[job] + 1) : runThere;
    }

    long runMillis(int job) {
        return runMillis[job];
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
