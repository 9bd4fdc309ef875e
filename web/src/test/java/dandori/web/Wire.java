package dandori.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A connection on which a test sends what no browser would. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 100_000;

    private final Socket socket = new Socket();

    /** A connection to the server of an address. */
    Wire(URI to) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(to.getHost(), to.getPort()));
    }

    /**
     * An answer.
     *
     * @param status its status; 0 if the server closed the connection without one
     * @param text all that came, head and body
     */
    record Answer(int status, String text) {

        private static Answer of(byte[] came) {
            String text = new String(came, StandardCharsets.UTF_8);
            boolean isAnswer = text.startsWith("HTTP/1.1 ");
            return new Answer(isAnswer ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }

        String head() {
            return text.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    /** Sends lines and what follows, and returns what comes until the server closes. */
    static Answer ask(URI to, String... lines) throws IOException {
        try (Wire wire = new Wire(to)) {
            try {
                wire.send(String.join("\r\n", lines));
            } catch (SocketException closed) {
                // before all was sent; there may be an answer nevertheless
            }
            return wire.rest();
        }
    }

    /** A request of one kind for a target, as a browser sends it, and its answer. */
    static Answer get(URI to, String target, String... more) throws IOException {
        return ask(
                to,
                "GET " + target + " HTTP/1.1",
                "Host: " + to.getAuthority(),
                String.join("\r\n", more) + (more.length > 0 ? "\r\n" : "") + "Connection: close",
                "",
                "");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Socket socket() {
        return socket;
    }

    /** What comes at first. */
    Answer first() throws IOException {
        byte[] some = new byte[8_192];
        return Answer.of(Arrays.copyOf(some, Math.max(0, socket.getInputStream().read(some))));
    }

    /** What comes until the server closes, in whatever way. */
    Answer rest() {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[8_192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                came.write(some, 0, read);
            }
        } catch (IOException reset) {
            if (reset instanceof SocketTimeoutException hanging) {
                throw new AssertionError("The server neither answers nor closes.", hanging);
            }
        }
        return Answer.of(came.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
