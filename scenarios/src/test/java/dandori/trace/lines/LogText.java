package dandori.trace.lines;

import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.Traces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Logs written in tests, read as files whose names say nothing. */
public final class LogText {

    private LogText() {}

    /** A trace of the text. */
    public static ImportedTrace read(Path folder, String text) {
        return read(folder, text, ImportRules.dandori());
    }

    /** A trace of the text, by rules. */
    public static ImportedTrace read(Path folder, String text, ImportRules rules) {
        return read(folder, text.getBytes(StandardCharsets.UTF_8), rules);
    }

    /** A trace of bytes. */
    public static ImportedTrace read(Path folder, byte[] bytes, ImportRules rules) {
        try {
            Path file = Files.write(folder.resolve("log"), bytes);
            return Traces.read(file, rules, (read, total) -> {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The notes of a format's own and of those that change jobs, as {@code kind count key}. */
    public static List<String> notes(ImportedTrace trace) {
        List<String> notes = new ArrayList<>();
        for (ImportNote note : trace.report().notes()) {
            notes.add(note.kind().text() + " " + note.count() + " " + note.key());
        }
        return notes;
    }

    /** Jobs as {@code id submit nodes walltime run user organization partition}, times in ms. */
    public static List<String> jobs(ImportedTrace trace) {
        List<String> lines = new ArrayList<>();
        var workload = trace.workload();
        var jobs = workload.jobs();
        for (int job = 0; job < jobs.count(); job++) {
            lines.add(
                    "%d %d %d %d %d %s %s %s"
                            .formatted(
                                    jobs.id(job),
                                    jobs.submitMillis(job),
                                    jobs.nodes(job),
                                    jobs.walltimeMillis(job),
                                    workload.runMillis(job),
                                    name(workload.users(), jobs.user(job)),
                                    name(workload.organizations(), jobs.organization(job)),
                                    name(workload.partitions(), jobs.partition(job))));
        }
        return lines;
    }

    private static String name(List<String> names, int index) {
        return index < 0 ? "-" : names.get(index);
    }
}
