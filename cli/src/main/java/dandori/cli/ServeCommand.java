package dandori.cli;

import dandori.web.Desk;
import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori serve}: the viewer. */
@Command(
        name = "serve",
        description = "Serves a page in which studies, machines and jobs can be looked at.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori serve results",
            "  dandori serve results --allow-run --port 9000",
            "",
            "Only programs of this machine can ask, unless --host names another address; then a token",
            "is needed, which stands in the address that is printed. Nothing leaves the machine."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int USUAL_PORT = 8470;

    @Parameters(
            paramLabel = "RESULTS_DIR",
            arity = "0..1",
            description = "The folder with results folders. Default: results.")
    private Path results = Path.of("results");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port. Default: 8470, or if that is taken any that is free.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: 127.0.0.1, for this machine alone.")
    private String host = ViewerOptions.LOOPBACK;

    @Option(
            names = "--allow-run",
            description = "Let the page run scenarios, into new folders below RESULTS_DIR.")
    private boolean allowRun;

    @Option(names = "--stacktrace", description = "Print a stack trace when something goes wrong.")
    boolean stackTrace;

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ServeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(results)) {
            throw new WrongCallException(
                    "RESULTS_DIR: there is no folder '%s'.".formatted(results),
                    "'dandori run scenarios/examples/first-steps.yaml' first: it makes one.");
        }
        if (port != null && (port < 0 || port > 65_535)) {
            throw new WrongCallException("--port: %d is no port.".formatted(port), "8470.");
        }
        try (Viewer viewer = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(viewer::close));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.printf("%s is served at %s%nCtrl-C ends it.%n", results, viewer.address());
            out.flush();
            new CountDownLatch(1).await(); // until interrupted
        }
        return 0;
    }

    private Viewer start() throws IOException {
        Desk desk = new ProgramDesk();
        Integer wanted = port;
        if (wanted != null) {
            return Viewer.start(new ViewerOptions(results, host, wanted, allowRun), desk);
        }
        try {
            return Viewer.start(new ViewerOptions(results, host, USUAL_PORT, allowRun), desk);
        } catch (IOException taken) {
            return Viewer.start(new ViewerOptions(results, host, 0, allowRun), desk);
        }
    }
}
