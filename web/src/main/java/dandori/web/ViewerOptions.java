package dandori.web;

import java.nio.file.Path;

/**
 * What a viewer serves, and to whom.
 *
 * @param results the folder with results folders; nothing outside it is ever read
 * @param host the address to listen on; {@code 127.0.0.1} for this machine alone
 * @param port the port; 0 for any that is free
 * @param allowRun whether scenarios may be run from the page, into new folders below {@code
 *     results}
 */
public record ViewerOptions(Path results, String host, int port, boolean allowRun) {

    /** The address at which only programs of the same machine can ask. */
    public static final String LOOPBACK = "127.0.0.1";

    boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
}
