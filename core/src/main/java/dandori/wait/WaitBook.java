package dandori.wait;

import dandori.metric.JobLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written down of waits while a run goes on.
 *
 * <p>Jobs that need the same wait for the same: they share a timeline of reasons, so that a change
 * costs as much for a thousand of them as for one. Only those that are held have one of their own.
 */
public final class WaitBook {

    static final int FREE = -1; // held no longer

    private Timeline[] reasonsOf = new Timeline[64]; // by row
    private final List<Timeline> firsts = new ArrayList<>(); // by pool
    private final Map<Integer, Timeline> held = new HashMap<>(); // asked by row only

    /** An empty one. */
    public WaitBook() {}

    /**
     * A new pool: the timeline of the jobs that nodes are kept for, or that nobody may overtake.
     */
    public Timeline newPool() {
        Timeline first = new Timeline();
        firsts.add(first);
        return first;
    }

    /** Notes that a job waits for the same as others do, as a timeline of reasons says. */
    public void waitsLike(int job, Timeline reasons) {
        if (job >= reasonsOf.length) {
            reasonsOf = Arrays.copyOf(reasonsOf, Math.max(job + 1, 2 * reasonsOf.length));
        }
        reasonsOf[job] = reasons;
    }

    /** Notes the reason for which a job is held from an instant on. */
    public void held(int job, WaitReason reason, long atMillis) {
        held.computeIfAbsent(job, row -> new Timeline()).set(atMillis, reason.ordinal());
    }

    /** Notes that a job that was held is so no longer. */
    public void released(int job, long atMillis) {
        Timeline its = held.get(job);
        if (its != null) {
            its.set(atMillis, FREE);
        }
    }

    /** All that was written, for a run that is over. */
    public WaitLog log(JobLog log) {
        return new WaitLog(log, reasonsOf, firsts, held);
    }
}
