package dandori.cli;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.results.CellFiles;
import dandori.results.FileHash;
import dandori.results.FolderLock;
import dandori.results.JobList;
import dandori.results.JsonText;
import dandori.results.MachineTree;
import dandori.results.Manifest;
import dandori.results.StreamedTables;
import dandori.results.WholeFile;
import dandori.scenario.DefaultPlacement;
import dandori.scenario.Outages;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import dandori.state.Situation;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.ImportedTrace;
import dandori.trace.KnownTrace;
import dandori.trace.StreamedJobs;
import dandori.trace.StreamedTrace;
import dandori.trace.TraceNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trace through one policy, from the file to the results.
 *
 * @param trace the trace and its machine
 * @param rules the rules
 * @param out the results folder, or null
 * @param force whether results of another call are replaced there
 * @param asParquet whether tables are written as Parquet files as well
 * @param keptJobs how many jobs are kept in memory; where a trace has more, and nothing asks for
 *     all of them at once, it streams
 * @param command the words of the call
 * @param files those that are read
 */
record Replay(
        ReplayTrace trace,
        ReplayRules rules,
        @Nullable Path out,
        boolean force,
        boolean asParquet,
        int keptJobs,
        List<String> command,
        List<Path> files) {

    /**
     * Runs it.
     *
     * @param progress how progress is shown
     * @param err where to
     */
    ReplayResult run(Progress.Form progress, PrintWriter err) throws IOException {
        String left = out == null ? "Nothing was written." : out + " is not complete.";
        Interruption watched = Interruption.watch(err, () -> left);
        try (watched) {
            return watchedRun(progress, err);
        }
    }

    private ReplayResult watchedRun(Progress.Form progress, PrintWriter err) throws IOException {
        long began = System.nanoTime();
        KnownTrace known;
        try (Progress shown = Progress.begin(progress, "reading", err)) {
            known = told(trace.read(shown::at, mayStream() ? keptJobs : Integer.MAX_VALUE));
        }
        Machine machine = trace.machine(known);
        ImportNote ofSize = trace.note(known);
        known = ofSize == null ? known : known.withReport(known.report().with(ofSize));
        checkPlacement(machine);
        if (out == null) {
            return play(known, machine, progress, err);
        }
        refuseForeign(out);
        FolderLock held = Folders.take(out);
        try {
            if (!force) { // once more: the log may have taken long to read
                EarlierReplay.refuseOther(out, command, files);
            }
            Manifest manifest = manifest();
            manifest.writeRunning(out, 0);
            ReplayResult result = play(known, machine, progress, err);
            WholeFile.write(
                    out.resolve("machine.json"),
                    JsonText.of(MachineTree.of(List.of(machine), List.of())));
            manifest.writeComplete(out, (System.nanoTime() - began) / 1e9);
            return result;
        } finally {
            held.close();
        }
    }

    /** Whether nothing asks for all jobs at once. */
    private boolean mayStream() {
        Machine given = trace.given();
        return rules.communication() == null
                && !rules.explains()
                && (given == null || !DefaultPlacement.hasGroups(given));
    }

    /** The names in a trace, and its jobs where they are kept. */
    static JobList names(KnownTrace known) {
        if (known instanceof ImportedTrace imported) {
            return JobList.of(imported.workload());
        }
        TraceNames names = ((StreamedTrace) known).names();
        return JobList.ofNames(names.organizations(), names.users(), names.partitions());
    }

    private ReplayResult play(
            KnownTrace known, Machine machine, Progress.Form progress, PrintWriter err)
            throws IOException {
        if (known instanceof StreamedTrace streamed) {
            return stream(streamed, machine, progress, err);
        }
        Workload workload = rules.told(((ImportedTrace) known).workload());
        Simulation simulation = Simulation.of(machine, workload);
        ReplayResult result = simulate(known, machine, simulation, progress, err);
        if (out != null) {
            new CellFiles(names(known), result.outcome()).write(out, about(machine), asParquet);
        }
        return result;
    }

    private ReplayResult stream(
            StreamedTrace known, Machine machine, Progress.Form progress, PrintWriter err)
            throws IOException {
        try (StreamedJobs jobs = known.jobs(rules.overrun() == Overrun.EXTEND)) {
            Simulation simulation =
                    Simulation.of(List.of(machine), () -> jobs)
                            .window(
                                    new Window(
                                            known.firstSubmitMillis(), known.lastSubmitMillis()));
            ZonedDateTime origin = known.origin();
            if (origin != null) {
                simulation.origin(origin);
            }
            if (out == null) {
                return simulate(known, machine, simulation, progress, err);
            }
            AtomicReference<ReplayResult> result = new AtomicReference<>();
            StreamedTables tables = new StreamedTables(names(known), machine, jobs::place);
            Outcome outcome =
                    tables.write(
                            out,
                            reader -> {
                                simulation.read(reader);
                                result.set(simulate(known, machine, simulation, progress, err));
                                return result.get().outcome();
                            });
            new CellFiles(names(known), outcome).writeBesideJobs(out, about(machine), asParquet);
            return result.get();
        }
    }

    private ReplayResult simulate(
            KnownTrace known,
            Machine machine,
            Simulation simulation,
            Progress.Form progress,
            PrintWriter err) {
        long beganRun = System.nanoTime();
        Rejections rejections = new Rejections(machine);
        Outcome outcome;
        try (Progress shown = Progress.begin(progress, "simulating", err)) {
            simulation
                    .policy(rules.policy())
                    .conventions(rules.conventions())
                    .overrun(rules.overrun())
                    .checking(rules.checking())
                    .network(rules.network().model())
                    .seed(rules.seed())
                    .explainWaits(rules.explains())
                    .recordEvents(out != null)
                    .recordLinks(out != null)
                    .series(out == null ? SeriesDetail.NONE : SeriesDetail.SAMPLED)
                    .read(rejections);
            Outages.announced(machine, known.origin()).forEach(simulation::outage);
            if (!(shown instanceof Progress.Silent)) {
                simulation.observe(new Ends(known.count(), shown));
            }
            outcome = simulation.run();
        }
        double runSeconds = (System.nanoTime() - beganRun) / 1e9;
        return new ReplayResult(known, machine, rules, outcome, rejections, runSeconds);
    }

    /** Refuses a placement that cannot work on the machine. */
    private void checkPlacement(Machine machine) {
        for (Pool pool : machine.pools()) {
            try {
                rules.policy().placement().forRun(machine, pool);
            } catch (IllegalArgumentException impossible) {
                throw new WrongCallException(
                        "--placement: " + impossible.getMessage(),
                        trace.given() == null
                                ? "'--machine NAME' with a machine that is wired so: dandori"
                                        + " catalogue machines."
                                : "another machine, or another placement: dandori catalogue"
                                        + " policies.");
            }
        }
    }

    /** Refuses a folder in which a replay would mix its files with others. */
    private static void refuseForeign(Path folder) throws IOException {
        String what = null;
        if (Files.exists(folder.resolve("cells"))) {
            what = "is the results folder of a study";
        } else if (Files.isDirectory(folder) && !Files.exists(folder.resolve(Manifest.NAME))) {
            try (Stream<Path> files = Files.list(folder)) {
                boolean isForeign = // hidden ones are leftovers of runs that were killed
                        files.anyMatch(file -> !file.getFileName().toString().startsWith("."));
                what = isForeign ? "holds files that are no results" : null;
            }
        }
        if (what != null) {
            throw new WrongCallException(
                    "--out: '%s' %s.".formatted(folder, what), "another folder.");
        }
    }

    /** The trace, whose report says what becomes of overruns here. */
    private KnownTrace told(KnownTrace read) {
        if (rules.overrun() == Overrun.KILL) {
            return read;
        }
        ImportReport report = read.report();
        List<ImportNote> notes = report.notes().stream().map(Replay::extended).toList();
        return read.withReport(
                new ImportReport(
                        report.trace(),
                        report.lines(),
                        report.jobLines(),
                        report.jobsUsed(),
                        notes));
    }

    private static ImportNote extended(ImportNote note) {
        return note.key().equals("run-beyond-estimate")
                ? new ImportNote(
                        note.key(),
                        note.kind(),
                        note.count(),
                        "run time beyond the estimate: estimate raised to it",
                        null)
                : note;
    }

    private Map<String, Object> about(Machine machine) {
        return ReplayTree.about(machine, rules);
    }

    private Manifest manifest() throws IOException {
        Map<String, String> inputs = new TreeMap<>(PlugIns.hashes());
        for (Path input : files) {
            if (FreePlace.isKept(input)) { // a pipe has been read
                inputs.put(input.toString(), FileHash.of(input));
            }
        }
        return new Manifest(Version.ofProgram(), command, List.of(rules.seed()), inputs, 1);
    }

    /** Counts jobs that have ended. */
    private static final class Ends implements Observer {

        private final long all;
        private final Progress shown;
        private long done;

        Ends(long all, Progress shown) {
            this.all = all;
            this.shown = shown;
        }

        @Override
        public void jobEnded(int job, Situation now) {
            if ((++done & 0xfff) == 0) {
                shown.at(done, all);
            }
        }
    }
}
