package dandori.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How much the server takes on, so that ten thousand who ask at once are served or told to come
 * again, on two processors, and slow ones keep nobody waiting.
 *
 * <p>A thread is taken only for what is computed: requests are read whole before one is, and
 * answers are kept until they are whole and then sent by none.
 *
 * @param listening where the server listens
 * @param port the port; 0 for any that is free
 */
record ServerLimits(Listening listening, int port) {

    private static final int THREADS = 64;
    private static final int MOST_CONNECTIONS = 20_000;
    private static final int MOST_AT_ONCE = 256; // requests that are being answered or sent
    private static final int MOST_WAITING = 20_000; // further ones; beyond that, 503
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration ASKING = Duration.ofSeconds(30);
    private static final Duration TAKING = Duration.ofSeconds(60);
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
        Patience patience = new Patience(ASKING, TAKING);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new PlainErrors());
            server.insertHandler(chain(patience));
            server.setStopTimeout(0);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, patience));
    }

    private Connector connector(Server server, HttpConfiguration http, Patience patience) {
        ServerConnector connector =
                new ServerConnector(server, 1, 2, new HttpConnectionFactory(http));
        connector.setHost(listening.address().getHostAddress());
        connector.setPort(port);
        connector.setAcceptQueueSize(4_096);
        connector.setIdleTimeout(TAKING.toMillis());
        connector.addEventListener(patience);
        int most = (int) Math.min(MOST_CONNECTIONS, mostOpenFiles() / 2);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(most, connector);
        limit.setEndPointIdleTimeout(1_000); // who says nothing makes room
        connector.addBean(limit);
        return connector;
    }

    private static Handler.Singleton chain(Patience patience) {
        EagerContentHandler content =
                new EagerContentHandler(
                        new EagerContentHandler.RetainedContentLoaderFactory(
                                LARGEST_REQUEST_BYTES, 0, true));
        content.includeMethod("POST"); // all others are refused, or their content is
        SizeLimitHandler size = new SizeLimitHandler(LARGEST_REQUEST_BYTES, -1);
        QoSHandler queue = new QoSHandler();
        queue.setMaxRequestCount(MOST_AT_ONCE);
        queue.setMaxSuspendedRequestCount(MOST_WAITING);
        queue.setMaxSuspend(LONGEST_WAIT);
        queue.excludePath(EVENTS);
        WholeAnswers kept = new WholeAnswers(LARGEST_KEPT_BYTES);
        Handler.Wrapper answering = patience.within();
        patience.setHandler(size);
        size.setHandler(content);
        content.setHandler(queue);
        queue.setHandler(kept);
        kept.setHandler(answering);
        return patience;
    }

    /** How many files and connections a process may have open; many if the system does not say. */
    private static long mostOpenFiles() {
        try {
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            return (Long)
                    ManagementFactory.getPlatformMBeanServer()
                            .getAttribute(system, "MaxFileDescriptorCount");
        } catch (JMException unknown) {
            return Integer.MAX_VALUE;
        }
    }
}
