package dandori.report;

import dandori.experiment.Cell;
import dandori.experiment.CellResult;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Shard;
import dandori.experiment.journal.CellJournal;
import dandori.results.CampaignsTable;
import dandori.results.DamagedResultsException;
import dandori.results.FolderLock;
import dandori.results.FoundManifest;
import dandori.results.JsonText;
import dandori.results.Manifest;
import dandori.results.WholeFile;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.sweep.Variants;
import dandori.scenario.sweep.VariantsText;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.TreeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A results folder: made ready before a study is run, and completed after. */
public final class StudyFolder {

    /** Our own files, and what killed runs leave of them; nothing else is ever removed. */
    private static final Pattern OWN =
            Pattern.compile(
                    "\\.?(summary\\.json|report\\.md|report\\.html|scenario\\.yaml|machine\\.json"
                            + "|(jobs|segments|events|waits|series)\\.(csv\\.gz|parquet)|campaigns\\.(csv|parquet)"
                            + "|manifest\\.json|summaries\\.jsonl|variants\\.jsonl)((\\.[0-9]+-[0-9]+)?\\.part)?"
                            + "|\\.lock");

    /** The resolved scenario. */
    static final String SCENARIO = "scenario.yaml";

    /** The machines. */
    static final String MACHINES = "machine.json";

    /** What a study came to, for programs. */
    public static final String SUMMARY = "summary.json";

    /** What stays where a study goes on. */
    private static final Set<String> STAY =
            Set.of(
                    Manifest.NAME,
                    FolderLock.NAME,
                    SCENARIO,
                    CellJournal.NAME.substring(CellJournal.NAME.indexOf('/') + 1));

    private final Path folder;
    private Manifest manifest;

