package dandori.parquet.trace;

import dandori.trace.Findings;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.JobLog;
import dandori.trace.LogOptions;
import dandori.trace.LoggedJob;
import dandori.trace.Oddity;
import dandori.trace.TraceInput;
import dandori.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file, read to its end. */
record ReadRows(List<LoggedJob> jobs, Findings findings, JobLog log) {

    static ReadRows of(Path file) throws IOException {
        return of(file, null);
    }

    static ReadRows of(Path file, @Nullable String zone) throws IOException {
        LogOptions options =
                new LogOptions(null, zone == null ? null : ZoneId.of(zone), null, null);
        Findings findings = new Findings();
        JobLog log =
                new ParquetTraces()
                        .open(
                                new TraceInput(
                                        "made.parquet",
                                        "made",
                                        InputStream.nullInputStream(),
                                        file,
                                        options),
                                findings);
        List<LoggedJob> jobs = new ArrayList<>();
        LoggedJob job = new LoggedJob();
        while (log.next(job)) {
            jobs.add(job);
            job = new LoggedJob();
        }
        return new ReadRows(jobs, findings, log);
    }

    long count(Oddity oddity) {
        return findings.count(oddity);
    }

    /** As a user reads it. */
    static ImportedTrace imported(Path file) {
        return Traces.read(file, ImportRules.dandori(), (read, total) -> {});
    }
}
