package dandori.web;

import dandori.web.timeline.Runs;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/**
 * The viewer of a folder with results folders: a page in the browser, served until it is closed.
 *
 * <p>It reads only files below that folder, and by itself asks nothing of any other machine. What
 * it needs of the program around it, it asks of a {@link Desk}.
 */
public final class Viewer implements AutoCloseable {

    private static final long MOST_JOBS = 30_000_000; // kept of all runs together

    private final ViewerOptions options;
    private final Patience.Limits limits;
    private final Listening listening;
    private final Doorkeeper doorkeeper;
    private final ServedFolder folder;
    private final Runs runs;
    private final Javalin server;
    private final @Nullable Desk desk;

    private Viewer(ViewerOptions options, @Nullable Desk desk, Patience.Limits limits)
            throws IOException {
        this.options = options;
        this.limits = limits;
        this.desk = desk;
        this.listening = Listening.at(options.host());
        this.doorkeeper = new Doorkeeper(listening, options.allowRun());
        this.folder = new ServedFolder(options.results());
        this.runs = new Runs(folder.root(), MOST_JOBS);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to serve what is there, without scenarios to change.
     *
     * @throws IOException if there is no such folder or host; a {@link java.net.BindException} with
     *     the system's words if the port cannot be had
     */
    public static Viewer start(ViewerOptions options) throws IOException {
        return start(options, null, ServerLimits.USUAL);
    }

    /**
     * Starts to serve.
     *
     * @param options what, and to whom
     * @param desk reads and plays scenarios; closed with the viewer
     * @throws IOException if there is no such folder or host; a {@link java.net.BindException} with
     *     the system's words if the port cannot be had
     */
    public static Viewer start(ViewerOptions options, Desk desk) throws IOException {
        return start(options, desk, ServerLimits.USUAL);
    }

    /** Starts to serve with other limits than the usual ones. */
    static Viewer start(ViewerOptions options, @Nullable Desk desk, Patience.Limits limits)
            throws IOException {
        Viewer viewer = new Viewer(options, desk, limits);
        try {
            viewer.server.start();
        } catch (RuntimeException taken) {
            viewer.close();
            throw cause(taken);
        }
        return viewer;
    }

    /** What the system said, without what the server says of it. */
    private static IOException cause(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IOException said ? said : new IOException(failure);
    }

    /** Where a browser finds the page; with the token, where one is asked for. */
    public URI address() {
        String token = doorkeeper.token();
        return URI.create(
                "http://%s:%d/%s"
                        .formatted(
                                listening.shown(),
                                server.port(),
                                token.isEmpty() ? "" : "?token=" + token));
    }

    @Override
    public void close() {
        server.stop();
        runs.close();
        if (desk != null) {
            desk.close();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = false;
        new ServerLimits(listening, options.port(), limits).set(config);
        add(config.routes);
    }

    private void add(RoutesConfig routes) {
        routes.before(doorkeeper::admit);
        routes.exception(
                RefusedException.class,
                (refused, request) ->
                        Answers.sendProblem(
                                request,
                                refused.status(),
                                String.valueOf(refused.getMessage()),
                                refused.hint()));
        routes.exception(
                HttpResponseException.class,
                (refused, request) ->
                        Answers.sendProblem(
                                request,
                                refused.getStatus(),
                                refused.getStatus() == 404
                                        ? "There is nothing at " + request.path() + "."
                                        : refused.getMessage() + ".",
                                ""));
        routes.exception(
                EofException.class, // who asked is gone: that is no failure of the server
                (gone, request) ->
                        Answers.sendProblem(request, 400, "The request breaks off.", ""));
        routes.exception(
                Exception.class,
                (broken, request) -> {
                    options.failures().accept(broken);
                    Answers.sendProblem(
                            request,
                            500,
                            "The server failed at this request.",
                            "'dandori serve --stacktrace': it prints why.");
                });
        new PageFiles().add(routes);
        new StudiesRoutes(folder).add(routes);
        new RunRoutes(folder, runs).add(routes);
        new MachineRoutes(folder, runs).add(routes);
        new FileRoutes(folder).add(routes);
        new ResultsRoutes(folder).add(routes);
        if (desk != null) {
            new ScenarioRoutes(folder, options, desk).add(routes);
        }
    }
}
