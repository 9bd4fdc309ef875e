package dandori.reference;

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

    ClusterJob(Job asked, int index) {
        this.asked = asked;
        this.index = index;
    }

    int nodes() {
        return asked.nodes();
    }

    boolean runs() {
        return state == JobState.RUNNING;
    }

    boolean waits() {
        return state == JobState.WAITING;
    }

    long walltime() {
        return asked.walltimeMillis() - used;
    }

    /** How long the next stay must be to end it. */
    long left() {
        return kept == 0 ? asked.runMillis() : asked.runMillis() - kept + restart;
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
