package dandori.trace.sacct;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;
import dandori.trace.TraceInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One log of sacct being read: tells jobs from steps, puts the components of heterogeneous jobs
 * together, and refuses what is no such log.
 */
final class SacctLog implements JobLog {

    /** As many misfits at the beginning, and no job or step, are no log. */
    private static final int MISFITS_LIMIT = 20;

    private final String file;
    private final Findings findings;
    private final Records records;
    private final SacctJob jobs;
    private final LoggedJob component = new LoggedJob();
    private final boolean isBare; // lines of names end in a delimiter, those of jobs do not
    private Layout layout;
    private boolean ahead; // a record was read and is still to be looked at
    private long jobLines;
    private long recordCount;
    private int misfitCount;
    private @Nullable String misfit; // what is wrong with the first
    private boolean hasDate; // of a job
    private @Nullable String foreignDate; // the first Submit that cannot be read, and where it is
    private boolean afterRecord; // what came last is a record that ends in a text

    SacctLog(TraceInput input, Findings findings) throws IOException {
        this.file = input.file();
        this.findings = findings;
        LogText text = new LogText(input.bytes());
        Beginning beginning = Beginning.of(text);
        Heading heading = beginning.heading();
        if (heading == null) {
            throw Refusal.noNames(file, beginning.lines());
        }
        if (beginning.isNamed()) {
            long before = beginning.lines().stream().filter(line -> !line.isBlank()).count() - 1;
            findings.add(SacctOddity.BEFORE_NAMES, before);
        } else {
            findings.add(SacctOddity.NAMES_ASSUMED);
        }
        isBare = beginning.isBare();
        layout = new Layout(heading);
        Refusal.checkColumns(file, beginning.lines().size(), layout);
        records = new Records(text, layout, beginning.position(), beginning.lines().size());
        jobs = new SacctJob(records, layout, input.options().zone(), findings);
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (hasJobLine()) {
            ahead = false;
            jobLines++;
            boolean filled = jobs.fill(job);
            hasDate |= !jobs.isSubmitForeign();
            if (filled) {
                addComponents(job);
                return true;
            }
            if (foreignDate == null && jobs.isSubmitForeign()) {
                foreignDate = records.lineNumber() + ": found '" + jobs.submitText() + "'";
            }
        }
        return false;
    }

    /** Reads on to a line of a job, counting what is none. */
    private boolean hasJobLine() throws IOException {
        while (!ahead) {
            if (!records.next()) {
                refuseWhatIsNoLog();
                return false;
            }
            if (records.kind() == Records.Kind.RECORD) {
                ahead = isJobLine();
            } else {
                takeOther();
            }
        }
        return true;
    }

    private boolean isJobLine() {
        recordCount++;
        afterRecord = layout.spans(layout.count() - 1);
        if (records.isAligned()) {
            findings.add(SacctOddity.SURPLUS);
        }
        if (records.lines() > 1) {
            findings.add(SacctOddity.SEVERAL_LINES);
        }
        jobs.readNumber();
        if (jobs.isStep()) {
            findings.add(SacctOddity.STEP);
        }
        return !jobs.isStep();
    }

    private void takeOther() {
        Records.Kind kind = records.kind();
        Heading written = kind == Records.Kind.NAMES ? records.names() : null;
        if (written != null) {
            Heading names = isBare ? written.withoutEnd() : written;
            findings.add(SacctOddity.NAMES_AGAIN);
            if (!names.equals(layout.heading())) {
                layout = new Layout(names);
                Refusal.checkColumns(file, records.lineNumber(), layout);
                records.change(layout);
                jobs.change(layout);
            }
            afterRecord = false;
        } else if (kind == Records.Kind.TOO_LONG) {
            jobLines++;
            findings.add(SacctOddity.TOO_LONG);
            refuseMisfits("a line of more than 1 MB");
        } else if (afterRecord && 4 * (records.fieldCount() - 1) < layout.count()) {
            add(SacctOddity.FURTHER_LINES); // else it may have been a job
        } else {
            jobLines += records.lines();
            add(kind == Records.Kind.CUT_SHORT ? SacctOddity.CUT_SHORT : SacctOddity.MISFIT);
            refuseMisfits(
                    "found "
                            + records.fieldCount()
                            + " fields, '"
                            + Refusal.shortened(records.beginning(100))
                            + "'");
        }
    }

    private void add(SacctOddity oddity) {
        findings.add(oddity, records.lines());
    }

    private void refuseMisfits(String found) {
        if (misfit == null) {
            misfit = records.lineNumber() - records.lines() + 1 + ": " + found;
        }
        if (recordCount == 0 && ++misfitCount == MISFITS_LIMIT) {
            throw Refusal.misfit(file, misfit);
        }
    }

    private void refuseWhatIsNoLog() {
        if (!hasDate && foreignDate != null) {
            throw Refusal.dates(file, foreignDate);
        }
        if (recordCount == 0) {
            throw misfit == null ? Refusal.namesOnly(file) : Refusal.misfit(file, misfit);
        }
    }

    /** Adds what follows of the same heterogeneous job. */
    private void addComponents(LoggedJob job) throws IOException {
        long whole = jobs.heterogeneousNumber();
        long place = jobs.component();
        if (place > 0) {
            findings.add(SacctOddity.APART);
        }
        while (place >= 0
                && hasJobLine()
                && jobs.heterogeneousNumber() == whole
                && jobs.component() > place) {
            ahead = false;
            place = jobs.component();
            if (jobs.fill(component)) {
                findings.add(SacctOddity.HETEROGENEOUS);
                SacctJob.addSizes(job, component);
            } else {
                jobLines++; // it was skipped, and is counted so
            }
        }
    }

    @Override
    public TraceHeader header() {
        TraceHeader none = TraceHeader.empty();
        String cluster = jobs.cluster();
        return new TraceHeader(
                cluster,
                none.installation(),
                none.maxProcs(),
                none.maxNodes(),
                none.maxRecords(),
                none.unixStartTime(),
                none.timeZone(),
                none.origin(),
                none.entries());
    }

    @Override
    public TraceHeader headerAtEnd(long earliestSubmitMillis) {
        if (jobs.clusterCount() > 1) {
            findings.add(SacctOddity.CLUSTERS);
        }
        return header();
    }

    @Override
    public AllocationUnit unit() {
        return Refusal.hasNodes(layout) ? AllocationUnit.NODE : AllocationUnit.PROCESSOR;
    }

    @Override
    public long lineCount() {
        return records.lineNumber();
    }

    @Override
    public long jobLineCount() {
        return jobLines;
    }
}
