package dandori.wait;

import dandori.metric.JobLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of waits while a run goes on.
 *
 * <p>Jobs that need the same wait for the same: they share a timeline of reasons, so that a change
 * costs as much for a thousand of them as for one. Only those that are held have one of their own.
 */
public final class WaitBook {

    static final int FREE = -1; // held no longer

    private static final int NO_NEED = 0;

    private int[] needOf = new int[64]; // by row: one more than the place among the needs
    private final List<Timeline> needs = new ArrayList<>();
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

    /** A new need, with the timeline of its reasons; the number of the need. */
    public int newNeed(Timeline reasons) {
        needs.add(reasons);
        return needs.size() - 1;
    }

    /** Notes that a job has a need. */
    public void needs(int job, int need) {
        if (job >= needOf.length) {
            needOf = Arrays.copyOf(needOf, Math.max(job + 1, 2 * needOf.length));
        }
        needOf[job] = need + 1;
    }

    /** The need of a job; -1 if it has none. */
    public int needOf(int job) {
        return (job < needOf.length ? needOf[job] : NO_NEED) - 1;
    }

    /** The reasons of a job; null if it never waited. */
    @Nullable Timeline reasonsOf(int job) {
        int need = needOf(job);
        return need < 0 ? null : needs.get(need);
    }

    /** Who is in front in a pool. */
    Timeline first(int pool) {
        return firsts.get(pool);
    }

    /** When and why a job was held; null if it never was. */
    @Nullable Timeline heldOf(int job) {
        return held.get(job);
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
        return new WaitLog(log, this);
    }
}
