package dandori.cli;

import dandori.experiment.Cell;
import dandori.experiment.CellFailure;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Rounds;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.Shard;
import dandori.experiment.VariantWorkloads;
import dandori.experiment.inquiry.Course;
import dandori.experiment.journal.CellJournal;
import dandori.experiment.journal.NamedFiles;
import dandori.experiment.journal.VariantNotes;
import dandori.report.Report;
import dandori.report.StudyFolder;
import dandori.report.StudyReport;
import dandori.results.FileHash;
import dandori.results.FolderLock;
import dandori.results.Manifest;
import dandori.scenario.GeneratedStream;
import dandori.scenario.Keep;
import dandori.scenario.KnownParts;
import dandori.scenario.Stream;
import dandori.scenario.TraceStream;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.Variants;
import dandori.scenario.sweep.VariantsText;
import dandori.sim.Checking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A scenario from its jobs to its results folder.
 *
 * @param file the scenario's file
 * @param variants the scenario, under each combination of the values of its sweeps
 * @param folder the results folder
 * @param settings how it is run
 */
record StudyRun(Path file, Variants variants, Path folder, Settings settings) {

    /**
     * How a scenario is run.
     *
     * @param threads how many cells at once
     * @param checking how much each run checks itself
     * @param resumes whether cells stay that an earlier run has done
     * @param shard which cells
     * @param command the words of the call
     */
    record Settings(
            int threads, Checking checking, boolean resumes, Shard shard, List<String> command) {

        /** Keeps the words. */
        Settings {
            command = List.copyOf(command);
        }
    }

    /**
     * What a run came to.
     *
     * @param result the cells
     * @param report the report; null if no cell could be played
     * @param failures what went wrong in cells, each kind once
     * @param status the exit status
     */
    record Result(
            ExperimentResult result, @Nullable Report report, List<String> failures, int status) {}

