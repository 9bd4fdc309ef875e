package dandori.wait;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Why the jobs of a run waited. The intervals of a job are in order of time and add up to its
 * {@link JobLog#waitMillis}. Cost: O(log) for a job, and O(1) for each of its intervals.
 */
public final class WaitLog {

    private final JobLog log;
    private final WaitBook book;

    WaitLog(JobLog log, WaitBook book) {
        this.log = log;
        this.book = book;
    }

    /** Whoever wants to see intervals one by one, without a list of them. */
    @FunctionalInterface
    public interface Reader {

        /** Told of an interval; see {@link Wait}. */
        void wait(long fromMillis, long toMillis, WaitReason reason, int forJob, String name);
    }

    /**
     * The intervals of a job's wait; none if it never waited, or was rejected. Neighbours differ,
     * unless the job ran between them.
     */
    public List<Wait> of(int job) {
        List<Wait> waits = new ArrayList<>();
        read(
                job,
                (from, to, reason, forJob, name) ->
                        add(new Wait(from, to, reason, forJob, name), waits));
        return waits;
    }

    private static void add(Wait next, List<Wait> waits) {
        Wait last = waits.isEmpty() ? null : waits.get(waits.size() - 1);
        boolean goesOn =
                last != null
                        && last.toMillis() == next.fromMillis()
                        && last.reason() == next.reason()
                        && last.forJob() == next.forJob()
                        && last.name().equals(next.name());
        if (last != null && goesOn) {
            waits.set(
                    waits.size() - 1,
                    new Wait(
                            last.fromMillis(),
                            next.toMillis(),
                            next.reason(),
                            next.forJob(),
                            next.name()));
        } else {
            waits.add(next);
        }
    }

    /** Has the intervals of a job's wait read, in order of time; equal ones may be neighbours. */
    public void read(int job, Reader reader) {
        boolean hasCome = book.needOf(job) >= 0;
        if (!hasCome && log.state(job) != JobState.WAITING) {
            return;
        }
        long from = log.jobs().submitMillis(job);
        for (Segment segment : log.segmentsBefore(job)) {
            readStay(job, from, segment.startMillis(), reader);
            from = segment.endMillis();
        }
        boolean waits = !log.hasStarted(job) || log.state(job) == JobState.WAITING;
        long to = waits ? log.endOfRunMillis() : log.startMillis(job);
        readStay(job, from, to, reader);
    }

    /** One stay in the queue: where the job is not held, it waits for what its like wait for. */
    private void readStay(int job, long from, long to, Reader reader) {
        Timeline its = book.heldOf(job);
        if (its == null) {
            readFree(job, from, to, reader);
            return;
        }
        long at = from;
        for (int place = its.placeAt(from); at < to; place++) {
            long end = Math.min(to, its.endMillis(place));
            int why = its.value(place, WaitBook.FREE);
            if (why == WaitBook.FREE) {
                readFree(job, at, end, reader);
            } else {
                reader.wait(at, end, WaitBook.reason(why), Wait.NOBODY, book.name(why));
            }
            at = end;
        }
    }

    /** A time of one stay in the queue in which nobody held the job; its need may have changed. */
    private void readFree(int job, long from, long to, Reader reader) {
        int need = book.needOf(job);
        if (need < 0) {
            return; // it has not come
        }
        Timeline needs = book.needsOf(job);
        if (needs == null) {
            readNeed(job, book.reasons(need), from, to, reader);
            return;
        }
        long at = from;
        for (int place = needs.placeAt(from); at < to; place++) {
            long end = Math.min(to, needs.endMillis(place));
            readNeed(job, book.reasons(needs.value(place, need)), at, end, reader);
            at = end;
        }
    }

    private void readNeed(int job, Timeline reasons, long from, long to, Reader reader) {
        long at = from;
        for (int place = reasons.placeAt(from); at < to; place++) {
            long end = Math.min(to, reasons.endMillis(place));
            int coded = reasons.value(place, WaitReason.NODES.ordinal());
            WaitReason reason = WaitBook.reason(coded);
            String name = book.name(coded);
            boolean isBehind = reason == WaitReason.RESERVED || reason == WaitReason.ORDER;
            if (isBehind && name.isEmpty()) {
                readBehind(job, reason, at, end, reader);
            } else {
                reader.wait(at, end, reason, Wait.NOBODY, name);
            }
            at = end;
        }
    }

    private void readBehind(int job, WaitReason reason, long from, long to, Reader reader) {
        Timeline first = book.first(log.pool(job));
        long at = from;
        for (int place = first.placeAt(from); at < to; place++) {
            long end = Math.min(to, first.endMillis(place));
            int forJob = first.value(place, Wait.NOBODY);
            reader.wait(at, end, reason, forJob == job ? Wait.NOBODY : forJob, "");
            at = end;
        }
    }
}
