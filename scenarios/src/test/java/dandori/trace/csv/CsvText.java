package dandori.trace.csv;

import dandori.job.Jobs;
import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small tables written in tests, and imports of them as text. */
final class CsvText {

    /** A mapping of {@link #HEADER}. */
    static final String MAPPING =
            """
            columns: {id: id, submit: submit, start: start, end: end, walltime: limit, nodes: size,
              user: who, state: state}
            times: {zone: Asia/Tokyo}
            """;

    static final String HEADER = "id,submit,start,end,limit,size,who,state\n";

    /** A job that gives no cause for a note: waits 10 min, runs an hour. */
    static final String JOB =
            "7,2026-04-01 09:00:00,2026-04-01 09:10:00,2026-04-01 10:10:00,2:00:00,4,ann,COMPLETED\n";

    private CsvText() {}

    static ImportedTrace read(Path folder, String mapping, String table) throws IOException {
        return read(folder, mapping, table.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a table beside its mapping, {@code columns.yaml}. */
    static Path table(Path folder, String mapping, String table) throws IOException {
        Files.writeString(folder.resolve("columns.yaml"), mapping);
        return Files.writeString(folder.resolve("t.csv"), table);
    }

    static ImportedTrace read(Path folder, String mapping, byte[] table) throws IOException {
        Path columns = Files.writeString(folder.resolve("columns.yaml"), mapping);
        Path file = Files.write(folder.resolve("t.csv"), table);
        return read(file, new LogOptions(null, null, null, columns));
    }

    /** A table whose format is seen. */
    static ImportedTrace seen(Path folder, String table) throws IOException {
        return read(Files.writeString(folder.resolve("t.csv"), table), LogOptions.none());
    }

    static ImportedTrace read(Path file, LogOptions options) {
        ImportRules rules = ImportRules.dandori().withLog(options).withKeepLoggedWaits(true);
        return Traces.read(file, rules, (read, total) -> {});
    }

    /** The notes: {@code skipped csv-too-long 1}. */
    static List<String> notes(ImportedTrace trace) {
        return trace.report().notes().stream().map(CsvText::text).toList();
    }

    private static String text(ImportNote note) {
        return note.kind().text() + " " + note.key() + " " + note.count();
    }

    /** The jobs: {@code 7: at 32400, 4 for 3600 of 7200, ann}; times in seconds. */
    static String jobs(ImportedTrace trace) {
        Jobs jobs = trace.workload().jobs();
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < jobs.count(); job++) {
            text.append(text.length() == 0 ? "" : " | ")
                    .append(jobs.id(job))
                    .append(": at ")
                    .append(jobs.submitMillis(job) / 1_000)
                    .append(", ")
                    .append(jobs.nodes(job))
                    .append(" for ")
                    .append(trace.workload().runMillis(job) / 1_000)
                    .append(" of ")
                    .append(jobs.walltimeMillis(job) / 1_000);
        }
        return text.toString();
    }
}
