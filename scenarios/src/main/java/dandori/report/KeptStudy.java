package dandori.report;

import dandori.experiment.CellResult;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.experiment.inquiry.Course;
import dandori.experiment.journal.CellLines;
import dandori.results.DamagedResultsException;
import dandori.scenario.KnownParts;
import dandori.scenario.PolicyParts;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.NoteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A study as its folder keeps it: the scenario, what each cell came to, and what was said of traces
 * when it was run. No trace is read, but for a date that nothing else tells.
 */
public final class KeptStudy {

    private final Path folder;

    private KeptStudy(Path folder) {
        this.folder = folder;
    }

    /** Whether a folder holds a study that is complete. */
    public static boolean isComplete(Path folder) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        boolean isStudy = Files.isRegularFile(folder.resolve("scenario.yaml"));
        return isStudy
                && Files.isRegularFile(manifest)
                && json(manifest).path("state").asString("").equals("complete");
    }

    /**
     * Reads a study.
     *
     * @param folder its folder, complete
     * @param settings values that take the place of the scenario's; below {@code report} only
     * @throws dandori.scenario.text.ScenarioException if a setting is wrong
     * @throws DamagedResultsException if a file is missing or broken
     */
    public static ExperimentResult read(Path folder, List<String> settings) throws IOException {
        return new KeptStudy(folder).read(settings);
    }

    private ExperimentResult read(List<String> settings) throws IOException {
        Path file = folder.resolve("scenario.yaml");
        List<String> all = new ArrayList<>(settings);
        all.addAll(standIns(file));
        Variants variants = VariantReader.read(file, all);
        JsonNode summary = json(folder.resolve("summary.json"));
        List<Variant> played = Course.played(variants, values(summary), KnownParts.found());
        List<CellResult> results = CellLines.read(folder, played);
        List<Study> studies = new ArrayList<>();
        Experiment experiment = new Experiment(List.of(), List.of());
        try {
            for (Variant variant : played) {
                JsonNode its =
                        summary.has("variants")
                                ? summary.path("variants").required(variant.number())
                                : summary;
                Study study = study(variant, its, results);
                studies.add(study);
                experiment = experiment.with(variant, study.seeds());
            }
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new DamagedResultsException(folder.resolve("summary.json"));
        }
        return new ExperimentResult(experiment, studies);
    }

    /** The values of each variant, by their names. */
    private static List<Map<String, String>> values(JsonNode summary) {
        List<Map<String, String>> values = new ArrayList<>();
        summary.path("variants")
                .forEach(variant -> {
                    Map<String, String> its = new LinkedHashMap<>();
                    variant.path("values")
                            .forEachEntry((name, value) -> its.put(name, value.asString("")));
                    values.add(its);
                });
        return values;
    }

    /** Settings that name another file for each trace that is gone: nothing of it is needed. */
    private static List<String> standIns(Path file) throws IOException {
        List<String> settings = new ArrayList<>();
        Node root = TreeReader.read(Files.readAllBytes(file), new Issues());
        if (below(below(root, "workload"), "streams") instanceof Sequence streams) {
            for (Node stream : streams.items()) {
                for (String kind : List.of("trace", "snapshot")) {
                    if (below(below(stream, kind), "file") instanceof Scalar trace
                            && !Files.exists(Path.of(trace.text()))) {
                        String other = file.toAbsolutePath().toString().replace("'", "''");
                        settings.add(trace.path() + "='" + other + "'");
                    }
                }
            }
        }
        return settings;
    }

    private static @Nullable Node below(@Nullable Node node, String key) {
        return node instanceof Mapping mapping ? mapping.get(key) : null;
    }

    private static Study study(Variant variant, JsonNode summary, List<CellResult> all) {
        List<String> shown =
                variant.scenario().policiesToRun().stream().map(PolicyParts::name).toList();
        List<CellResult> its =
                all.stream()
                        .filter(one -> one.cell().variant().number() == variant.number())
                        .toList();
        List<Integer> seeds = new ArrayList<>();
        summary.required("seeds").forEach(seed -> seeds.add(seed.intValue()));
        List<String> warnings = new ArrayList<>();
        summary.required("warnings").forEach(warning -> warnings.add(warning.stringValue()));
        Map<String, ImportReport> imports = new LinkedHashMap<>();
        summary.required("traces")
                .forEachEntry((stream, report) -> imports.put(stream, imported(report)));
        return new Study(
                variant,
                seeds,
                its.stream().filter(one -> shown.contains(one.cell().policy().name())).toList(),
                List.of(),
                imports,
                warnings,
                its.isEmpty() ? 0 : its.get(0).drawn());
    }

    private static ImportReport imported(JsonNode tree) {
        List<ImportNote> notes = new ArrayList<>();
        tree.required("notes")
                .forEach(note ->
                        notes.add(
                                new ImportNote(
                                        note.required("key").stringValue(),
                                        kind(note.required("kind").stringValue()),
                                        note.required("count").longValue(),
                                        note.required("text").stringValue(),
                                        null)));
        long lines = tree.required("job_lines").longValue();
        return new ImportReport(
                tree.required("trace").stringValue(),
                lines,
                lines,
                tree.required("jobs_used").intValue(),
                notes);
    }

    private static NoteKind kind(String text) {
        for (NoteKind kind : NoteKind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind '%s'.".formatted(text));
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException | NoSuchFileException broken) {
            throw new DamagedResultsException(file);
        }
    }
}
