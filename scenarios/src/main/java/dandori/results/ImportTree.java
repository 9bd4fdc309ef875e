package dandori.results;

import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of the lines of a trace, as a tree for JSON. */
public final class ImportTree {

    private ImportTree() {}

    /** The tree, in which every note has its advice, or null. */
    public static Map<String, Object> of(ImportReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("trace", report.trace());
        tree.put("lines", report.lines());
        tree.put("job_lines", report.jobLines());
        tree.put("jobs_used", report.jobsUsed());
        List<Map<String, @Nullable Object>> notes = new ArrayList<>();
        for (ImportNote note : report.notes()) {
            Map<String, @Nullable Object> entry = brief(note);
            entry.put("advice", note.advice());
            notes.add(entry);
        }
        tree.put("notes", notes);
        return tree;
    }

    /** The tree without what only helps who reads the trace: all lines, and advice. */
    public static Map<String, Object> brief(ImportReport report) {
        Map<String, Object> tree = of(report);
        tree.remove("lines");
        tree.put("notes", report.notes().stream().map(ImportTree::brief).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> brief(ImportNote note) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("key", note.key());
        entry.put("kind", note.kind().text());
        entry.put("count", note.count());
        entry.put("text", note.text());
        return entry;
    }
}
