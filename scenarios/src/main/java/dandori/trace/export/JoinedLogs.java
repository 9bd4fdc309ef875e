package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.ImportReport;
import dandori.trace.LogFile;
import dandori.trace.LoggedJob;
import dandori.trace.MergedLogs;
import dandori.trace.TraceException;
import dandori.trace.TraceHeader;
import java.util.List;

/** One or several logs as one on their way out, as {@link MergedLogs} has it, or a part of it. */
public final class JoinedLogs implements JobStream {

    private final MergedLogs logs;
    private final SubmitLimits limits;

    /**
     * Begins to read.
     *
     * @param logs open; whoever opened them closes them, and asks them for their reports at the end
     * @param limits which jobs, by when they were submitted
     * @throws TraceException if there are several and one has no date, or they count different
     *     things
     */
    public JoinedLogs(List<LogFile> logs, SubmitLimits limits) {
        this.logs = new MergedLogs(logs);
        this.limits = limits;
        limits.countFrom(this.logs.origin());
    }

    @Override
    public boolean next(LoggedJob job) {
        while (logs.next(job)) {
            if (limits.include(job.submitMillis)) {
                return true;
            }
            logs.source().leaveOut();
        }
        return false;
    }

    /** What was odd in each log, once all is read. */
    public List<ImportReport> reports() {
        return logs.logs().stream().map(LogFile::report).toList();
    }

    @Override
    public String name() {
        return logs.logs().get(0).name();
    }

    @Override
    public TraceHeader header() {
        return logs.header();
    }

    @Override
    public int machineSize() {
        return logs.machineSize();
    }

    @Override
    public AllocationUnit unit() {
        return logs.unit();
    }
}
