package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.policy.Estimates;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.List;

/** A job of the reference, with everything about it in one place. */
final class ReferenceJob {

    static final long NEVER = Long.MAX_VALUE;

    final Job asked;
    final int index; // place in order of submission
    final long executed; // what it really runs: its run time, cut at its limit
    final long limit; // after which it is killed
    long estimate; // what the rules are told
    int corrections; // of that
    JobState state = JobState.UNBORN;
    long start = NEVER;
    long end = NEVER;
    int startPlace; // how many started before it
    long promise = NEVER;
    final List<long[]> segments = new ArrayList<>(); // start and end of each that has ended
    final List<Long> promises = new ArrayList<>(); // all that it was ever given

    ReferenceJob(Job asked, int index, Setting setting) {
        this.asked = asked;
        this.index = index;
        limit =
                setting.overrun() == Overrun.EXTEND
                        ? Math.max(asked.walltimeMillis(), asked.runMillis())
                        : asked.walltimeMillis();
        executed = Math.min(asked.runMillis(), limit);
        estimate = setting.estimates() == Estimates.EXACT ? executed : limit;
    }

    int nodes() {
        return asked.nodes();
    }

    long submit() {
        return asked.submitMillis();
    }

    long estimatedEnd() {
        return start + estimate;
    }

    /** How long a plan keeps nodes for it: a job of no length still has them for an instant. */
    long planned() {
        return Math.max(1, estimate);
    }

    void promise(long at) {
        promise = at;
        promises.add(at);
    }

    @Override
    public String toString() {
        return "%d %d-%d %s".formatted(asked.id(), start, end, state);
    }
}
