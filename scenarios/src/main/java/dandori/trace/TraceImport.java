package dandori.trace;

import dandori.job.WorkloadBuilder;
import dandori.machine.AllocationUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;

/** Reads one log to its end, into memory if it has room there, and makes the report. */
final class TraceImport {

    private final TraceInput input;
    private final ImportRules rules;
    private final Findings findings;
    private final OpenedLog opened;
    private final JobLog log;

    /** Whoever opened the log closes it. */
    TraceImport(OpenedLog opened, ImportRules rules) {
        this.input = opened.input();
        this.rules = rules;
        this.findings = opened.findings();
        this.opened = opened;
        this.log = opened.log();
    }

    /** Reads it into memory. */
    ImportedTrace read() throws IOException {
        return (ImportedTrace) read(Path.of(input.file()), Integer.MAX_VALUE);
    }

    /**
     * Reads it.
     *
     * @param file where to read it again
     * @param keptAtMost if it has more jobs than are to be kept
     */
    KnownTrace read(Path file, int keptAtMost) throws IOException {
        WorkloadBuilder builder = new WorkloadBuilder(input.name());
        if (rules.keepLoggedWaits()) {
            builder.keepLoggedWaits();
        }
        JobLinks links = rules.keepDependencies() ? new JobLinks(builder, findings) : null;
        JobSurvey survey = new JobSurvey(builder, keptAtMost);
        JobIntake intake =
                new JobIntake(survey, findings, rules, log, machineSize(input, rules, log), links);
        LoggedJob job = new LoggedJob();
        while (opened.next(job)) {
            intake.take(job);
        }
        refuseUnlessJobs(survey.count());
        long earliest = intake.earliestSubmitMillis();
        TraceHeader header = log.headerAtEnd(earliest);
        ZonedDateTime origin = intake.origin();
        if (origin != null) {
            header = header.withOrigin(origin);
        }
        noteWhole(survey, intake, header);
        int machineNodes =
                new LogBeginning(header, log.unit())
                        .machineNodes(rules.log().unit(), rules.processorsPerNode());
        if (machineNodes > 0) {
            findings.set(Finding.ABOVE_HEADER, survey.countAbove(machineNodes));
        }
        ImportReport report =
                new ImportReport(
                        input.name(),
                        log.lineCount(),
                        log.jobLineCount(),
                        survey.count(),
                        findings.notes(rules.preset(), rules.keepDependencies(), intake.unit()));
        boolean whole = intake.unit() == AllocationUnit.PROCESSOR && rules.processorsPerNode() > 1;
        AllocationUnit unit = whole ? AllocationUnit.NODE : intake.unit();
        WorkloadBuilder kept = survey.kept();
        return kept == null
                ? new StreamedTrace(file, rules, header, report, unit, machineNodes, survey)
                : new ImportedTrace(
                        kept.origin(header.origin()).build(), header, report, unit, machineNodes);
    }

    private static int fullNodes(int processors, int perNode) {
        return (int) (((long) processors + perNode - 1) / perNode);
    }

    /** The size, in what jobs count, of the machine that the rules sc15 need; 0 for others. */
    static int machineSize(TraceInput input, ImportRules rules, JobLog log) {
        if (rules.preset() != ImportPreset.SC15) {
            return 0;
        }
        LogBeginning beginning = new LogBeginning(log.header(), log.unit());
        AllocationUnit unit = beginning.counts(rules.log().unit());
        int perNode = rules.processorsPerNode();
        if (rules.machineProcessors() > 0) {
            return unit == AllocationUnit.PROCESSOR
                    ? rules.machineProcessors()
                    : fullNodes(rules.machineProcessors(), perNode);
        }
        int size = beginning.header().machineSize(unit, beginning.unit(), perNode);
        if (size == 0) {
            throw new TraceException(
                    input.file()
                            + ": its header does not say how large the machine is, which the rules"
                            + " sc15 need.",
                    "Maybe name the size: --" + unit.plural() + " N.");
        }
        return size;
    }

    private void refuseUnlessJobs(int jobCount) {
        if (jobCount > 0) {
            return;
        }
        StringBuilder reasons = new StringBuilder();
        for (ImportNote note : findings.notes(rules.preset(), false, log.unit())) {
            if (note.kind() == NoteKind.SKIPPED) {
                reasons.append(reasons.length() == 0 ? "" : "; ");
                reasons.append(note.count()).append(": ").append(note.text());
            }
        }
        if (log.jobLineCount() == 0 && reasons.isEmpty()) {
            throw new TraceException(
                    input.file() + ": holds no job.", "Maybe the file is incomplete.");
        }
        throw new TraceException(
                input.file()
                        + ": none of its "
                        + log.jobLineCount()
                        + " job lines can be used ("
                        + reasons
                        + ").",
                "Maybe other rules or limits fit this trace better.");
    }

    /** Notes what only the end of the file shows. */
    private void noteWhole(JobSurvey survey, JobIntake intake, TraceHeader header) {
        long count = survey.count();
        if (findings.count(Finding.ESTIMATE_UNKNOWN) == count) {
            findings.set(Finding.NO_ESTIMATES, count);
            findings.set(Finding.ESTIMATE_UNKNOWN, 0);
        }
        if (findings.count(Finding.WAIT_UNKNOWN) == count) {
            findings.set(Finding.NO_WAITS, count);
            findings.set(Finding.WAIT_UNKNOWN, 0);
        }
        findings.set(Finding.UNSORTED, survey.movedCount());
        if (!log.isSince1970() && intake.earliestSubmitMillis() >= JobLog.EPOCH_MILLIS) {
            findings.set(Finding.SUBMIT_EPOCH, count);
        }
        if (intake.mixesUnits()) {
            findings.set(Finding.MIXED_UNITS, intake.multipleCount());
        }
        if (header.maxRecords() > 0 && header.maxRecords() != log.jobLineCount()) {
            findings.set(Finding.OTHER_COUNT, 1);
        }
    }
}
