package dandori.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What anybody may send to the viewer, byte by byte. */
final class ViewerTargets {

    private static final int PATIENCE_MILLIS = 20_000;

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/page/app.js",
                    "/api/studies",
                    "/api/study?at=run",
                    "/api/study/file?at=run&name=report.html",
                    "/api/compare?at=run&at=run",
                    "/api/run?at=run/cells/0000",
                    "/api/run/jobs?at=run/cells/0000&machine=one&from=0&to=86400&columns=100&rows=4",
                    "/api/run/picture?at=run/cells/0000&machine=one&from=0&to=86400&width=100&height=90",
                    "/api/run/series?at=run/cells/0000&machine=one&from=0&to=86400&points=10",
                    "/api/run/search?at=run/cells/0000&text=us",
                    "/api/run/file?at=run/cells/0000&name=jobs.csv.gz",
                    "/api/machine?at=run&machine=one",
                    "/api/machine/state?at=run/cells/0000&machine=one&time=3600",
                    "/api/machine/history?at=run/cells/0000&machine=one",
                    "/api/machine/changes?at=run/cells/0000&machine=one&from=0&to=9000",
                    "/api/job?at=run/cells/0000&job=1",
                    "/api/scenario?at=run",
                    "/api/scenario/list",
                    "/api/scenario/schema");

    private ViewerTargets() {}

    /** The paths of all answers about the study {@code run}. */
    static List<String> paths() {
        return PATHS;
    }

    /** Requests for a server that is there. */
    static Target requests(URI server) {
        List<byte[]> seeds = new ArrayList<>();
        String rest =
                " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
        for (String path : PATHS) {
            seeds.add(Target.bytes("GET " + path + rest));
        }
        seeds.add(
                Target.bytes(
                        "POST /api/scenario/check HTTP/1.1\r\nHost: %s\r\nContent-Type:"
                                        .formatted(server.getAuthority())
                                + " application/json\r\nContent-Length: 12\r\nConnection:"
                                + " close\r\n\r\n{\"text\":\"a\"}"));
        return new Target("requests", seeds, bytes -> check(bytes, ask(server, bytes)));
    }

    /** What comes to a request, until the server closes. */
    static String ask(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            ByteArrayOutputStream came = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                in.transferTo(came);
            } catch (SocketException closed) {
                // before all was sent; there may be an answer nevertheless
            }
            return came.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * No answer is a failure of the server's, and none tells what it is made of; what was asked may
     * come back.
     */
    static void check(byte[] request, String answer) {
        String asked = new String(request, StandardCharsets.ISO_8859_1);
        boolean tells =
                Stream.of("\tat dandori.", "root:x:0")
                        .anyMatch(secret -> answer.contains(secret) && !asked.contains(secret));
        if (tells || answer.startsWith("HTTP/1.1 500")) {
            throw new IllegalStateException(answer);
        }
    }
}
