package dandori.web;

import dandori.web.timeline.Runs;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The viewer of a folder with results folders: a page in the browser, served until it is closed.
 *
 * <p>It reads only files below that folder, and by itself asks nothing of any other machine. What
 * it needs of the program around it, it asks of a {@link Desk}.
 */
public final class Viewer implements AutoCloseable {

    private static final int THREADS = 48;
    private static final int LARGEST_REQUEST_BYTES = 2_000_000;
    private static final long MOST_JOBS = 30_000_000; // kept of all runs together

    private final ViewerOptions options;
    private final Doorkeeper doorkeeper;
    private final ServedFolder folder;
    private final Javalin server;

    private final @Nullable Desk desk;

    private Viewer(ViewerOptions options, @Nullable Desk desk) throws IOException {
        this.options = options;
        this.desk = desk;
        this.doorkeeper = new Doorkeeper(options);
        this.folder = new ServedFolder(options.results());
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to serve what is there, without scenarios to change.
     *
     * @throws IOException if there is no such folder, or the port is taken
     */
    public static Viewer start(ViewerOptions options) throws IOException {
        return begin(new Viewer(options, null));
    }

    /**
     * Starts to serve.
     *
     * @param options what, and to whom
     * @param desk reads and plays scenarios; closed with the viewer
     * @throws IOException if there is no such folder, or the port is taken
     */
    public static Viewer start(ViewerOptions options, Desk desk) throws IOException {
        return begin(new Viewer(options, desk));
    }

    private static Viewer begin(Viewer viewer) throws IOException {
        ViewerOptions options = viewer.options;
        try {
            viewer.server.start();
        } catch (RuntimeException taken) {
            throw new IOException(
                    "port %d of %s: %s"
                            .formatted(options.port(), options.host(), taken.getMessage()),
                    taken);
        }
        return viewer;
    }

    /** Where a browser finds the page; with the token, where one is asked for. */
    public URI address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String shown = options.isLoopback() ? "localhost" : host;
        String token = doorkeeper.token();
        return URI.create(
                "http://%s:%d/%s"
                        .formatted(shown, server.port(), token.isEmpty() ? "" : "?token=" + token));
    }

    @Override
    public void close() {
        server.stop();
        if (desk != null) {
            desk.close();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.generateEtags = true;
        config.http.maxRequestSize = LARGEST_REQUEST_BYTES;
        config.jetty.host = options.host();
        config.jetty.port = options.port();
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
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
                Exception.class,
                (broken, request) ->
                        Answers.sendProblem(
                                request, 500, "The server failed: " + broken.getMessage(), ""));
        new PageFiles().add(routes);
        new StudiesRoutes(folder).add(routes);
        Runs runs = new Runs(MOST_JOBS);
        new RunRoutes(folder, runs).add(routes);
        new MachineRoutes(folder, runs).add(routes);
        new RunFileRoutes(folder).add(routes);
        new ResultsRoutes(folder).add(routes);
        if (desk != null) {
            new ScenarioRoutes(folder, options, desk).add(routes);
        }
    }
}
