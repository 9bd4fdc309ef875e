package dandori.results;

import dandori.metric.EventLog;
import java.io.IOException;
import java.io.OutputStream;

/**
 * {@code events.csv.gz}: one line for each thing that happened to nodes and jobs beside jobs that
 * come, start once and end. The dictionary is docs/data/events.md.
 */
public final class EventsTable {

    /** The columns, in order. */
    public static final String COLUMNS = "time_s,machine,kind,subject,nodes,detail";

    private EventsTable() {}

    /** Writes the table, unpacked. */
    static void write(OutputStream out, EventLog events) throws IOException {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            events.read((atMillis, machine, kind, subject, nodes, detail) ->
                    lines.begin()
                            .seconds(atMillis)
                            .text(machine)
                            .text(kind.text())
                            .text(subject)
                            .number(nodes)
                            .text(detail)
                            .end());
        }
    }
}
