package dandori.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections whose other end dawdles: one that sends its request, or takes its answer, a
 * byte at a time would never be idle, and keep others out for ever. In a crowd it hurries, so that
 * who dawdles makes room.
 *
 * <p>The time that a request waits in the queue, or that its answer takes to be found, is not the
 * other end's. A large answer goes out in pieces, and each is to be taken in time, as each news of
 * a stream is. One look over all connections twice a second.
 */
final class Patience extends Handler.Wrapper implements Connection.Listener {

    private static final Duration LOOKS = Duration.ofMillis(500);
    private static final long NEVER = Long.MAX_VALUE;

    private final Limits limits;
    private final IntPredicate isCrowd;
    private final Map<EndPoint, Wait> waits = new ConcurrentHashMap<>();

    /**
     * How long the other end is waited for.
     *
     * @param asking for a request to come in, head and content, from the one before
     * @param taking for an answer to be taken, or a piece of a large one, from when it is there
     * @param askingInCrowd as asking, where others wait for it
     * @param takingInCrowd as taking, where others wait for it
     */
    record Limits(
            Duration asking, Duration taking, Duration askingInCrowd, Duration takingInCrowd) {}

    /** A wait for the other end; each is another, though it ends at the same time. */
    private static final class Wait {

        private final long beginNanos = System.nanoTime();
        private final long nanos; // NEVER: it is not the other end that is waited for
        private final long inCrowdNanos;

        Wait(long nanos, long inCrowdNanos) {
            this.nanos = nanos;
            this.inCrowdNanos = inCrowdNanos;
        }

        boolean isOver(boolean isCrowded) {
            long most = isCrowded ? Math.min(nanos, inCrowdNanos) : nanos;
            return most != NEVER && System.nanoTime() - beginNanos > most;
        }
    }

    /**
     * Patience of a server.
     *
     * @param isCrowd whether so many connections are a crowd just now
     */
    Patience(Limits limits, IntPredicate isCrowd) {
        this.limits = limits;
        this.isCrowd = isCrowd;
    }

    private Wait asking() {
        return new Wait(limits.asking().toNanos(), limits.askingInCrowd().toNanos());
    }

    private Wait taking() {
        return new Wait(limits.taking().toNanos(), limits.takingInCrowd().toNanos());
    }

    private static Wait thinking() {
        return new Wait(NEVER, NEVER);
    }

    /** Stands around the queue, within what reads the content of requests. */
    Handler.Wrapper waiting() {
        return new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback)
                    throws Exception {
                waits.replace(end(request), thinking());
                return super.handle(request, response, callback);
            }
        };
    }

    /** Stands around what answers, within the queue. */
    Handler.Wrapper answering() {
        return new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback)
                    throws Exception {
                EndPoint end = end(request);
                Wait thinking = thinking();
                waits.replace(end, thinking);
                Pieces pieces = new Pieces(request, response, end, thinking);
                boolean isHandled = super.handle(request, pieces, callback);
                if (!WholeAnswers.isStream(response)) {
                    waits.replace(end, thinking, taking()); // another request's stays
                }
                return isHandled;
            }
        };
    }

    /** An answer of which each piece is to be taken in time. */
    private final class Pieces extends Response.Wrapper {

        private final EndPoint end;
        private final Wait thinking; // that of this request

        Pieces(Request request, Response response, EndPoint end, Wait thinking) {
            super(request, response);
            this.end = end;
            this.thinking = thinking;
        }

        @Override
        public void write(boolean isLast, ByteBuffer piece, Callback written) {
            Wait taking = taking();
            waits.replace(end, taking);
            Callback taken = Callback.from(() -> waits.replace(end, taking, thinking), written);
            super.write(isLast, piece, taken);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint end = end(request);
        waits.replace(end, asking());
        Request.addCompletionListener(request, failure -> waits.replace(end, asking()));
        return super.handle(request, response, callback);
    }

    private static EndPoint end(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    @Override
    public void onOpened(Connection connection) {
        waits.put(connection.getEndPoint(), asking());
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
        boolean isCrowded = isCrowd.test(waits.size());
        waits.forEach((end, wait) -> {
            if (wait.isOver(isCrowded) && waits.remove(end, wait)) {
                end.close();
            }
        });
        if (isRunning()) {
            lookLater();
        }
    }
}
