package dandori.trace.csv;

import dandori.scenario.text.ScenarioException;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.nio.file.Path;

/** Tables that are no text, read with the mapping file that a user names for tables of text. */
public final class MappedTables {

    private MappedTables() {}

    /**
     * Begins to read.
     *
     * @param input names the mapping file
     * @param findings where oddities are counted
     * @throws ScenarioException if anything is wrong with the mapping, with all issues
     * @throws TraceException if the table lacks columns that it names
     */
    public static JobLog open(TraceInput input, TypedTable table, Findings findings)
            throws IOException {
        Path mapping = input.options().mapping();
        if (mapping == null) {
            throw new IllegalArgumentException("There is no mapping.");
        }
        return new TypedLog(input, CsvMappingReader.read(mapping), table, findings);
    }
}
