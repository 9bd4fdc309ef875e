package dandori.experiment.journal;

import dandori.campaign.Campaign;
import dandori.experiment.Cell;
import dandori.experiment.CellFailure;
import dandori.experiment.CellResult;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Shard;
import dandori.experiment.SideBySide;
import dandori.experiment.Study;
import dandori.experiment.inquiry.Course;
import dandori.experiment.journal.VariantNote.Planned;
import dandori.results.DamagedResultsException;
import dandori.results.FoundManifest;
import dandori.results.Manifest;
import dandori.scenario.KnownParts;
import dandori.scenario.PolicyParts;
import dandori.scenario.Workloads;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a study back from its folder: from {@code scenario.yaml}, {@code cells/variants.jsonl} and
 * {@code cells/summaries.jsonl}. Traces are not needed; machine and model files that the scenario
 * names are. A cell that is planned but has no line counts as failed.
 *
 * <p>What comes back equals what was played, to the last bit, but for the causes of failures.
 */
public final class StudyReader {

    private final Path folder;
    private final int threads;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Study> studies = new ArrayList<>();

    private StudyReader(Path folder, int threads) {
        this.folder = folder;
        this.threads = threads;
    }

    /**
     * Whether a folder holds a study, or a shard of one, that is complete.
     *
     * @throws DamagedResultsException if its manifest cannot be read
     */
    public static boolean isComplete(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve("scenario.yaml"))
                && Files.isRegularFile(folder.resolve(Manifest.NAME))
                && FoundManifest.read(folder).isComplete();
    }

    /**
     * The study in a folder, as its reports tell it; that of a shard has the cells of the shard,
     * and a warning.
     *
     * @throws DamagedResultsException if a file is missing, or is not what it should be
     * @throws ChangedFilesException if a machine or model file is not what it was
     * @throws dandori.scenario.text.ScenarioException if the scenario cannot be read
     */
    public static ExperimentResult read(Path folder) throws IOException {
        return read(folder, List.of(), 1);
    }

    /**
     * The same told in another way.
     *
     * @param settings values that take the place of the scenario's, below {@code report} only
     * @param threads how many threads read it; it is the same for any number
     */
    public static ExperimentResult read(Path folder, List<String> settings, int threads)
            throws IOException {
        Path text = folder.resolve("scenario.yaml");
        if (!Files.exists(text)) {
            throw new DamagedResultsException(text);
        }
        FoundManifest manifest =
                Files.exists(folder.resolve(Manifest.NAME)) ? FoundManifest.read(folder) : null;
        List<VariantNote> notes = VariantNotes.read(folder);
        Variants variants = VariantReader.readPlayed(text, settings);
        List<Variant> played =
                Course.played(
                        variants,
                        notes.stream().map(VariantNote::values).toList(),
                        KnownParts.found());
        if (manifest != null) {
            NamedFiles.check(folder, manifest, played);
        }
        ExperimentResult read =
                new StudyReader(folder, threads)
                        .read(new Variants(variants.sweeps(), variants.places(), played), notes);
        return manifest == null || manifest.shard().isEmpty()
                ? read
                : Shard.of(manifest.shard()).marked(read);
    }

    /**
     * The study of variants that are known.
     *
     * @param notes what is to be known of each variant that has cells
     * @throws DamagedResultsException if a cell is not what it should be
     */
    private ExperimentResult read(Variants variants, List<VariantNote> notes) throws IOException {
        List<Variant> all = new ArrayList<>(variants.list());
        List<Part> parts = new ArrayList<>();
        try (CellJournal journal = CellJournal.open(folder)) {
            for (VariantNote note : notes) {
                if (note.number() < 0 || note.number() >= all.size()) {
                    throw new DamagedResultsException(folder.resolve(VariantNotes.NAME));
                }
                Variant known = all.get(note.number());
                Variant its =
                        new Variant(note.number(), note.values(), known.world(), known.scenario());
                all.set(note.number(), its);
                parts.add(part(its, note));
            }
            List<Wanted> wanted = parts.stream().flatMap(part -> part.wanted().stream()).toList();
            Iterator<Optional<CellResult>> kept = // of all variants by the same threads
                    SideBySide.each(
                                    wanted,
                                    threads,
                                    one -> journal.kept(one.cell(), one.campaigns()))
                            .iterator();
            parts.forEach(part -> studies.add(study(part, kept)));
        }
        cells.sort(Comparator.comparingInt(Cell::number));
        return new ExperimentResult(new Experiment(all, cells), studies);
    }

    /** A cell to be read. */
    private record Wanted(Cell cell, List<Campaign> campaigns) {}

    /** A variant and those of its cells that are shown. */
    private record Part(Variant variant, VariantNote note, List<Wanted> wanted) {}

    private Part part(Variant variant, VariantNote note) {
        List<Campaign> campaigns = Workloads.campaigns(variant.scenario(), note.origin());
        List<Wanted> wanted = new ArrayList<>();
        List<PolicyParts> shown = variant.scenario().policiesToRun();
        for (Planned planned : note.cells()) {
            PolicyParts policy = policy(variant, planned);
            if (!shown.contains(policy)) {
                continue; // the settings leave it out
            }
            Cell cell = new Cell(planned.number(), variant, policy, planned.seed());
            cells.add(cell);
            wanted.add(new Wanted(cell, campaigns));
        }
        return new Part(variant, note, wanted);
    }

    /** The study of a variant, with the next of what was kept. */
    private static Study study(Part part, Iterator<Optional<CellResult>> kept) {
        List<CellResult> results = new ArrayList<>();
        List<CellFailure> failures = new ArrayList<>();
        for (Wanted one : part.wanted()) {
            Cell cell = one.cell();
            kept.next()
                    .ifPresentOrElse(
                            results::add,
                            () ->
                                    failures.add(
                                            new CellFailure(
                                                    cell,
                                                    new FileNotFoundException(cell.folder()))));
        }
        VariantNote note = part.note();
        return new Study(
                part.variant(),
                note.cells().stream().map(Planned::seed).distinct().toList(),
                results,
                failures,
                note.imports(),
                note.warnings(),
                results.isEmpty() ? 0 : results.get(0).drawn());
    }

    private PolicyParts policy(Variant variant, Planned cell) {
        return variant.scenario().policies().stream()
                .filter(policy -> policy.name().equals(cell.policy()))
                .findFirst()
                .orElseThrow(() -> new DamagedResultsException(folder.resolve(VariantNotes.NAME)));
    }
}
