package dandori.trace;

import dandori.job.JobSink;
import dandori.job.NameTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A further reading of a trace, one job after the other, in the order of the file. */
final class JobReadings implements JobSink, AutoCloseable {

    private final OpenedLog log;
    private final JobIntake intake;
    private final LoggedJob logged = new LoggedJob();
    private final NameTable users;
    private final NameTable organizations;
    private final NameTable partitions;

    private @Nullable UsedJob job; // the one that was read last
    private boolean isMoved;
    private long latestSubmitMillis = Long.MIN_VALUE;
    private int count;

    JobReadings(Path path, ImportRules rules, TraceNames names) throws IOException {
        users = new NameTable(names.users());
        organizations = new NameTable(names.organizations());
        partitions = new NameTable(names.partitions());
        Findings findings = new Findings(); // they are known
        log = OpenedLog.open(path, rules.log(), findings, Traces.SILENT);
        try {
            int machine = TraceImport.machineSize(log.input(), rules, log.log());
            intake = new JobIntake(this, findings, rules, log.log(), machine, null);
        } catch (RuntimeException failure) {
            log.close();
            throw failure;
        }
    }

    /** Reads on to the next job; false if there is none. */
    boolean next() throws IOException {
        job = null;
        while (job == null && log.next(logged)) {
            intake.take(logged);
        }
        return job != null;
    }

    /** The job that was read last. */
    UsedJob job() {
        return Objects.requireNonNull(job);
    }

    /** Whether it was submitted before one that stands above it. */
    boolean isMoved() {
        return isMoved;
    }

    @Override
    public int user(String name) {
        return users.index(name);
    }

    @Override
    public int organization(String name) {
        return organizations.index(name);
    }

    @Override
    public int partition(String name) {
        return partitions.index(name);
    }

    @Override
    public void add(
            long id,
            long submitMillis,
            int nodes,
            long walltimeMillis,
            long runMillis,
            int user,
            int organization,
            int partition,
            long loggedWaitMillis) {
        job =
                new UsedJob(
                        count++,
                        id,
                        submitMillis,
                        nodes,
                        walltimeMillis,
                        runMillis,
                        user,
                        organization,
                        partition,
                        loggedWaitMillis);
        isMoved = submitMillis < latestSubmitMillis;
        latestSubmitMillis = Math.max(latestSubmitMillis, submitMillis);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
