package dandori.web;

import dandori.web.machine.Changes;
import dandori.web.machine.MachineRun;
import dandori.web.machine.MachineRuns;
import dandori.web.machine.Moment;
import dandori.web.timeline.MachinesTree;
import dandori.web.timeline.Run;
import dandori.web.timeline.RunAbout;
import dandori.web.timeline.RunMachine;
import dandori.web.timeline.Runs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machines of a study, and what each does at a time. */
final class MachineRoutes {

    private static final long PATIENCE_MILLIS = 300; // for a run that is quickly read
    private static final double MOST_SECONDS = 1e13;
    private static final int MOST_CHANGES = 5_000;
    private static final int MOST_NAMED = 300; // cells of which the summary is read
    private static final String TABLE = "jobs.csv.gz";

    private final ServedFolder folder;
    private final Runs runs;
    private final MachineRuns machines = new MachineRuns();

    MachineRoutes(ServedFolder folder, Runs runs) {
        this.folder = folder;
        this.runs = runs;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/machine", this::about);
        routes.get("/api/machine/state", this::state);
        routes.get("/api/machine/changes", this::changes);
        routes.get("/api/machine/history", this::history);
        routes.get("/api/machine/links", this::links);
        routes.get("/api/machine/load", this::load);
    }

    private void about(Context request) throws IOException {
        String at = Parameters.text(request, "at");
        Path place = folder.at(at);
        Path study = RunAbout.study(place, folder.root());
        List<String> problems = new ArrayList<>();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", at);
        tree.put("study", folder.name(study));
        tree.put("machines", MachinesTree.of(study, place, problems));
        tree.put("cells", cells(study));
        tree.put("problems", problems);
        Answers.send(request, tree);
    }

    /** A study's runs that have tables; itself where it is a run. */
    private List<Map<String, @Nullable Object>> cells(Path study) throws IOException {
        if (Files.isRegularFile(study.resolve(TABLE))) {
            return List.of(cell(study, true));
        }
        Path cells = study.resolve("cells");
        if (!Files.isDirectory(cells)) {
            return List.of();
        }
        try (Stream<Path> each = Files.list(cells)) {
            List<Path> tables =
                    each.filter(cell -> Files.isRegularFile(cell.resolve(TABLE))).sorted().toList();
            List<Map<String, @Nullable Object>> trees = new ArrayList<>();
            for (Path cell : tables) {
                if (isServed(cell)) {
                    trees.add(cell(cell, trees.size() < MOST_NAMED));
                }
            }
            return trees;
        }
    }

    /** Whether a cell lies in the served folder, and all its files. */
    private boolean isServed(Path cell) {
        try {
            return folder.at(folder.name(cell)).equals(cell);
        } catch (RefusedException elsewhere) {
            return false;
        }
    }

    private Map<String, @Nullable Object> cell(Path cell, boolean isNamed) {
        JsonNode summary =
                isNamed ? RunAbout.summaryOf(cell) : JsonMapper.shared().createObjectNode();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", folder.name(cell));
        tree.put("policy", summary.path("policy").stringValue(null));
        tree.put("seed", summary.path("seed").isNumber() ? summary.path("seed") : null);
        return tree;
    }

    private void state(Context request) throws InterruptedException {
        double time = Parameters.number(request, "time", 0, MOST_SECONDS);
        MachineRun machine = machine(request);
        if (machine != null) {
            Answers.send(request, Moment.tree(machine, time));
        }
    }

    private void changes(Context request) throws InterruptedException {
        double from = Parameters.number(request, "from", 0, MOST_SECONDS);
        double to = Parameters.number(request, "to", from, MOST_SECONDS);
        int most = Parameters.whole(request, "most", MOST_CHANGES, MOST_CHANGES);
        MachineRun machine = machine(request);
        if (machine != null) {
            Answers.send(request, Changes.tree(machine, from, to, most));
        }
    }

    private void history(Context request) throws InterruptedException {
        MachineRun machine = machine(request);
        if (machine != null) {
            Answers.send(request, machine.history().tree());
        }
    }

    private void links(Context request) throws InterruptedException {
        MachineRun machine = machine(request);
        if (machine != null) {
            Answers.send(request, machine.links().tree());
        }
    }

    private void load(Context request) throws InterruptedException {
        double time = Parameters.number(request, "time", 0, MOST_SECONDS);
        MachineRun machine = machine(request);
        if (machine != null) {
            Answers.send(request, machine.links().tree(time));
        }
    }

    /** The machine that is asked about; null while its run is read, which is told then. */
    private @Nullable MachineRun machine(Context request) throws InterruptedException {
        String at = Parameters.text(request, "at");
        Path place = folder.at(at);
        if (!Files.isRegularFile(place.resolve(TABLE))) {
            throw RefusedException.absent(
                    "at: '%s' holds no jobs.csv.gz.".formatted(at),
                    "a cell of a study that keeps tables (run: {keep: tables}).");
        }
        Run run = runs.at(place);
        run.await(PATIENCE_MILLIS);
        if (!run.isOver()) {
            Answers.send(request, Map.of("loaded", run.loaded()));
            return null;
        }
        String name = Parameters.text(request, "machine");
        RunMachine machine = run.machine(name);
        if (machine == null) {
            throw RefusedException.absent(
                    "machine: this run has none of the name '%s'.".formatted(name),
                    String.join(", ", run.jobs().machines()) + ".");
        }
        return machines.of(run, machine);
    }
}
