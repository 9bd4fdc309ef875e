package dandori.parquet.trace;

import dandori.machine.AllocationUnit;
import dandori.parquet.read.Column;
import dandori.parquet.read.ParquetTable;
import dandori.trace.Findings;
import dandori.trace.LogClock;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.sacct.JobState;
import java.util.List;
import java.util.Locale;

/** A row of PM100, jobs of Marconi100 under Slurm: {@code docs/data/pm100.md} has its columns. */
final class Pm100Rows implements Rows {

    /** What a table must have to be one. */
    static final List<String> COLUMNS =
            List.of("submit_time", "start_time", "end_time", "time_limit", "num_nodes_alloc");

    private static final long MINUTE = 60_000;
    private static final long NO_VALUE = 0xffff_fffeL; // Slurm's word for none; all ones: INFINITE

    private final ParquetTable table;
    private final Findings findings;
    private final RowTimes times;
    private final Column id;
    private final Column limit;
    private final Column requestedNodes;
    private final Column allocatedNodes;
    private final Column requestedCores;
    private final Column allocatedCores;
    private final Column requestedAccelerators;
    private final Column allocatedAccelerators;
    private final Column state;
    private final Column user;
    private final Column group;
    private final Column partition;
    private final Column quality;
    private final Column shared;

    Pm100Rows(ParquetTable table, LogClock clock, Findings findings) {
        this.table = table;
        this.findings = findings;
        times =
                new RowTimes(
                        table.column("submit_time"),
                        table.column("start_time"),
                        table.column("end_time"),
                        table.column("run_time"),
                        clock,
                        findings);
        id = table.column("job_id");
        limit = table.column("time_limit");
        requestedNodes = table.column("num_nodes_req");
        allocatedNodes = table.column("num_nodes_alloc");
        requestedCores = table.column("num_cores_req");
        allocatedCores = table.column("num_cores_alloc");
        requestedAccelerators = table.column("num_gpus_req");
        allocatedAccelerators = table.column("num_gpus_alloc");
        state = table.column("job_state");
        user = table.column("user_id");
        group = table.column("group_id");
        partition = table.column("partition");
        quality = table.column("qos");
        shared = table.column("shared");
    }

    @Override
    public boolean fill(LoggedJob job) {
        String name = RowNumbers.name(state);
        String word = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        JobState found = JobState.of(word);
        if (found != null && found.stage() != JobState.Stage.ENDED) {
            findings.add(RowOddity.NOT_ENDED);
            return false;
        }
        if (found == null && !word.isEmpty()) {
            findings.add(RowOddity.STATE_UNKNOWN);
        }
        job.end = found == null ? LoggedEnd.UNKNOWN : found.end();
        if (!times.fill(job)) {
            return false;
        }
        job.id = RowNumbers.atEnd(id.text());
        if (job.id < 0) {
            findings.add(RowOddity.NO_ID);
            job.id = table.rowCount();
        }
        job.walltimeMillis = limit();
        job.requestedNodes = RowNumbers.count(requestedNodes);
        job.allocatedNodes = RowNumbers.count(allocatedNodes);
        job.requestedProcessors = RowNumbers.count(requestedCores);
        job.allocatedProcessors = RowNumbers.count(allocatedCores);
        job.requestedAccelerators = RowNumbers.count(requestedAccelerators);
        job.allocatedAccelerators = RowNumbers.count(allocatedAccelerators);
        job.user = RowNumbers.name(user);
        job.group = RowNumbers.name(group);
        job.partition = RowNumbers.name(partition);
        job.queue = RowNumbers.name(quality);
        String others = RowNumbers.name(shared);
        if (others != null && !others.equals("0") && !others.equalsIgnoreCase("no")) {
            findings.add(RowOddity.SHARED);
        }
        return true;
    }

    private long limit() {
        String text = RowNumbers.name(limit);
        if (text != null
                && (text.equalsIgnoreCase("infinite") || text.equalsIgnoreCase("unlimited"))) {
            findings.add(RowOddity.NO_LIMIT);
            return -1;
        }
        long minutes = limit.whole();
        if (minutes != Column.NOTHING && (minutes < 0 || minutes >= NO_VALUE)) {
            findings.add(RowOddity.NO_LIMIT);
            return -1;
        }
        return RowNumbers.limit(limit, MINUTE);
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.NODE;
    }
}