    private StudyFolder(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Why a folder must not be used: it holds something else than a study of such a scenario, or
     * another part of it.
     */
    public static Optional<String> refusal(Path folder, Scenario scenario, Shard shard)
            throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return Optional.of(folder + ": is a file, not a folder.");
        }
        if (Files.exists(folder.resolve("jobs.csv.gz"))) { // a study's lie deeper, by cell
            return Optional.of(
                    folder + ": holds a replay's results, so nothing is written into it.");
        }
        Path text = folder.resolve(SCENARIO);
        String older = Files.exists(text) ? older(text) : scenario.name();
        if (older.isEmpty()) {
            return Optional.of(
                    "%s: holds a study whose '%s' cannot be read, so nobody can say whether it is one of '%s'."
                            .formatted(folder, SCENARIO, scenario.name()));
        }
        if (!older.equals(scenario.name())) {
            return Optional.of(
                    "%s: holds the results of scenario '%s', which those of '%s' would replace."
                            .formatted(folder, older, scenario.name()));
        }
        String part = part(folder, shard);
        if (!part.equals(shard.text())) {
            return Optional.of(
                    "%s: holds %s, which %s would replace."
                            .formatted(folder, words(part), words(shard.text())));
        }
        boolean isForeign =
                Files.isDirectory(folder)
                        && !Files.exists(folder.resolve(Manifest.NAME))
                        && !isEmpty(folder);
        return isForeign
                ? Optional.of(
                        folder + ": holds files that are no study, so nothing is written into it.")
                : Optional.empty();
    }

    /** Which part of a study a folder holds; the given one if none, or nobody can tell. */
    private static String part(Path folder, Shard otherwise) throws IOException {
        try {
            String found = FoundManifest.read(folder).shard();
            return found.isEmpty() ? Shard.WHOLE.text() : found;
        } catch (DamagedResultsException none) {
            return otherwise.text();
        }
    }

    private static String words(String shard) {
        return shard.equals(Shard.WHOLE.text()) ? "a whole study" : "shard " + shard;
    }

    /** The name of the scenario of a file; empty if it cannot be read. */
    private static String older(Path file) throws IOException {
        Node root =
                Files.isRegularFile(file) && Files.size(file) <= TreeReader.LARGEST_BYTES
                        ? TreeReader.read(Files.readAllBytes(file), new Issues())
                        : null;
        Node name = root instanceof Mapping mapping ? mapping.get("scenario") : null;
        return name instanceof Scalar scalar ? scalar.text() : "";
    }

    /**
     * Makes a folder ready: an older study in it goes away, the manifest says that one is running.
     *
     * @throws IOException if the folder cannot be written
     */
    public static StudyFolder begin(Path folder, Variants variants, Manifest manifest)
            throws IOException {
        StudyFolder begun = cleared(folder, manifest);
        begun.describe(variants);
        return begun;
    }

    /**
     * The same where a study is put together that was described before.
     *
     * @param scenario the resolved scenario's text
     * @param machines that of {@code machine.json}
     */
    static StudyFolder begin(Path folder, String scenario, String machines, Manifest manifest)
            throws IOException {
        StudyFolder begun = cleared(folder, manifest);
        WholeFile.write(folder.resolve(SCENARIO), scenario);
        WholeFile.write(folder.resolve(MACHINES), machines);
        return begun;
    }

    private static StudyFolder cleared(Path folder, Manifest manifest) throws IOException {
        StudyFolder begun = new StudyFolder(folder, manifest);
        Files.deleteIfExists(folder.resolve(CellJournal.NAME)); // first: it is of what was before
        manifest.writeRunning(folder, 0);
        begun.clear(Set.of());
        return begun;
    }

    private void describe(Variants variants) throws IOException {
        WholeFile.write(folder.resolve(SCENARIO), VariantsText.of(variants, KnownParts.found()));
        WholeFile.write(folder.resolve(MACHINES), JsonText.of(MachinesTree.of(variants)));
    }

    /**
     * Why a study cannot go on in a folder: what it holds was begun otherwise. Empty if it can, or
     * if there is nothing to go on with.
     */
    public static Optional<String> resumeRefusal(Path folder, Variants variants, Manifest manifest)
            throws IOException {
        if (!Files.exists(folder.resolve(Manifest.NAME))) {
            return Optional.empty();
        }
        Optional<String> difference = Manifest.difference(folder, manifest);
        if (difference.isPresent()) {
            return difference;
        }
        Path text = folder.resolve(SCENARIO);
        if (!Files.exists(text)) {
            return Files.exists(folder.resolve(CellJournal.NAME))
                    ? Optional.of("it does not hold the scenario that was begun.")
                    : Optional.empty();
        }
        return new String(Files.readAllBytes(text), StandardCharsets.UTF_8)
                        .equals(VariantsText.of(variants, KnownParts.found()))
                ? Optional.empty()
                : Optional.of("the scenario is not the one that was begun.");
    }

    /**
     * Makes a folder ready in which a study goes on: of the cells that stay nothing is touched, all
     * else goes away.
     *
     * @param done the numbers of the cells that stay
     * @throws IOException if the folder cannot be written
     */
    public static StudyFolder resume(
            Path folder, Variants variants, Manifest manifest, Set<Integer> done)
            throws IOException {
        StudyFolder resumed = new StudyFolder(folder, manifest);
        manifest.writeRunning(folder, done.size());
        resumed.clear(done);
        resumed.describe(variants);
        return resumed;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!OWN.matcher(name).matches() && !name.equals(Shard.FOLDER)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Removes what an older study has left, but for the cells that stay. */
    private void clear(Set<Integer> stay) throws IOException {
        clear(folder);
        Path cells = folder.resolve("cells");
        if (!Files.isDirectory(cells)) {
            return;
        }
        Set<String> kept = stay.stream().map(Cell::folder).collect(Collectors.toSet());
        clear(cells);
        try (DirectoryStream<Path> each = Files.newDirectoryStream(cells, "[0-9]*")) {
            for (Path cell : each) {
                if (!kept.contains(cell.getFileName().toString())) {
                    clear(cell);
                    if (Files.isDirectory(cell) && isEmpty(cell)) {
                        Files.delete(cell);
                    }
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (OWN.matcher(name).matches() && !STAY.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Says that all is there, of a shard that has no cells. */
    public void completeEmpty(double elapsedSeconds) throws IOException {
        manifest.writeComplete(folder, elapsedSeconds);
    }

    /** Notes how many cells there are to be, now that it is known better. */
    public void planned(int cells) {
        manifest = manifest.withCells(cells);
    }

    /** Notes how many cells are done. */
    public void progress(int cellsDone) throws IOException {
        manifest.writeRunning(folder, cellsDone);
    }

    /**
     * Writes the summary and the reports; the manifest says that the study is complete if every
     * cell was played.
     *
     * @param threads how many threads make the summary
     * @param elapsedSeconds how long it took, asked when all else is written
     */
    public void complete(
            ExperimentResult result, Report report, int threads, DoubleSupplier elapsedSeconds)
            throws IOException {
        WholeFile.write(folder.resolve(SUMMARY), JsonText.of(StudyTree.of(result, threads)));
        writeReports(folder, report);
        boolean hasCampaigns =
                result.studies().stream().anyMatch(one -> !one.scenario().campaigns().isEmpty());
        if (hasCampaigns) {
            List<CampaignsTable.OfCell> cells =
                    result.results().stream().map(StudyFolder::campaigns).toList();
            boolean asParquet = result.first().scenario().report().asParquet();
            CampaignsTable.write(folder, cells, asParquet);
        }
        Manifest grown = manifest.withCells(result.experiment().cells().size());
        if (result.failures().isEmpty()) {
            grown.writeComplete(folder, elapsedSeconds.getAsDouble());
        } else {
            grown.writeRunning(folder, result.results().size());
        }
    }

    /** Writes the reports alone. */
    public static void writeReports(Path folder, Report report) throws IOException {
        WholeFile.write(folder.resolve("report.md"), MarkdownReport.of(report));
        WholeFile.write(folder.resolve("report.html"), HtmlReport.of(report));
    }

    private static CampaignsTable.OfCell campaigns(CellResult result) {
        Cell cell = result.cell();
        return new CampaignsTable.OfCell(
                cell.number(), cell.policy().name(), cell.seed(), result.campaigns());
    }
}
