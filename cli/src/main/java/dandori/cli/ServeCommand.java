package dandori.cli;

import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
            "  ssh -L 8470:localhost:8470 login.example.org    (then http://localhost:8470/ here)",
            "",
            "Only programs of this machine can ask, unless --host names another address; then a token",
            "is needed, which stands in the address that is printed. Nothing leaves the machine."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int USUAL_PORT = 8470;
    private static final int INTERRUPTED = 130;

    @Parameters(
            paramLabel = "RESULTS_DIR",
            arity = "0..1",
            description = "The folder with results folders. Default: results.")
    private Path results = Path.of("results");

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "The port; 0 for any that is free. Default: 8470, or if that is taken any.")
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
    public Integer call() throws IOException {
        if (!Files.isDirectory(results)) {
            throw new WrongCallException(
                    Files.exists(results)
                            ? "RESULTS_DIR: '%s' is no folder.".formatted(results)
                            : "RESULTS_DIR: there is no folder '%s'.".formatted(results),
                    "'dandori run scenarios/examples/first-steps.yaml' first: it makes one.");
        }
        if (port != null && (port < 0 || port > 65_535)) {
            throw new WrongCallException(
                    "--port: must be from 0 to 65535, but is %d.".formatted(port), "8470.");
        }
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        try (Viewer viewer = start(line.getErr())) {
            Runtime.getRuntime().addShutdownHook(new Thread(viewer::close));
            out.printf("%s is served at %s%nCtrl-C ends it.%n", results, viewer.address());
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException ended) {
            return INTERRUPTED;
        }
    }

    private Viewer start(PrintWriter err) throws IOException {
        try {
            return start(port == null ? USUAL_PORT : port, err);
        } catch (BindException refused) {
            if (port == null && isTaken(refused)) {
                return start(0, err);
            }
            throw told(refused);
        } catch (UnknownHostException nowhere) {
            throw new WrongCallException(
                    "--host: there is no address '%s'.".formatted(host), "0.0.0.0, for all.");
        }
    }

    private Viewer start(int wanted, PrintWriter err) throws IOException {
        ViewerOptions options =
                new ViewerOptions(results, host, wanted, allowRun, failure -> print(failure, err));
        return Viewer.start(options, new ProgramDesk());
    }

    private void print(Throwable failure, PrintWriter err) {
        if (stackTrace) {
            failure.printStackTrace(err);
            err.flush();
        }
    }

    private static boolean isTaken(BindException refused) {
        return String.valueOf(refused.getMessage()).startsWith("Address already in use");
    }

    private WrongCallException told(BindException refused) {
        if (isTaken(refused)) {
            return new WrongCallException(
                    "--port: %d is taken by another program.".formatted(port),
                    "--port 0, for any that is free.");
        }
        if (String.valueOf(refused.getMessage()).startsWith("Permission denied")) {
            return new WrongCallException(
                    "--port: %d is kept for the system.".formatted(port), "8470.");
        }
        return new WrongCallException(
                "--host: '%s' is no address of this machine.".formatted(host),
                "0.0.0.0, for all that it has.");
    }
}
