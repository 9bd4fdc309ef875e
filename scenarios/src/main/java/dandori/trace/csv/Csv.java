package dandori.trace.csv;

import dandori.scenario.text.ScenarioException;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceException;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A table of text, with commas or else between its columns, one row a job; a mapping file says
 * which column means what ({@code docs/data/csv-mapping.md}).
 *
 * <p>Cost: O(1) a row and nothing allocated but names; a row is at most 1 MB long.
 */
public final class Csv implements TraceFormat {

    private static final int HEAD = 4_096;

    /** For {@link java.util.ServiceLoader}. */
    public Csv() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "a table with a mapping of its columns";
    }

    /** True for known tables that hold no jobs, to say so. */
    @Override
    public boolean recognizes(byte[] head) {
        return OtherTable.of(FirstLine.of(head)) != null;
    }

    @Override
    public boolean takesMapping() {
        return true;
    }

    /**
     * @throws ScenarioException if anything is wrong with the mapping, with all issues
     */
    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        Path mapping = input.options().mapping();
        if (mapping == null) {
            throw refusal(input);
        }
        return new CsvLog(input, CsvMappingReader.read(mapping), findings);
    }

    private static TraceException refusal(TraceInput input) throws IOException {
        InputStream bytes = new BufferedInputStream(input.bytes());
        @Nullable OtherTable table = OtherTable.of(FirstLine.of(bytes.readNBytes(HEAD)));
        return table == null
                ? new TraceException(
                        input.file()
                                + ": is read as a table, and nothing says what its columns are.",
                        "Maybe --mapping FILE: docs/data/csv-mapping.md says what stands in it.")
                : new TraceException(
                        input.file() + ": is " + table.text() + ".", "Maybe " + table.instead());
    }
}