    /**
     * Runs it.
     *
     * @param form how progress is shown
     * @param err where to
     * @param begun is told how many jobs a run has, before the first
     */
    Result run(Progress.Form form, PrintWriter err, IntConsumer begun)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        refuseForeign();
        Course course = course();
        Experiment experiment = course.begin();
        Shown shown = new Shown(experiment.cells().size(), course.grows());
        VariantWorkloads workloads;
        int jobs;
        try (Progress reading = Progress.begin(form, "reading", err)) {
            workloads = new VariantWorkloads(reading::at);
            Cell first = // of an empty shard, the first of the whole
                    (experiment.cells().isEmpty() ? Experiment.of(variants) : experiment)
                            .cells()
                            .get(0);
            jobs = workloads.makeAhead(first.variant(), first.seed());
        }
        FolderLock held =
                settings.shard().isWhole() ? Folders.take(folder) : Folders.takePatiently(folder);
        try (CellJournal journal = begun(shown)) {
            boolean keepsTables = variants.first().run().keep() == Keep.TABLES;
            RunSettings how =
                    new RunSettings(
                            settings.threads(), settings.checking(), keepsTables ? folder : null);
            Runner runner = new Runner(workloads, how, journal, shown);
            begun.accept(jobs);
            return play(runner, course, journal, shown, new Began(form, err, began, workloads));
        } finally {
            held.close();
        }
    }

    /** What is played; a shard plays its part and nothing that follows. */
    private Course course() {
        Course whole = Course.of(variants, KnownParts.found());
        return settings.shard().isWhole()
                ? whole
                : new Course(settings.shard().of(whole.begin()), Rounds.ONE, false);
    }

    /** Refuses a folder that holds something else, and a study that could not be read back. */
    void refuseForeign() throws IOException {
        StudyFolder.refusal(folder, variants.first(), settings.shard())
                .ifPresent(why -> {
                    throw new WrongCallException(why, "--out with another folder.");
                });
        if (!VariantsText.isReadable(variants, KnownParts.found())) { // nor its results again
            throw new WrongCallException(
                    "%s: %s".formatted(file, VariantsText.TOO_LONG),
                    "fewer values in sweeps, or several files.");
        }
    }

    /** Makes the folder ready; its journal holds the cells that stay. */
    private CellJournal begun(Shown shown) throws IOException {
        Manifest manifest = manifest(shown.cells);
        boolean isBegun = Files.exists(folder.resolve(Manifest.NAME));
        if (!settings.resumes() || !isBegun) { // without a manifest nothing was kept yet
            shown.results = StudyFolder.begin(folder, variants, manifest);
            return CellJournal.begin(folder);
        }
        StudyFolder.resumeRefusal(folder, variants, manifest)
                .ifPresent(why -> {
                    throw new WrongCallException(
                            "--resume: the study in '%s' cannot go on: %s".formatted(folder, why),
                            "leave out --resume to begin anew, or take another --out.");
                });
        CellJournal journal = CellJournal.resume(folder);
        shown.results = StudyFolder.resume(folder, variants, manifest, journal.cells());
        shown.ended = journal.cells().size();
        shown.noted = shown.ended;
        return journal;
    }

    /**
     * How a run began.
     *
     * @param form how progress is shown
     * @param err where to
     * @param nanos when the run began
     * @param workloads where its jobs come from
     */
    private record Began(
            Progress.Form form, PrintWriter err, long nanos, VariantWorkloads workloads) {}

    private Result play(Runner runner, Course course, CellJournal journal, Shown shown, Began how)
            throws IOException, InterruptedException {
        if (course.begin().cells().isEmpty()) { // one shard of more than there are cells
            journal.complete();
            VariantNotes.write(folder, List.of());
            shown.folder().completeEmpty((System.nanoTime() - how.nanos()) / 1e9);
            ExperimentResult nothing = new ExperimentResult(course.begin(), List.of());
            return new Result(nothing, null, List.of(), 0);
        }
        ExperimentResult result;
        Interruption watched = Interruption.watch(how.err(), () -> shown.soFar(folder));
        try (watched;
                Progress simulating = Progress.begin(how.form(), "simulating", how.err())) {
            shown.begin(simulating);
            result = runner.play(course.begin(), course.rounds());
        } finally {
            shown.note();
        }
        int status = 0;
        for (CellFailure failure : result.failures()) {
            status = Math.max(status, Failures.status(failure.cause()));
        }
        if (result.results().isEmpty()) {
            return new Result(result, null, failures(result), status);
        }
        journal.complete();
        VariantNotes.write(folder, VariantNotes.of(result, how.workloads()));
        ExperimentResult marked = settings.shard().marked(result);
        Report report = StudyReport.of(marked);
        shown.folder()
                .complete(
                        marked,
                        report,
                        settings.threads(),
                        () -> (System.nanoTime() - how.nanos()) / 1e9);
        return new Result(marked, report, failures(result), status);
    }

    /** What went wrong, each message once, with the first cell in which it did. */
    private static List<String> failures(ExperimentResult result) {
        Map<String, List<CellFailure>> byText = new LinkedHashMap<>();
        for (CellFailure failure : result.failures()) {
            byText.computeIfAbsent(kind(failure), kind -> new ArrayList<>()).add(failure);
        }
        return byText.entrySet().stream()
                .map(entry -> {
                    CellFailure first = entry.getValue().get(0);
                    int more = entry.getValue().size() - 1;
                    return "%s, seed %d%s: %s"
                            .formatted(
                                    first.cell().policy().name(),
                                    first.cell().seed(),
                                    more == 0 ? "" : " (and %d more runs)".formatted(more),
                                    Failures.text(first.cause()));
                })
                .toList();
    }

    /** What failures have in common that are told once. */
    private static String kind(CellFailure failure) {
        return failure.cause() instanceof FileSystemException broken && broken.getReason() != null
                ? broken.getReason()
                : Failures.text(failure.cause());
    }

    /** What the manifest says of a run of so many cells. */
    Manifest manifest(int cells) throws IOException {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(file.toString(), FileHash.of(file));
        for (Path input : inputs()) {
            inputs.put(input.toString(), FileHash.of(input));
        }
        inputs.putAll(PlugIns.hashes());
        List<Long> seeds = variants.first().run().seeds().stream().map(Integer::longValue).toList();
        Shard shard = settings.shard();
        return new Manifest(
                Version.ofProgram(),
                settings.command(),
                seeds,
                inputs,
                cells,
                shard.isWhole() ? "" : shard.text(),
                settings.checking().text());
    }

    /** The files that the variants name, each once; not those of the catalogue. */
    private Set<Path> inputs() {
        Set<Path> files = new LinkedHashSet<>();
        for (Variant variant : variants.list()) {
            for (Stream stream : variant.scenario().workload().streams()) {
                if (stream instanceof GeneratedStream its && its.fit() != null) {
                    files.add(its.fit().file());
                }
                if (stream instanceof TraceStream trace) {
                    files.add(trace.file());
                    if (trace.log().mapping() != null) {
                        files.add(trace.log().mapping());
                    }
                }
            }
        }
        files.removeIf(path -> !path.isAbsolute());
        files.addAll(NamedFiles.of(variants.list()));
        return files;
    }

    /** Shows how far the cells are, on the terminal and in the manifest. */
    private static final class Shown implements RunListener {

        private static final long QUIET_NANOS = 100_000_000; // nobody looks more often

        private final boolean grows;
        private volatile int cells;
        private volatile int round = 1;
        private @Nullable Progress progress;
        private @Nullable StudyFolder results;
        private volatile int ended;
        private int noted; // as the manifest says
        private long notedNanos = System.nanoTime() - QUIET_NANOS;

        Shown(int cells, boolean grows) {
            this.cells = cells;
            this.grows = grows;
        }

        void begin(Progress shown) {
            progress = shown;
            shown.says(words());
        }

        /** How far it is; an experiment that grows says in which round. */
        private String words() {
            String cells = "%d of %d cells".formatted(ended, this.cells);
            return grows ? "round %d: %s".formatted(round, cells) : cells;
        }

        @Override
        public void roundBegins(int number, int all) {
            round = number;
            cells = all;
            folder().planned(all);
            if (progress != null) {
                progress.says(words());
            }
        }

        StudyFolder folder() {
            return Objects.requireNonNull(results);
        }

        @Override
        public void jobsEnded(long done, long all) {
            if (progress != null) {
                progress.at(done, all);
            }
            noteNowAndThen();
        }

        String soFar(Path folder) {
            return "%d of %d cells are done; %s is not complete. 'run … --resume' goes on."
                    .formatted(ended, Math.max(ended, cells), folder);
        }

        @Override
        public void cellsEnded(int done) {
            ended = done;
            if (progress != null) {
                progress.says(words());
            }
            noteNowAndThen();
        }

        private void noteNowAndThen() {
            // Writing a file takes as long as a small cell.
            if (ended != noted && System.nanoTime() - notedNanos >= QUIET_NANOS) {
                note();
            }
        }

        /** Writes how many cells are over into the manifest, if it does not say so already. */
        void note() {
            if (progress == null || ended == noted) {
                return;
            }
            noted = ended;
            try {
                folder().progress(noted);
            } catch (IOException full) {
                // What stops the manifest stops the reports too, and is told then.
                progress.says(words() + ", cannot write");
            }
            notedNanos = System.nanoTime();
        }
    }
}
