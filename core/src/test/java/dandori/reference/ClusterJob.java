package dandori.reference;

import dandori.job.Elasticity;
import dandori.job.Job;
import dandori.job.JobState;
import java.util.ArrayList;
import java.util.List;

/** A job of {@link ReferenceCluster}, with all its stays on nodes. */
public final class ClusterJob {

    final Job asked;
    public final int index; // place in order of submission
    final List<long[]> stays = new ArrayList<>(); // start, end and nodes of each that has ended
    public JobState state = JobState.UNBORN;
    public long start;
    public long end;
    public long lost; // of all stays that did not end it
    long kept; // work behind it
    long used; // of its walltime
    long restart; // at the beginning of this stay

    private int size; // its nodes by now

    ClusterJob(Job asked, int index) {
        this.asked = asked;
        this.index = index;
        size = asked.nodes();
    }

    int nodes() {
        return size;
    }

    Elasticity elasticity() {
        return asked.request().elasticity();
    }

    boolean isElastic() {
        return !elasticity().isRigid();
    }

    int least() {
        return isElastic() ? elasticity().leastNodes() : size;
    }

    /** The next larger size that it can have, or 0 if there is none. */
    int next(int nodes) {
        for (int more = nodes + 1; isElastic() && more <= elasticity().mostNodes(); more++) {
            if (elasticity().nodesWithin(more) == more) {
                return more;
            }
        }
        return 0;
    }

    private double factor() {
        return elasticity().speedup(asked.nodes()) / elasticity().speedup(size);
    }

    private long limit() {
        return size == asked.nodes()
                ? asked.walltimeMillis()
                : (long) Math.ceil(asked.walltimeMillis() * factor());
    }

    private long run() {
        if (size == asked.nodes()) {
            return asked.runMillis();
        }
        long run = (long) Math.ceil(asked.runMillis() * factor());
        boolean endsItself = asked.runMillis() <= asked.walltimeMillis();
        return endsItself ? Math.min(run, limit()) : Math.max(run, limit() + 1);
    }

    /** Gives it another size. */
    void resize(int nodes) {
        long before = run();
        size = nodes;
        if (before > 0) {
            kept = (long) ((double) kept / before * run());
            used = (long) ((double) used / before * run());
        }
    }

    boolean runs() {
        return state == JobState.RUNNING;
    }

    boolean waits() {
        return state == JobState.WAITING;
    }

    long walltime() {
        return limit() - used;
    }

    /** How long the next stay must be to end it. */
    long left() {
        return kept == 0 ? run() : run() - kept + restart;
    }

    long executes() {
        return Math.min(left(), walltime());
    }

    /** How many stays have ended. */
    public int stays() {
        return stays.size();
    }

    @Override
    public String toString() {
        return "%d %s %d-%d after %d stays".formatted(asked.id(), state, start, end, stays.size());
    }
}
