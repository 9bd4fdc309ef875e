package dandori.trace.batsim;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;
import dandori.trace.lines.LogNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of the jobs of a workload, in the order of the document. */
final class BatsimLog implements JobLog {

    private static final double MILLIS_LIMIT = 1e18;
    private static final double COUNT_LIMIT = 1e15;

    private final BatsimDocument document;
    private final Findings findings;
    private int next;

    BatsimLog(BatsimDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    @Override
    public boolean next(LoggedJob job) {
        while (next < document.jobs.size()) {
            BatsimJob entry = document.jobs.get(next++);
            BatsimOddity reason = reason(entry);
            if (reason == null) {
                job.clear();
                fill(entry, job);
                return true;
            }
            findings.add(reason);
        }
        return false;
    }

    /** Why an entry is no job that can be used; null if it is. */
    private @Nullable BatsimOddity reason(BatsimJob entry) {
        if (!entry.isObject()) {
            return BatsimOddity.NO_JOB;
        }
        if (Double.isNaN(entry.submitSeconds())) {
            return BatsimOddity.NO_SUBMIT;
        }
        String profile = entry.profile();
        if (profile == null || !document.profiles.has(profile)) {
            return BatsimOddity.NO_PROFILE;
        }
        return Double.isNaN(document.profiles.seconds(profile)) ? BatsimOddity.COMPUTES : null;
    }

    private void fill(BatsimJob entry, LoggedJob job) {
        String profile = String.valueOf(entry.profile());
        job.id = id(entry.id());
        job.submitMillis = millis(entry.submitSeconds());
        job.runMillis = millis(document.profiles.seconds(profile));
        job.walltimeMillis = Math.max(millis(entry.walltimeSeconds()), -1);
        job.requestedProcessors = size(entry.resources());
        job.requestedNodes = job.requestedProcessors;
        job.end = document.profiles.isFailing(profile) ? LoggedEnd.FAILED : LoggedEnd.COMPLETED;
        job.user = entry.user();
    }

    /** The number of {@code 12}, {@code "12"} or {@code "w0!12"}; else the place in the list. */
    private long id(@Nullable String id) {
        String last = id == null ? "" : id.substring(id.lastIndexOf('!') + 1);
        long number = LogNumbers.whole(last);
        if (number < 0) {
            findings.add(BatsimOddity.NUMBERED);
            return next;
        }
        return number;
    }

    private static long millis(double seconds) {
        if (Double.isNaN(seconds)) {
            return -1;
        }
        double millis = seconds * 1_000;
        boolean isBeyond = Math.abs(millis) > MILLIS_LIMIT;
        return isBeyond ? (millis < 0 ? -1 : 1) * LoggedJob.BEYOND : Math.round(millis);
    }

    /** Parts rounded up. */
    private long size(double resources) {
        double whole = Math.ceil(resources);
        if (whole > resources && whole > 0) {
            findings.add(BatsimOddity.ROUNDED_UP);
        }
        return count(whole);
    }

    private static long count(double amount) {
        return Double.isNaN(amount) ? -1 : (long) Math.min(amount, COUNT_LIMIT);
    }

    @Override
    public TraceHeader header() {
        long size = count(document.resources);
        boolean known = size > 0 && size <= Integer.MAX_VALUE;
        return new TraceHeader(
                null, null, known ? (int) size : 0, 0, 0, null, null, null, List.of());
    }

    @Override
    public boolean isSince1970() {
        return false;
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.PROCESSOR;
    }

    @Override
    public long lineCount() {
        return document.jobs.size();
    }

    @Override
    public long jobLineCount() {
        return document.jobs.size();
    }
}
