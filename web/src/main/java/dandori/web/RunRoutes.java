package dandori.web;

import dandori.web.timeline.Colouring;
import dandori.web.timeline.GreatestInView;
import dandori.web.timeline.JobFile;
import dandori.web.timeline.JobSearch;
import dandori.web.timeline.JobsInView;
import dandori.web.timeline.Paint;
import dandori.web.timeline.Picture;
import dandori.web.timeline.Run;
import dandori.web.timeline.RunAbout;
import dandori.web.timeline.RunMachine;
import dandori.web.timeline.RunSeries;
import dandori.web.timeline.RunTree;
import dandori.web.timeline.Runs;
import dandori.web.timeline.Window;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A run on its nodes over time, and single jobs of it. */
final class RunRoutes {

    private static final long PATIENCE_MILLIS = 300; // for a run that is quickly read
    private static final int MOST_IN_VIEW = 5_000;
    private static final double MOST_SECONDS = 1e13;
    private static final int DRAWN_AT_ONCE = 2;
    private static final int SCANNED_AT_ONCE = 4; // each goes through whole tables

    private final ServedFolder folder;
    private final Runs runs;
    private final Semaphore drawing = new Semaphore(DRAWN_AT_ONCE);
    private final Semaphore scanning = new Semaphore(SCANNED_AT_ONCE);

    RunRoutes(ServedFolder folder, Runs runs) {
        this.folder = folder;
        this.runs = runs;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/run", this::about);
        routes.get("/api/run/series", this::series);
        routes.get("/api/run/picture", this::picture);
        routes.get("/api/run/jobs", this::jobs);
        routes.get("/api/run/job-at", this::jobAt);
        routes.get("/api/run/search", this::search);
        routes.get("/api/job", this::job);
    }

    private void about(Context request) throws InterruptedException {
        Run run = run(request);
        run.await(PATIENCE_MILLIS);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", folder.name(run.about().folder()));
        tree.put("study", folder.name(run.about().study()));
        tree.putAll(RunTree.of(run));
        Answers.send(request, tree);
    }

    private void series(Context request) {
        Answers.send(request, RunSeries.tree(place(request), Parameters.text(request, "machine")));
    }

    private void picture(Context request) throws InterruptedException {
        Run run = run(request);
        RunMachine machine = machine(request, run);
        Window window = window(request, run, machine);
        int width = size(request, "width", Picture.MOST_WIDTH);
        int height = size(request, "height", Picture.MOST_HEIGHT);
        String colour = request.queryParam("colour");
        Colouring colouring =
                Colouring.named(colour == null ? Colouring.ORGANIZATION.text() : colour);
        if (colouring == null) {
            throw RefusedException.wrong(
                    "colour: there is none by '%s'.".formatted(colour),
                    "organization, size, wait or state.");
        }
        String only = Parameters.text(request, "only");
        Paint paint = new Paint(colouring, only.isEmpty() ? null : only);
        if (isKnown(request, run)) {
            return;
        }
        drawing.acquire();
        try {
            request.contentType("image/png");
            request.result(Picture.png(run.jobs(), machine, window, width, height, paint));
        } finally {
            drawing.release();
        }
    }

    /** Says how long an answer holds; true if the browser has it. */
    private static boolean isKnown(Context request, Run run) {
        if (!run.isOver()) {
            request.header("Dandori-Loaded", "%.2f".formatted(run.loaded()));
            request.header("Cache-Control", "no-store");
            return false;
        }
        String tag = "\"" + run.stamp() + "\""; // the address says the rest
        request.header("ETag", tag);
        boolean isNamed = run.stamp().equals(request.queryParam("version"));
        request.header(
                "Cache-Control",
                isNamed ? "private, max-age=31536000, immutable" : "private, no-cache");
        boolean isThere = tag.equals(request.header("If-None-Match"));
        if (isThere) {
            request.status(304);
        }
        return isThere;
    }

