package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import dandori.trace.table.JobColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes the job table in CSV: a column for each thing that a log may say, empty where it does not.
 * {@code docs/data/trace-csv.md} describes the columns.
 */
public final class TableOutput implements TraceOutput {

    private static final JobColumn[] COLUMNS = JobColumn.values();

    /** For {@link java.util.ServiceLoader}. */
    public TableOutput() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "the job table in CSV";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv");
    }

    @Override
    public Set<LoggedField> holds(AllocationUnit unit) {
        return EnumSet.allOf(LoggedField.class);
    }

    @Override
    public List<String> lacks() {
        return List.of("what the log's header says: the machine, its size, the zone of its times");
    }

    @Override
    public List<String> write(JobStream jobs, Destination to, OutputWishes wishes)
            throws IOException {
        ZonedDateTime origin = jobs.header().origin();
        long originMillis = origin == null ? 0 : origin.toInstant().toEpochMilli();
        CsvSchema.Builder schema = CsvSchema.builder();
        for (JobColumn column : COLUMNS) {
            boolean isSince1970 = column == JobColumn.SUBMIT_S && origin != null;
            schema.addColumn(isSince1970 ? JobColumn.SUBMIT_SINCE_1970 : column.column());
        }
        schema.addColumn(JobColumn.SIZE_UNIT);
        String unit = jobs.unit().text();
        try (OutputStream out = to.open();
                JsonGenerator lines =
                        CsvMapper.builder()
                                .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                                .build()
                                .writer(schema.build().withHeader().withLineSeparator("\n"))
                                .createGenerator(out)) {
            LoggedJob job = new LoggedJob();
            while (jobs.next(job)) {
                job.submitMillis += originMillis;
                lines.writeStartArray();
                for (JobColumn column : COLUMNS) {
                    lines.writeString(column.of(job));
                }
                lines.writeString(unit);
                lines.writeEndArray();
            }
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        } catch (JacksonException broken) {
            throw new IOException(broken.getOriginalMessage(), broken);
        }
        return List.of();
    }
}
