package dandori.trace;

import dandori.machine.AllocationUnit;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A trace of more jobs than are kept in memory: what its first reading has shown of it. Its jobs
 * are read again by each run that plays them.
 */
public final class StreamedTrace implements KnownTrace {

    private final Path file;
    private final ImportRules rules;
    private final TraceHeader header;
    private final ImportReport report;
    private final AllocationUnit unit;
    private final int machineNodes;
    private final JobSurvey survey;
    private final TraceNames names;

    StreamedTrace(
            Path file,
            ImportRules rules,
            TraceHeader header,
            ImportReport report,
            AllocationUnit unit,
            int machineNodes,
            JobSurvey survey) {
        this.file = file;
        this.rules = rules;
        this.header = header;
        this.report = report;
        this.unit = unit;
        this.machineNodes = machineNodes;
        this.survey = survey;
        names = survey.names();
    }

    @Override
    public TraceHeader header() {
        return header;
    }

    @Override
    public ImportReport report() {
        return report;
    }

    @Override
    public AllocationUnit unit() {
        return unit;
    }

    @Override
    public StreamedTrace withReport(ImportReport other) {
        return new StreamedTrace(file, rules, header, other, unit, machineNodes, survey);
    }

    @Override
    public int machineNodes() {
        return machineNodes;
    }

    @Override
    public int largest() {
        return survey.largest();
    }

    @Override
    public long firstSubmitMillis() {
        return survey.firstSubmitMillis();
    }

    /** When the last job is submitted. */
    public long lastSubmitMillis() {
        return survey.lastSubmitMillis();
    }

    @Override
    public int unknownWaits() {
        return rules.keepLoggedWaits() ? survey.unknownWaits() : 0;
    }

    /** The names behind the numbers of jobs. */
    public TraceNames names() {
        return names;
    }

    /** Whether jobs stand below others that were submitted later. */
    boolean isOutOfOrder() {
        return survey.movedCount() > 0;
    }

    boolean staysWithinWalltimes() {
        return survey.staysWithinWalltimes();
    }

    /**
     * The jobs in order of submission, for one run; to be closed after it. Where some are out of
     * order, they are read once more to sort those, in a temporary file if they are many.
     *
     * @param raisesWalltimes whether a time limit below the run time is raised to it
     * @throws TraceException if the file has changed since it was first read
     */
    public StreamedJobs jobs(boolean raisesWalltimes) {
        try {
            return started(isOutOfOrder() ? moved() : MovedJobs.none(), raisesWalltimes);
        } catch (IOException failure) {
            throw Traces.explained(file, failure);
        }
    }

    private StreamedJobs started(MovedJobs moved, boolean raisesWalltimes) throws IOException {
        JobReadings readings = null;
        try {
            readings = open();
            return new StreamedJobs(this, readings, moved, raisesWalltimes);
        } catch (IOException | RuntimeException failure) {
            if (readings != null) {
                readings.close();
            }
            moved.close();
            throw failure;
        }
    }

    private MovedJobs moved() throws IOException {
        MovedJobs moved = new MovedJobs();
        try (JobReadings all = open()) {
            while (all.next()) {
                if (all.isMoved()) {
                    moved.add(all.job());
                }
            }
            moved.sort();
            return moved;
        } catch (IOException | RuntimeException failure) {
            moved.close();
            throw failure;
        }
    }

    private JobReadings open() throws IOException {
        return new JobReadings(file, rules, names);
    }

    /** What to say when a file is not what it was. */
    TraceException changed() {
        return new TraceException(
                file + ": has changed since it was first read.",
                "Maybe it is still being written: try again when it is whole.");
    }

    RuntimeException explained(IOException failure) {
        return Traces.explained(file, failure);
    }
}
