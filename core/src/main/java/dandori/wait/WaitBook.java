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
    private static final int REASONS = WaitReason.values().length;

    private int[] needOf = new int[64]; // by row: one more than the place among the needs, by now
    private final Map<Integer, Timeline> needsOf = new HashMap<>(); // of those who had several
    private final List<Timeline> needs = new ArrayList<>();
    private final List<Timeline> firsts = new ArrayList<>(); // by pool
    private final Map<Integer, Timeline> held = new HashMap<>(); // asked by row only
    private final List<String> names = new ArrayList<>(List.of("")); // of what jobs wait for
    private final Map<String, Integer> numbers = new HashMap<>(); // of those, asked by name only

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

    /** A new need, with the timeline of its {@linkplain #coded reasons}; the number of the need. */
    public int newNeed(Timeline reasons) {
        needs.add(reasons);
        return needs.size() - 1;
    }

    /** Notes the need that a job has from an instant on: it may come back with another. */
    public void needs(int job, int need, long atMillis) {
        if (job >= needOf.length) {
            needOf = Arrays.copyOf(needOf, Math.max(job + 1, 2 * needOf.length));
        }
        int before = needOf(job);
        if (before >= 0 && before != need) {
            needsOf.computeIfAbsent(job, row -> Timeline.of(before)).set(atMillis, need);
        }
        needOf[job] = need + 1;
    }

    /** The need of a job, by now; -1 if it has none. */
    public int needOf(int job) {
        return (job < needOf.length ? needOf[job] : NO_NEED) - 1;
    }

    /**
     * A reason together with the name of what it is about, as a number for a timeline of reasons.
     *
     * @param name of a reservation, an outage, a cap or whose limit it is; empty for none
     */
    public int coded(WaitReason reason, String name) {
        if (name.isEmpty()) {
            return reason.ordinal();
        }
        int number = numbers.computeIfAbsent(name, fresh -> names.size());
        if (number == names.size()) {
            names.add(name);
        }
        return number * REASONS + reason.ordinal();
    }

    /** The reason of such a number. */
    static WaitReason reason(int coded) {
        return WaitReason.of(coded % REASONS);
    }

    /** The name of such a number; empty for none. */
    String name(int coded) {
        return names.get(coded / REASONS);
    }

    /** The reasons of those of a need. */
    Timeline reasons(int need) {
        return needs.get(need);
    }

    /** Which need a job had when; null if it never had another than it has. */
    @Nullable Timeline needsOf(int job) {
        return needsOf.get(job);
    }

    /** Who is in front in a pool. */
    Timeline first(int pool) {
        return firsts.get(pool);
    }

    /** When and why a job was held; null if it never was. */
    @Nullable Timeline heldOf(int job) {
        return held.get(job);
    }

    /** Notes the {@linkplain #coded reason} for which a job is held from an instant on. */
    public void held(int job, int coded, long atMillis) {
        held.computeIfAbsent(job, row -> new Timeline()).set(atMillis, coded);
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
