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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server with little patience: who dawdles is let go, and who waits for it is not. */
final class PatienceTest {

    private static final int LARGE_BYTES = 50_000_000; // more than the system takes for a reader

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CountDownLatch thought = new CountDownLatch(1);
    private URI address = URI.create("http://localhost/");

    @BeforeEach
    void start() throws Exception {
        Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
        Handler.Wrapper within = patience.within();
        within.setHandler(
                new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback)
                            throws Exception {
                        String path = request.getHttpURI().getPath();
                        if (path.equals("/thought")) {
                            thought.await();
                        }
                        int bytes = path.equals("/large") ? LARGE_BYTES : 2;
                        response.write(true, ByteBuffer.wrap(new byte[bytes]), callback);
                        return true;
                    }
                });
        patience.setHandler(within);
        connector.setHost("127.0.0.1");
        connector.addEventListener(patience);
        server.addConnector(connector);
        server.setHandler(patience);
        server.start();
        address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    @AfterEach
    void stop() throws Exception {
        thought.countDown();
        server.stop();
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedFor() throws Exception {
        try (Wire wire = new Wire(address)) {
            wire.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
            assertThat(dripUntilClosed(wire)).isTrue();
        }
    }

    @Test
    void norIsTheNextOneOfAConnection() throws Exception {
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
        try (Wire wire = new Wire(address);
                Wire other = new Wire(address)) {
            wire.send("GET /thought HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            other.send("GET / HTTP/1.1\r\nX: ");
            assertThat(dripUntilClosed(other)).as("longer than the patience").isTrue();
            thought.countDown();
            assertThat(wire.rest().status()).isEqualTo(200);
        }
    }
}
