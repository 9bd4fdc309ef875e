package dandori.trace;

import dandori.job.Jobs;
import dandori.job.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small traces written in tests, and imports of them as text. */
final class SwfText {

    /** A header that gives no cause for a note but the number of jobs. */
    static final String HEADER =
            """
            ; Computer: Test
            ; MaxNodes: 100
            ; MaxProcs: 100
            ; UnixStartTime: 1000000000
            ; TimeZoneString: Asia/Tokyo
            """;

    private SwfText() {}

    /** A job that gives no cause for a note: group 3, user 2, queue 4, partition 5. */
    static String job(long id, long submit, long run, long processors, long estimate) {
        return "%d %d 7 %d %d -1 -1 %d %d -1 1 2 3 -1 4 5 -1 -1\n"
                .formatted(id, submit, run, processors, processors, estimate);
    }

    /** The line with another value in a field, counted from 1. */
    static String with(String line, int field, String value) {
        String[] fields = line.strip().split(" ");
        fields[field - 1] = value;
        return String.join(" ", fields) + "\n";
    }

    static ImportedTrace read(String text) {
        return read(text, ImportRules.dandori());
    }

    static ImportedTrace read(String text, ImportRules rules) {
        return read(text.getBytes(StandardCharsets.UTF_8), rules);
    }

    static ImportedTrace read(byte[] bytes, ImportRules rules) {
        try {
            InputStream content = new ByteArrayInputStream(bytes);
            TraceInput input = new TraceInput("t.swf", "t", content);
            OpenedLog log = OpenedLog.of(new Swf(), input, new Findings(), content);
            return new TraceImport(log, rules).read();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The notes as {@code kind count key}. */
    static List<String> notes(ImportedTrace trace) {
        List<String> notes = new ArrayList<>();
        for (ImportNote note : trace.report().notes()) {
            notes.add(note.kind().text() + " " + note.count() + " " + note.key());
        }
        return notes;
    }

    /** The jobs as {@code id@submit nodes×run/walltime}, times in milliseconds. */
    static List<String> jobs(ImportedTrace trace) {
        Workload workload = trace.workload();
        Jobs all = workload.jobs();
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < all.count(); job++) {
            jobs.add(
                    "%d@%d %d×%d/%d"
                            .formatted(
                                    all.id(job),
                                    all.submitMillis(job),
                                    all.nodes(job),
                                    workload.runMillis(job),
                                    all.walltimeMillis(job)));
        }
        return jobs;
    }
}
