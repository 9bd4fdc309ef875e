package dandori.trace;

import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file in Standard Workload Format: tells comments from jobs, refuses what is no such
 * file, and makes the report.
 */
final class SwfReader {

    /** Earliest submit time that can only count from 1970, in milliseconds: 5 November 1985. */
    private static final long EPOCH_MILLIS = 500_000_000_000L;

    /** As many lines at the beginning, all of them without 18 fields of numbers, are no trace. */
    private static final int MISFITS_LIMIT = 20;

    private final TraceInput input;
    private final ImportRules rules;
    private final SwfLines lines;
    private final Findings findings = new Findings();
    private final SwfHeader comments = new SwfHeader();
    private long jobLines;
    private long fittingLines; // 18 fields, all numbers
    private @Nullable String misfit; // what is wrong with the first other line

    SwfReader(TraceInput input, ImportRules rules) throws IOException {
        this.input = input;
        this.rules = rules;
        this.lines = new SwfLines(input.bytes());
    }

    /** Reads the comments before the first job. */
    TraceHeader readHeader() throws IOException {
        skipComments();
        return comments.header(false, findings);
    }

    ImportedTrace read() throws IOException {
        WorkloadBuilder builder = new WorkloadBuilder(input.name());
        if (rules.keepLoggedWaits()) {
            builder.keepLoggedWaits();
        }
        SwfLines.Kind kind = skipComments();
        SwfJobs jobs = new SwfJobs(lines, builder, findings, rules, machineProcessors());
        while (kind != SwfLines.Kind.END) {
            if (kind == SwfLines.Kind.COMMENT) {
                comments.add(lines.text());
            } else if (kind != SwfLines.Kind.BLANK) {
                jobLine(kind, jobs);
            }
            kind = lines.next();
        }
        refuseUnlessJobs(builder.count());
        boolean sinceEpoch = jobs.earliestSubmitMillis() >= EPOCH_MILLIS;
        TraceHeader header = comments.header(sinceEpoch, findings);
        noteWhole(builder, jobs, header, sinceEpoch);
        Workload workload = builder.origin(header.origin()).build();
        noteLargeJobs(workload, jobs, header);
        ImportReport report =
                new ImportReport(
                        input.name(),
                        lines.lineNumber,
                        jobLines,
                        workload.count(),
                        findings.notes(rules.preset(), rules.keepDependencies()));
        return new ImportedTrace(workload, header, report);
    }

    /** Collects the comments before the first other line; returns what that is. */
    private SwfLines.Kind skipComments() throws IOException {
        SwfLines.Kind kind = lines.next();
        while (kind == SwfLines.Kind.COMMENT || kind == SwfLines.Kind.BLANK) {
            if (kind == SwfLines.Kind.COMMENT) {
                comments.add(lines.text());
            }
            kind = lines.next();
        }
        return kind;
    }

    private int machineProcessors() {
        if (rules.preset() != ImportPreset.SC15 || rules.machineProcessors() > 0) {
            return rules.machineProcessors();
        }
        int size = comments.header(false, new Findings()).machineProcessors();
        if (size == 0) {
            throw new TraceException(
                    input.file()
                            + ": its header does not say how large the machine is, which the rules"
                            + " sc15 need.",
                    "Maybe name the size: --processors N.");
        }
        return size;
    }

    private void jobLine(SwfLines.Kind kind, SwfJobs jobs) {
        jobLines++;
        boolean numbers = kind == SwfLines.Kind.NUMBERS;
        if (numbers && lines.fieldCount == SwfLines.FIELDS) {
            fittingLines++;
            jobs.take();
            return;
        }
        if (kind == SwfLines.Kind.BEYOND_RANGE) {
            findings.add(Finding.BEYOND_RANGE);
            return;
        }
        if (misfit == null) {
            misfit = SwfMisfit.describe(input.file(), lines, kind);
        }
        if (fittingLines == 0 && jobLines == MISFITS_LIMIT) {
            throw new TraceException(misfit, null);
        }
        if (numbers && lines.fieldCount > SwfLines.FIELDS) {
            jobs.take();
        } else if (kind == SwfLines.Kind.TOO_LONG) {
            findings.add(Finding.TOO_LONG);
        } else if (lines.unended) {
            findings.add(Finding.CUT_SHORT);
        } else {
            findings.add(numbers ? Finding.TOO_SHORT : Finding.WORDS);
        }
    }

    private void refuseUnlessJobs(int jobCount) {
        if (fittingLines == 0 && misfit != null) {
            throw new TraceException(misfit, null);
        }
        if (lines.lineNumber == 0) {
            throw new TraceException(
                    input.file() + ": is empty, where lines of 18 numbers are expected.",
                    "Maybe the download or the copy failed.");
        }
        if (jobLines == 0) {
            throw new TraceException(
                    input.file()
                            + ": holds comments only ("
                            + lines.lineNumber
                            + " lines), and no job.",
                    "Maybe the file is incomplete.");
        }
        if (jobCount == 0) {
            StringBuilder reasons = new StringBuilder();
            for (ImportNote note : findings.notes(rules.preset(), false)) {
                if (note.kind() == NoteKind.SKIPPED) {
                    reasons.append(reasons.length() == 0 ? "" : "; ");
                    reasons.append(note.count()).append(": ").append(note.text());
                }
            }
            throw new TraceException(
                    input.file()
                            + ": none of its "
                            + jobLines
                            + " job lines can be used ("
                            + reasons
                            + ").",
                    "Maybe other rules or limits fit this trace better.");
        }
    }

    /** Notes what only the end of the file shows. */
    private void noteWhole(
            WorkloadBuilder builder, SwfJobs jobs, TraceHeader header, boolean sinceEpoch) {
        long count = builder.count();
        if (findings.count(Finding.ESTIMATE_UNKNOWN) == count) {
            findings.set(Finding.NO_ESTIMATES, count);
            findings.set(Finding.ESTIMATE_UNKNOWN, 0);
        }
        if (findings.count(Finding.WAIT_UNKNOWN) == count) {
            findings.set(Finding.NO_WAITS, count);
            findings.set(Finding.WAIT_UNKNOWN, 0);
        }
        findings.set(Finding.UNSORTED, builder.movedCount());
        if (sinceEpoch) {
            findings.set(Finding.SUBMIT_EPOCH, count);
        }
        if (jobs.mixesUnits()) {
            findings.set(Finding.MIXED_UNITS, jobs.multipleCount());
        }
        if (header.maxRecords() > 0 && header.maxRecords() != jobLines) {
            findings.set(Finding.OTHER_COUNT, 1);
        }
    }

    private void noteLargeJobs(Workload workload, SwfJobs jobs, TraceHeader header) {
        long machine = header.machineProcessors();
        if (machine == 0 || jobs.largestProcessors() <= machine) {
            return;
        }
        long perNode = rules.processorsPerNode();
        long units = (machine + perNode - 1) / perNode;
        Jobs all = workload.jobs();
        long larger = 0;
        for (int job = 0; job < all.count(); job++) {
            if (all.nodes(job) > units) {
                larger++;
            }
        }
        findings.set(Finding.ABOVE_HEADER, larger);
    }
}
