package dandori.results;

import dandori.job.Workload;
import dandori.metric.EventLog;
import dandori.sim.Outcome;
import dandori.wait.WaitLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All files of one simulation in one folder: {@code summary.json}, {@code jobs.csv.gz}, {@code
 * series.csv.gz} and, where there is such, {@code segments.csv.gz}, {@code events.csv.gz}, {@code
 * waits.csv.gz} and {@code links.csv.gz}; if asked for, the tables as Parquet files, too.
 *
 * @param jobs the jobs
 * @param outcome what became of them
 */
public record CellFiles(JobList jobs, Outcome outcome) {

    /** Those of a run without campaigns. */
    public CellFiles(Workload workload, Outcome outcome) {
        this(JobList.of(workload), outcome);
    }

    /**
     * Writes the files.
     *
     * @param folder where to; made if it is not there
     * @param about what the summary says of the run before its figures: policy, seed and so on
     * @param asParquet whether the tables are written as Parquet files as well
     */
    public void write(Path folder, Map<String, ?> about, boolean asParquet) throws IOException {
        writeTables(folder, asParquet);
        writeSummary(folder, about);
    }

    /**
     * Writes the files of what is no job, where {@link StreamedTables} has written those of jobs.
     *
     * @param folder where to; made if it is not there
     * @param about what the summary says of the run before its figures
     * @param asParquet whether all tables are written as Parquet files as well
     */
    public void writeBesideJobs(Path folder, Map<String, ?> about, boolean asParquet)
            throws IOException {
        writeFurtherTables(folder, asParquet);
        writeSummary(folder, about);
    }

    private void writeSummary(Path folder, Map<String, ?> about) throws IOException {
        WholeFile.write(folder.resolve("summary.json"), JsonText.of(summary(about)));
    }

    /**
     * Writes the tables alone.
     *
     * @param folder where to; made if it is not there
     * @param asParquet whether they are written as Parquet files as well
     */
    public void writeTables(Path folder, boolean asParquet) throws IOException {
        WholeFile.write(folder.resolve("jobs.csv.gz"), out -> JobsTable.write(out, jobs, outcome));
        if (SegmentsTable.isNeeded(outcome.log())) {
            WholeFile.write(
                    folder.resolve("segments.csv.gz"),
                    out -> SegmentsTable.write(out, jobs, outcome.log()));
        } else {
            Files.deleteIfExists(folder.resolve("segments.csv.gz")); // of a run before
        }
        writeFurtherTables(folder, asParquet);
    }

    private void writeFurtherTables(Path folder, boolean asParquet) throws IOException {
        EventLog events = outcome.events();
        if (events != null && !events.isEmpty()) {
            WholeFile.write(folder.resolve("events.csv.gz"), out -> EventsTable.write(out, events));
        } else {
            Files.deleteIfExists(folder.resolve("events.csv.gz")); // of a run before
        }
        WaitLog waits = outcome.waits();
        if (waits != null) {
            WholeFile.write(
                    folder.resolve("waits.csv.gz"),
                    out -> WaitsTable.write(out, jobs, outcome.log().jobs(), waits));
        } else {
            Files.deleteIfExists(folder.resolve("waits.csv.gz")); // of a run before
        }
        WholeFile.write(
                folder.resolve("series.csv.gz"), out -> SeriesTable.write(out, outcome.pools()));
        if (!outcome.links().isEmpty()) {
            WholeFile.write(
                    folder.resolve("links.csv.gz"), out -> LinksTable.write(out, outcome.links()));
        } else {
            Files.deleteIfExists(folder.resolve("links.csv.gz")); // of a run before
        }
        TableCopies.delete(folder);
        if (asParquet) {
            TableCopies.write(folder, TableFormat.named(TableFormat.PARQUET));
        }
    }

    /** The tree of the summary. */
    public Map<String, @Nullable Object> summary(Map<String, ?> about) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(about);
        tree.put("all", SummaryTree.of(outcome.summary()));
        tree.put("broken_promises", outcome.brokenPromises());
        if (outcome.pools().size() > 1) {
            Map<String, Object> pools = new LinkedHashMap<>();
            for (Outcome.PoolOutcome pool : outcome.pools()) {
                pools.put(
                        pool.machine().name() + "/" + pool.pool().name(),
                        SummaryTree.of(pool.summary()));
            }
            tree.put("pools", pools);
        }
        Map<String, Object> groups = new LinkedHashMap<>();
        for (GroupFigures one : GroupFigures.of(outcome)) {
            groups.put(one.group(), SummaryTree.of(one.figures()));
        }
        if (!groups.isEmpty()) {
            tree.put("partitions", groups);
        }
        return tree;
    }
}
