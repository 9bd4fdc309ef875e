package dandori.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How much the server takes on, so that ten thousand who ask at once are served or told to come
 * again, on two processors, however few files it may have open, and slow ones keep nobody waiting.
 *
 * <p>Connections beyond the limit are not accepted until others end: they wait in the system's
 * queue, and what that does not hold the other end tries again.
 *
 * <p>A thread is taken only for what is computed: requests are read whole before one is, and
 * answers are kept until they are whole and then sent by none.
 *
 * @param listening where the server listens
 * @param port the port; 0 for any that is free
 * @param limits how long slow ones are waited for
 */
record ServerLimits(Listening listening, int port, Patience.Limits limits) {

    /** How long slow ones are waited for where nobody says otherwise. */
    static final Patience.Limits USUAL =
            new Patience.Limits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10), // the server may be what is slow
                    Duration.ofSeconds(2));

    private static final int THREADS = 64;
    static final int MOST_CONNECTIONS = 1_000; // or half of what may be open
    private static final int LEAST_CONNECTIONS = 16;
    private static final int LEAST_AT_ONCE = 2; // requests that are being answered or sent
    private static final int FILES_A_REQUEST = 8; // open at once, at most
    private static final int MOST_WAITING = 1_000; // further ones; beyond that, 503
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int LARGEST_HEAD_BYTES = 16_384;
    private static final int LARGEST_REQUEST_BYTES = 2_000_000;
    private static final int LARGEST_KEPT_BYTES = 2_000_000; // of an answer; files are larger
    private static final String EVENTS = "/api/studies/events"; // an answer without an end

    void set(JavalinConfig config) {
        config.http.maxRequestSize = LARGEST_REQUEST_BYTES;
        config.http.generateEtags = true;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(6), null);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setDaemon(true);
        threads.setName("viewer");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(LARGEST_HEAD_BYTES);
        });
        config.jetty.modifyServletContextHandler(
                context -> context.setErrorHandler(new PlainErrors()));
        int most = mostConnections();
        Turns turns = turns(most);
        Patience patience = new Patience(limits, many -> many >= most / 4 * 3 || turns.isAwaited());
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new PlainErrors());
            server.insertHandler(chain(patience, turns));
            server.setStopTimeout(0);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, patience, most));
    }

    private Connector connector(
            Server server, HttpConfiguration http, Patience patience, int most) {
        ServerConnector connector =
                new ServerConnector(server, 1, 2, new HttpConnectionFactory(http));
        connector.setHost(listening.address().getHostAddress());
        connector.setPort(port);
        connector.setAcceptQueueSize(4_096);
        connector.setIdleTimeout(limits.taking().toMillis());
        connector.addEventListener(patience);
        connector.addBean(new NetworkConnectionLimit(most, connector)); // further ones wait outside
        return connector;
    }

    private static Turns turns(int mostConnections) {
        return new Turns(
                new Turns.Limits(mostAtOnce(mostConnections), MOST_WAITING, LONGEST_WAIT, EVENTS));
    }

    /** How many requests are answered at once beside so many connections. */
    static int mostAtOnce(int mostConnections) {
        return Math.max(LEAST_AT_ONCE, mostConnections / FILES_A_REQUEST);
    }

    private static Handler.Singleton chain(Patience patience, Turns turns) {
        EagerContentHandler content =
                new EagerContentHandler(
                        new EagerContentHandler.RetainedContentLoaderFactory(
                                LARGEST_REQUEST_BYTES, 0, true));
        content.includeMethod("POST"); // all others are refused, or their content is
        SizeLimitHandler size = new SizeLimitHandler(LARGEST_REQUEST_BYTES, -1);
        WholeAnswers kept = new WholeAnswers(LARGEST_KEPT_BYTES);
        Handler.Wrapper waiting = patience.waiting();
        Handler.Wrapper answering = patience.answering();
        patience.setHandler(size);
        size.setHandler(content);
        content.setHandler(waiting);
        waiting.setHandler(turns);
        turns.setHandler(kept);
        kept.setHandler(answering);
        return patience;
    }

    /** So many that half of the files that may still be opened are left for answers. */
    static int mostConnections() {
        try {
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            long files = (Long) beans.getAttribute(system, "MaxFileDescriptorCount");
            long open = (Long) beans.getAttribute(system, "OpenFileDescriptorCount");
            long half = Math.max(LEAST_CONNECTIONS, (files - open) / 2);
            return (int) Math.min(MOST_CONNECTIONS, half);
        } catch (JMException unknown) {
            return MOST_CONNECTIONS; // the system does not say
        }
    }
}
