package dandori.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections whose other end dawdles: one that sends its request, or takes its answer, a
 * byte at a time would never be idle, and keep others out for ever.
 *
 * <p>The time that an answer takes to be found does not count, and what is a stream of events has
 * no end. One look over all connections twice a second.
 */
final class Patience extends Handler.Wrapper implements Connection.Listener {

    private static final Duration LOOKS = Duration.ofMillis(500);

    private final long askingNanos;
    private final long takingNanos;
    private final Map<EndPoint, Wait> waits = new ConcurrentHashMap<>();

    /** A wait for the other end; each is another, though it ends at the same time. */
    private static final class Wait {

        private final long endNanos; // Long.MAX_VALUE: it is not the other end that is waited for

        Wait(long endNanos) {
            this.endNanos = endNanos;
        }

        static Wait of(long nanos) {
            return new Wait(System.nanoTime() + nanos);
        }

        boolean isOver() {
            return endNanos != Long.MAX_VALUE && System.nanoTime() - endNanos > 0;
        }
    }

    /**
     * Patience of a server.
     *
     * @param asking for a request to come in, head and content, from the one before
     * @param taking for an answer to be taken, from when it is there
     */
    Patience(Duration asking, Duration taking) {
        this.askingNanos = asking.toNanos();
        this.takingNanos = taking.toNanos();
    }

    /** Stands within what reads the content of requests and lets so many in at once. */
    Handler.Wrapper within() {
        return new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback)
                    throws Exception {
                EndPoint end = end(request);
                Wait answering = new Wait(Long.MAX_VALUE);
                waits.replace(end, answering);
                boolean isHandled = super.handle(request, response, callback);
                String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
                if (type == null || !type.startsWith("text/event-stream")) {
                    waits.replace(end, answering, Wait.of(takingNanos));
                }
                return isHandled;
            }
        };
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint end = end(request);
        waits.replace(end, Wait.of(askingNanos));
        Request.addCompletionListener(request, failure -> waits.replace(end, Wait.of(askingNanos)));
        return super.handle(request, response, callback);
    }

    private static EndPoint end(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    @Override
    public void onOpened(Connection connection) {
        waits.put(connection.getEndPoint(), Wait.of(askingNanos));
    }

    @Override
    public void onClosed(Connection connection) {
        waits.remove(connection.getEndPoint());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    private void lookLater() {
        getServer().getScheduler().schedule(this::look, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        waits.forEach((end, wait) -> {
            if (wait.isOver() && waits.remove(end, wait)) {
                end.close();
            }
        });
        if (isRunning()) {
            lookLater();
        }
    }
}
