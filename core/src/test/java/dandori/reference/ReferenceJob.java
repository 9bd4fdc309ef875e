package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.policy.Estimates;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A job of the reference, with everything about it in one place. */
final class ReferenceJob {

    static final long NEVER = Long.MAX_VALUE;

    final Job asked;
    final int index; // place in order of submission
    private final Setting setting;
    long needed; // to run this time, or next, so that it is done
    long executed; // what it really runs: the same, cut at its limit
    long limit; // after which it is killed, this time or next
    long estimate; // what the rules are told
    int corrections; // of that
    long kept; // work that it need not do again
    long used; // of its limit, which stood still in between
    long restart; // to go on, where it has kept anything
    JobState state = JobState.UNBORN;
    long start = NEVER;
    long end = NEVER;
    int startPlace; // how many started before it
    long promise = NEVER;
    final List<long[]> segments = new ArrayList<>(); // start, end and lost of each that has ended
    final List<Long> promises = new ArrayList<>(); // all that it was ever given

    ReferenceJob(Job asked, int index, Setting setting) {
        this.asked = asked;
        this.index = index;
        this.setting = setting;
        look();
    }

    /** What it has to do, may do, and is told to do, from what it has done. */
    final void look() {
        boolean isExtended = setting.overrun() == Overrun.EXTEND;
        needed = kept == 0 ? asked.runMillis() : asked.runMillis() - kept + restart;
        long whole = asked.walltimeMillis();
        if (isExtended) {
            whole = Math.max(whole, asked.runMillis());
        }
        limit = whole - used;
        if (isExtended && kept > 0) {
            limit = Math.max(limit, needed);
        }
        executed = Math.min(needed, limit);
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

    /** Start, end and loss of every stay on nodes. */
    String segments() {
        return segments.stream().map(Arrays::toString).toList().toString();
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
