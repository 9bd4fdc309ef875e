package dandori.trace.csv;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A published log that is a table: a mapping of ours, and how its first line is recognized. */
abstract class PublishedLog implements TraceFormat {

    private final String name;
    private final String title;

    PublishedLog(String name, String title) {
        this.name = name;
        this.title = title;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final boolean recognizes(byte[] head) {
        return isOf(FirstLine.of(head));
    }

    /** Whether a first line of these fields is one of this log. */
    abstract boolean isOf(List<String> fields);

    @Override
    public final JobLog open(TraceInput input, Findings findings) throws IOException {
        return new CsvLog(input, mapping(), findings);
    }

    private CsvMapping mapping() throws IOException {
        String file = name + ".yaml";
        try (InputStream in = PublishedLog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar.");
            }
            return CsvMappingReader.read(file, in.readAllBytes());
        }
    }
}
