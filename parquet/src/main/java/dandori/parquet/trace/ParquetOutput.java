package dandori.parquet.trace;

import dandori.machine.AllocationUnit;
import dandori.parquet.ParquetFormat;
import dandori.trace.LoggedJob;
import dandori.trace.export.Destination;
import dandori.trace.export.JobStream;
import dandori.trace.export.LoggedField;
import dandori.trace.export.OutputWishes;
import dandori.trace.export.TraceOutput;
import dandori.trace.table.JobColumn;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Writes the job table in Parquet: the columns of the job table in CSV, typed, null where a log
 * does not say it. Memory: a row group of 32 MiB.
 */
public final class ParquetOutput implements TraceOutput {

    private static final JobColumn[] COLUMNS = JobColumn.values();

    /** For {@link java.util.ServiceLoader}. */
    public ParquetOutput() {}

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String title() {
        return "the job table in Parquet";
    }

    @Override
    public List<String> endings() {
        return List.of(".parquet");
    }

    @Override
    public Set<LoggedField> holds(AllocationUnit unit) {
        return EnumSet.allOf(LoggedField.class);
    }

    @Override
    public List<String> lacks() {
        return List.of("what the log's header says: the machine, its size, the zone of its times");
    }

    /** Its pages are packed already, and it is read from its end. */
    @Override
    public boolean mayBePacked() {
        return false;
    }

    @Override
    public List<String> write(JobStream jobs, Destination to, OutputWishes wishes)
            throws IOException {
        ZonedDateTime origin = jobs.header().origin();
        List<String> columns = new ArrayList<>();
        for (JobColumn column : COLUMNS) {
            boolean isSince1970 = column == JobColumn.SUBMIT_S && origin != null;
            columns.add(isSince1970 ? JobColumn.SUBMIT_SINCE_1970 : column.column());
        }
        columns.add(JobColumn.SIZE_UNIT);
        long originMillis = origin == null ? 0 : origin.toInstant().toEpochMilli();
        new ParquetFormat().write(to.file(), "trace", columns, new Lines(jobs, originMillis));
        return List.of();
    }

    /** The jobs as lines of the table. */
    private static final class Lines implements Iterator<String[]> {

        private final JobStream jobs;
        private final long originMillis;
        private final String unit;
        private final LoggedJob job = new LoggedJob();
        private boolean isAhead; // the job was read and is still to be told

        Lines(JobStream jobs, long originMillis) {
            this.jobs = jobs;
            this.originMillis = originMillis;
            unit = jobs.unit().text();
        }

        @Override
        public boolean hasNext() {
            isAhead = isAhead || jobs.next(job);
            return isAhead;
        }

        @Override
        public String[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isAhead = false;
            job.submitMillis += originMillis;
            String[] line = new String[COLUMNS.length + 1];
            for (int i = 0; i < COLUMNS.length; i++) {
                line[i] = COLUMNS[i].of(job);
            }
            line[COLUMNS.length] = unit;
            return line;
        }
    }
}
