package dandori.cli;

import dandori.trace.ImportRules;
import dandori.trace.LogFile;
import dandori.trace.LogFiles;
import dandori.trace.ReadProgress;
import java.nio.file.Path;
import java.util.List;

/** The logs that a call names, open together. */
final class OpenLogs implements AutoCloseable {

    private final LogFiles logs;
    private final TraceOptions options;

    /**
     * Opens all, or none.
     *
     * @param usableOnly whether jobs that an import would leave out are passed over
     */
    OpenLogs(List<Path> files, TraceOptions options, boolean usableOnly, ReadProgress progress) {
        this.options = options;
        ImportRules usableBy = usableOnly ? ImportRules.dandori() : null;
        logs = LogFiles.open(files, options.options(), usableBy, progress);
    }

    List<LogFile> logs() {
        return logs.logs();
    }

    /** Refuses sizes that nobody knows, and what {@code --strict} does not want. */
    void check() {
        logs().forEach(LogFile::refuseUnknownSizes);
        logs().forEach(log -> options.check(log.path(), log.report()));
    }

    @Override
    public void close() {
        logs.close();
    }
}
