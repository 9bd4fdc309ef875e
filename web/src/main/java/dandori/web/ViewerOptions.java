package dandori.web;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a viewer serves, and to whom.
 *
 * @param results the folder with results folders; nothing outside it is ever read
 * @param host the address to listen on; {@code 127.0.0.1} for this machine alone
 * @param port the port; 0 for any that is free
 * @param allowRun whether scenarios may be run from the page, into new folders below {@code
 *     results}
 * @param failures is told of each failure that nobody foresaw, whose request is answered with 500
 */
public record ViewerOptions(
        Path results, String host, int port, boolean allowRun, Consumer<Throwable> failures) {

    /** The address at which only programs of the same machine can ask. */
    public static final String LOOPBACK = "127.0.0.1";

    /** A viewer that keeps its failures to itself. */
    public ViewerOptions(Path results, String host, int port, boolean allowRun) {
        this(results, host, port, allowRun, failure -> {});
    }
}
