package dandori.experiment.journal;

import dandori.experiment.journal.VariantNote.Planned;
import dandori.results.ImportTree;
import dandori.results.JsonLine;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.NoteKind;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What must be known of a variant, as a line of JSON and back. */
final class VariantLine {

    private VariantLine() {}

    /** The line, without a line feed. */
    static String of(VariantNote note) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variant", note.number());
        tree.put("values", note.values());
        if (note.origin() != null) {
            tree.put("origin", note.origin().toString());
        }
        Map<String, Object> traces = new LinkedHashMap<>();
        note.imports().forEach((stream, report) -> traces.put(stream, ImportTree.of(report)));
        tree.put("traces", traces);
        tree.put("warnings", note.warnings());
        tree.put("cells", note.cells().stream().map(VariantLine::of).toList());
        return JsonLine.of(tree);
    }

    private static Map<String, Object> of(Planned cell) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("cell", cell.number());
        tree.put("policy", cell.policy());
        tree.put("seed", cell.seed());
        return tree;
    }

    /**
     * What a line holds.
     *
     * @throws RuntimeException if something is missing
     */
    static VariantNote read(JsonNode tree) {
        Map<String, String> values = new LinkedHashMap<>();
        tree.required("values").forEachEntry((name, its) -> values.put(name, its.stringValue()));
        String origin = tree.path("origin").asString("");
        Map<String, ImportReport> imports = new LinkedHashMap<>();
        tree.required("traces").forEachEntry((stream, its) -> imports.put(stream, report(its)));
        List<String> warnings = new ArrayList<>();
        tree.required("warnings").forEach(warning -> warnings.add(warning.stringValue()));
        List<Planned> cells = new ArrayList<>();
        tree.required("cells")
                .forEach(one ->
                        cells.add(
                                new Planned(
                                        one.required("cell").intValue(),
                                        one.required("policy").stringValue(),
                                        one.required("seed").intValue())));
        return new VariantNote(
                tree.required("variant").intValue(),
                values,
                origin.isEmpty() ? null : ZonedDateTime.parse(origin),
                imports,
                warnings,
                cells);
    }

    private static ImportReport report(JsonNode tree) {
        List<ImportNote> notes = new ArrayList<>();
        tree.required("notes")
                .forEach(one ->
                        notes.add(
                                new ImportNote(
                                        one.required("key").stringValue(),
                                        kind(one.required("kind").stringValue()),
                                        one.required("count").longValue(),
                                        one.required("text").stringValue(),
                                        advice(one.path("advice")))));
        return new ImportReport(
                tree.required("trace").stringValue(),
                tree.required("lines").longValue(),
                tree.required("job_lines").longValue(),
                tree.required("jobs_used").intValue(),
                notes);
    }

    private static @Nullable String advice(JsonNode text) {
        return text.isString() ? text.stringValue() : null;
    }

    private static NoteKind kind(String text) {
        for (NoteKind kind : NoteKind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind '%s'.".formatted(text));
    }
}
