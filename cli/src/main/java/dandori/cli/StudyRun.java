package dandori.cli;

import dandori.experiment.CellFailure;
import dandori.experiment.Experiment;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.Study;
import dandori.report.Report;
import dandori.report.StudyFolder;
import dandori.report.StudyReport;
import dandori.results.FileHash;
import dandori.results.FolderLock;
import dandori.results.Manifest;
import dandori.scenario.MachineChoice;
import dandori.scenario.Scenario;
import dandori.scenario.Stream;
import dandori.scenario.TraceStream;
import dandori.scenario.Workloads;
import dandori.scenario.campaign.CampaignPlan;
import dandori.sim.Checking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A scenario from its jobs to its results folder.
 *
 * @param file the scenario's file
 * @param scenario the scenario
 * @param folder the results folder
 * @param threads how many cells at once
 * @param checking how much each run checks itself
 * @param command the words of the call
 */
record StudyRun(
        Path file,
        Scenario scenario,
        Path folder,
        int threads,
        Checking checking,
        List<String> command) {

    /**
     * What a run came to.
     *
     * @param study the cells
     * @param report the report; null if no cell could be played
     * @param failures what went wrong in cells, each kind once
     * @param status the exit status
     */
    record Result(Study study, @Nullable Report report, List<String> failures, int status) {}

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
        StudyFolder.refusal(folder, scenario)
                .ifPresent(why -> {
                    throw new WrongCallException(why, "--out with another folder.");
                });
        Experiment experiment = Experiment.of(scenario);
        Shown shown = new Shown(experiment.cells().size());
        Runner runner;
        int jobs;
        try (Progress reading = Progress.begin(form, "reading", err)) {
            Workloads workloads = new Workloads(scenario, reading::at);
            RunSettings settings = new RunSettings(threads, checking, folder);
            runner = new Runner(experiment, workloads, settings, shown);
            jobs = runner.firstJobs().workload().count();
        }
        FolderLock held = Folders.take(folder);
        try {
            return play(runner, shown, new Began(form, err, began), () -> begun.accept(jobs));
        } finally {
            held.close();
        }
    }

    /**
     * How a run shows itself.
     *
     * @param form how progress is shown
     * @param err where to
     * @param nanos when the run began
     */
    private record Began(Progress.Form form, PrintWriter err, long nanos) {}

    private Result play(Runner runner, Shown shown, Began how, Runnable begun)
            throws IOException, InterruptedException {
        StudyFolder results = StudyFolder.begin(folder, scenario, manifest(shown.cells));
        begun.run();
        Study study;
        Interruption watched = Interruption.watch(how.err(), () -> shown.soFar(folder));
        try (watched;
                Progress simulating = Progress.begin(how.form(), "simulating", how.err())) {
            shown.begin(simulating, results);
            study = runner.run();
        }
        int status = 0;
        for (CellFailure failure : study.failures()) {
            status = Math.max(status, Failures.status(failure.cause()));
        }
        if (study.results().isEmpty()) {
            return new Result(study, null, failures(study), status);
        }
        Report report = StudyReport.of(study);
        results.complete(study, report, (System.nanoTime() - how.nanos()) / 1e9);
        return new Result(study, report, failures(study), status);
    }

    /** What went wrong, each message once, with the first cell in which it did. */
    private static List<String> failures(Study study) {
        Map<String, List<CellFailure>> byText = new LinkedHashMap<>();
        for (CellFailure failure : study.failures()) {
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

    private Manifest manifest(int cells) throws IOException {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(file.toString(), FileHash.of(file));
        for (Stream stream : scenario.workload().streams()) {
            if (stream instanceof TraceStream trace) {
                inputs.put(trace.file().toString(), FileHash.of(trace.file()));
            }
        }
        for (MachineChoice choice : scenario.choices().values()) {
            Path machine = Path.of(choice.from());
            if (machine.isAbsolute()) { // not of the catalogue
                inputs.put(machine.toString(), FileHash.of(machine));
            }
        }
        for (CampaignPlan campaign : scenario.campaigns()) {
            Path model = Path.of(campaign.modelFrom());
            if (model.isAbsolute()) { // not of the catalogue
                inputs.put(model.toString(), FileHash.of(model));
            }
        }
        inputs.putAll(PlugIns.hashes());
        List<Long> seeds = scenario.run().seeds().stream().map(Integer::longValue).toList();
        return new Manifest(Version.ofProgram(), command, seeds, inputs, cells);
    }

    /** Shows how far the cells are, on the terminal and in the manifest. */
    private static final class Shown implements RunListener {

        private final int cells;
        private @Nullable Progress progress;
        private @Nullable StudyFolder results;
        private volatile int ended;

        Shown(int cells) {
            this.cells = cells;
        }

        void begin(Progress shown, StudyFolder folder) {
            progress = shown;
            results = folder;
            shown.says("0 of %d cells".formatted(cells));
        }

        @Override
        public void jobsEnded(long done, long all) {
            if (progress != null) {
                progress.at(done, all);
            }
        }

        String soFar(Path folder) {
            return "%d of %d cells are done; %s is not complete.".formatted(ended, cells, folder);
        }

        @Override
        public void cellsEnded(int done) {
            ended = done;
            if (progress != null && results != null) {
                progress.says("%d of %d cells".formatted(done, cells));
                try {
                    results.progress(done);
                } catch (IOException full) {
                    // What stops the manifest stops the reports too, and is told then.
                    progress.says("%d of %d cells, cannot write".formatted(done, cells));
                }
            }
        }
    }
}
