package dandori.cli;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.metric.Observer;
import dandori.results.CellFiles;
import dandori.results.FileHash;
import dandori.results.FolderLock;
import dandori.results.JsonText;
import dandori.results.MachineTree;
import dandori.results.Manifest;
import dandori.results.WholeFile;
import dandori.scenario.Outages;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import dandori.state.Situation;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.ImportedTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trace through one policy, from the file to the results.
 *
 * @param trace the trace and its machine
 * @param rules the rules
 * @param out the results folder, or null
 * @param asParquet whether tables are written as Parquet files as well
 * @param command the words of the call
 */
record Replay(
        ReplayTrace trace,
        ReplayRules rules,
        @Nullable Path out,
        boolean asParquet,
        List<String> command) {

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
        ImportedTrace imported;
        try (Progress shown = Progress.begin(progress, "reading", err)) {
            imported = told(trace.read(shown::at));
        }
        Machine machine = trace.machine(imported);
        checkPlacement(machine);
        if (out == null) {
            return simulate(imported, machine, progress, err);
        }
        refuseForeign(out);
        FolderLock held = Folders.take(out);
        try {
            Manifest manifest = manifest();
            manifest.writeRunning(out, 0);
            ReplayResult result = simulate(imported, machine, progress, err);
            new CellFiles(imported.workload(), result.outcome())
                    .write(out, about(machine), asParquet);
            WholeFile.write(
                    out.resolve("machine.json"),
                    JsonText.of(MachineTree.of(List.of(machine), List.of())));
            manifest.writeComplete(out, (System.nanoTime() - began) / 1e9);
            return result;
        } finally {
            held.close();
        }
    }

    private ReplayResult simulate(
            ImportedTrace imported, Machine machine, Progress.Form progress, PrintWriter err) {
        Workload workload = rules.told(imported.workload());
        long beganRun = System.nanoTime();
        Outcome outcome;
        try (Progress shown = Progress.begin(progress, "simulating", err)) {
            Simulation simulation =
                    Simulation.of(machine, workload)
                            .policy(rules.policy())
                            .conventions(rules.conventions())
                            .overrun(rules.overrun())
                            .checking(rules.checking())
                            .network(rules.network().model())
                            .seed(rules.seed())
                            .explainWaits(rules.explains())
                            .recordEvents(out != null)
                            .series(out == null ? SeriesDetail.NONE : SeriesDetail.SAMPLED);
            Outages.announced(machine, workload.origin()).forEach(simulation::outage);
            if (!(shown instanceof Progress.Silent)) {
                simulation.observe(new Ends(workload.count(), shown));
            }
            outcome = simulation.run();
        }
        double runSeconds = (System.nanoTime() - beganRun) / 1e9;
        return new ReplayResult(imported, machine, rules, outcome, runSeconds);
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
    private ImportedTrace told(ImportedTrace read) {
        if (rules.overrun() == Overrun.KILL) {
            return read;
        }
        ImportReport report = read.report();
        List<ImportNote> notes = report.notes().stream().map(Replay::extended).toList();
        return new ImportedTrace(
                read.workload(),
                read.header(),
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
        inputs.put(trace.file().toString(), FileHash.of(trace.file()));
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