    private void jobs(Context request) {
        Run run = run(request);
        RunMachine machine = machine(request, run);
        Window window = window(request, run, machine);
        int most = Parameters.whole(request, "most", MOST_IN_VIEW, MOST_IN_VIEW);
        String by = Parameters.text(request, "greatest");
        if (by.isEmpty()) {
            Answers.send(request, JobsInView.tree(run.jobs(), machine.name(), window, most));
            return;
        }
        Colouring colouring = Colouring.named(by);
        if (colouring != Colouring.SIZE && colouring != Colouring.WAIT) {
            throw RefusedException.wrong(
                    "greatest: there is none by '%s'.".formatted(by), "size or wait.");
        }
        Answers.send(
                request, GreatestInView.tree(run.jobs(), machine.name(), window, most, colouring));
    }

    private void jobAt(Context request) {
        Run run = run(request);
        RunMachine machine = machine(request, run);
        double time = Parameters.number(request, "time", 0, MOST_SECONDS);
        int node = Parameters.whole(request, "node", 0, Integer.MAX_VALUE - 1);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("job", JobsInView.at(run.jobs(), machine.name(), time, node));
        Answers.send(request, tree);
    }

    private void search(Context request) {
        Run run = run(request);
        int most = Parameters.whole(request, "most", 20, MOST_IN_VIEW);
        Answers.send(request, JobSearch.tree(run.jobs(), Parameters.text(request, "text"), most));
    }

    private void job(Context request) throws InterruptedException {
        String job = Parameters.text(request, "job");
        Path place = place(request);
        scanning.acquire();
        Map<String, @Nullable Object> tree;
        try {
            tree = JobFile.tree(RunAbout.of(place, folder.root()), job);
        } finally {
            scanning.release();
        }
        boolean isWhole = List.of().equals(tree.get("problems"));
        if (tree.get("job") == null && isWhole) {
            throw RefusedException.absent(
                    "job: this run has no job '%s'.".formatted(job), "the search of the run.");
        }
        Answers.send(request, tree);
    }

    private Run run(Context request) {
        return runs.at(place(request));
    }

    /** The folder of a run. */
    private Path place(Context request) {
        String at = Parameters.text(request, "at");
        Path place = folder.at(at);
        if (!Files.isRegularFile(place.resolve("jobs.csv.gz"))) {
            throw RefusedException.absent(
                    "at: '%s' holds no jobs.csv.gz.".formatted(at),
                    "a cell of a study that keeps tables (run: {keep: tables}).");
        }
        return place;
    }

    private static RunMachine machine(Context request, Run run) {
        String name = request.queryParam("machine");
        RunMachine machine =
                name == null && !run.machines().isEmpty()
                        ? run.machines().get(0)
                        : run.machine(name == null ? "" : name);
        if (machine == null && !run.isOver()) {
            return new RunMachine(name == null ? "" : name, "", 0, List.of());
        }
        if (machine == null) {
            throw RefusedException.absent(
                    "machine: this run has none of the name '%s'.".formatted(name),
                    String.join(", ", run.jobs().machines()) + ".");
        }
        return machine;
    }

    private static Window window(Context request, Run run, RunMachine machine) {
        double from = Parameters.number(request, "from", run.jobs().fromSeconds(), MOST_SECONDS);
        double to = Parameters.number(request, "to", run.jobs().toSeconds(), MOST_SECONDS);
        int first = Parameters.whole(request, "first", 0, Integer.MAX_VALUE - 1);
        int nodes =
                Parameters.whole(
                        request, "nodes", Math.max(1, machine.nodes()), Integer.MAX_VALUE - 1);
        if (request.queryParam("to") == null && to <= from) {
            to = from + 1; // a run in which nothing happened
        }
        if (from + (to - from) / Picture.MOST_WIDTH <= from) {
            throw RefusedException.wrong(
                    "to: it must be after from (%s), but is %s.".formatted(from, to), "");
        }
        if (nodes == 0) {
            throw RefusedException.wrong("nodes: it must be at least 1, but is 0.", "");
        }
        return new Window(from, to, first, nodes);
    }

    private static int size(Context request, String name, int most) {
        int pixels = Parameters.whole(request, name, 1000, most);
        if (pixels == 0) {
            throw RefusedException.wrong(name + ": it must be at least 1, but is 0.", "");
        }
        return pixels;
    }
}
