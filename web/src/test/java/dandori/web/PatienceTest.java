package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server with little patience: who dawdles is let go, and who waits for it is not. */
final class PatienceTest {

    private static final int PIECES = 40;
    private static final int PIECE_BYTES = 500_000;
    private static final int LARGE_BYTES = 50_000_000; // more than the system takes for a reader

    private static final Duration LITTLE = Duration.ofSeconds(1);
    private static final Duration MUCH = Duration.ofMinutes(10);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CountDownLatch thought = new CountDownLatch(1);
    private URI address = URI.create("http://localhost/");

    /** Starts a server that has little patience, or much unless three want something. */
    private void start(boolean hasMuch) throws Exception {
        Duration most = hasMuch ? MUCH : LITTLE;
        Patience patience =
                new Patience(
                        new Patience.Limits(most, most, LITTLE, LITTLE),
                        many -> hasMuch && many >= 3);
        Handler.Wrapper waiting = patience.waiting();
        Handler.Wrapper answering = patience.answering();
        waiting.setHandler(answering);
        answering.setHandler(
                new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback)
                            throws Exception {
                        String path = request.getHttpURI().getPath();
                        if (path.equals("/thought")) {
                            thought.await();
                        }
                        if (path.equals("/pieces")) {
                            pieces(response, PIECES, callback);
                            return true;
                        }
                        int bytes = path.equals("/large") ? LARGE_BYTES : 2;
                        response.write(true, ByteBuffer.wrap(new byte[bytes]), callback);
                        return true;
                    }
                });
        patience.setHandler(waiting);
        connector.setHost("127.0.0.1");
        connector.addEventListener(patience);
        server.addConnector(connector);
        server.setHandler(patience);
        server.start();
        address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    private static void pieces(Response response, int left, Callback callback) {
        response.write(
                left == 1,
                ByteBuffer.wrap(new byte[PIECE_BYTES]),
                left == 1
                        ? callback
                        : Callback.from(
                                () -> pieces(response, left - 1, callback), callback::failed));
    }

    @AfterEach
    void stop() throws Exception {
        thought.countDown();
        server.stop();
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedFor() throws Exception {
        start(false);
        try (Wire wire = new Wire(address)) {
            wire.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
            assertThat(dripUntilClosed(wire)).isTrue();
        }
    }

    @Test
    void norIsTheNextOneOfAConnection() throws Exception {
        start(false);
        try (Wire wire = new Wire(address)) {
            wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.first().status()).isEqualTo(200);
            wire.send("GET / HTTP/1.1\r\nX: ");
            assertThat(dripUntilClosed(wire)).isTrue();
        }
    }

    /** Sends a byte ten times a second; a server that waits for more is given up after a minute. */
    private static boolean dripUntilClosed(Wire wire) throws Exception {
        wire.socket().setSoTimeout(100);
        for (int byteSent = 0; byteSent < 600; byteSent++) {
            try {
                wire.send("x");
                if (wire.socket().getInputStream().read() < 0) {
                    return true;
                }
            } catch (java.net.SocketTimeoutException quiet) {
                // it still waits for more
            } catch (java.net.SocketException closed) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anAnswerThatIsNotTakenIsNotKept() throws Exception {
        start(false);
        try (Wire wire = new Wire(address)) {
            wire.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            while (connector.getConnectedEndPoints().isEmpty()) {
                Thread.onSpinWait();
            }
            while (!connector.getConnectedEndPoints().isEmpty()) {
                Thread.sleep(50); // for ever if it were kept
            }
            assertThat(wire.rest().text().length()).isLessThan(LARGE_BYTES);
        }
    }

    @Test
    void anAnswerThatIsLongThoughtOfIsWaitedFor() throws Exception {
        start(false);
        try (Wire wire = new Wire(address);
                Wire other = new Wire(address)) {
            wire.send("GET /thought HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            other.send("GET / HTTP/1.1\r\nX: ");
            assertThat(dripUntilClosed(other)).as("longer than the patience").isTrue();
            thought.countDown();
            assertThat(wire.rest().status()).isEqualTo(200);
        }
    }

    @Test
    void aLargeAnswerMayTakeLongerThanOneOfItsPieces() throws Exception {
        start(false);
        try (Wire wire = new Wire(address)) {
            wire.socket().setReceiveBufferSize(50_000);
            wire.send("GET /pieces HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            int read = 0;
            for (int piece = 0; piece < PIECES; piece++) {
                read += wire.socket().getInputStream().readNBytes(PIECE_BYTES).length;
                Thread.sleep(50); // two seconds in all
            }
            read += wire.rest().text().length();
            assertThat(read).isGreaterThanOrEqualTo(PIECES * PIECE_BYTES);
        }
    }

    @Test
    void inACrowdWhoDawdlesMakesRoom() throws Exception {
        start(true);
        try (Wire wire = new Wire(address);
                Wire other = new Wire(address);
                Wire third = new Wire(address)) {
            third.send("GET /thought HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            wire.send("GET / HTTP/1.1\r\nX: ");
            other.send("GET / HTTP/1.1\r\nX: ");
            assertThat(dripUntilClosed(wire)).isTrue();
            thought.countDown();
            assertThat(third.rest().status()).as("it is the server that is slow").isEqualTo(200);
        }
    }
}
