package dandori.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Answers so many requests at once and lets others wait in turn; who waits too long, or comes when
 * too many wait, is told to come again. Streams of events take no turn.
 *
 * <p>A turn ends with the answer, be it sent or failed. The server's own {@code QoSHandler} ends it
 * with the request, and of one whose content breaks off it is never told the end: some hundred such
 * would stop it for ever.
 */
final class Turns extends Handler.Wrapper {

    private final Limits limits;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * How many.
     *
     * @param atOnce are answered at once
     * @param waiting wait at most
     * @param longest waits one at most
     * @param events where streams of events are
     */
    record Limits(int atOnce, int waiting, Duration longest, String events) {}

    Turns(Limits limits) {
        this.limits = limits;
    }

    /** Whether there is anybody who waits. */
    synchronized boolean isAwaited() {
        return !waiting.isEmpty();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Request.getPathInContext(request).equals(limits.events())) {
            return super.handle(request, response, callback);
        }
        Turn turn = new Turn(request, response, callback);
        switch (place(turn)) {
            case NOW -> turn.begin();
            case LATER -> {}
            case NEVER -> turn.refuse();
        }
        return true;
    }

    private enum Place {
        NOW,
        LATER,
        NEVER
    }

    private synchronized Place place(Turn turn) {
        if (taken < limits.atOnce()) {
            taken++;
            return Place.NOW;
        }
        if (waiting.size() >= limits.waiting()) {
            return Place.NEVER;
        }
        turn.expiry =
                getServer()
                        .getScheduler()
                        .schedule(turn::expire, limits.longest().toMillis(), TimeUnit.MILLISECONDS);
        waiting.add(turn);
        return Place.LATER;
    }

    /** Ends a turn: the next takes it. */
    private void pass() {
        Turn next;
        synchronized (this) {
            next = waiting.poll();
            taken -= next == null ? 1 : 0;
        }
        if (next != null) {
            if (next.expiry != null) {
                next.expiry.cancel();
            }
            next.request.getContext().execute(next::begin);
        }
    }

    private synchronized boolean leaves(Turn turn) {
        return waiting.remove(turn);
    }

    /** A request in the queue, or in its turn. */
    private final class Turn implements Callback {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean isOver = new AtomicBoolean();
        private Scheduler.@Nullable Task expiry; // of one that waits

        Turn(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void begin() {
            try {
                if (!Turns.super.handle(request, response, this)) {
                    Response.writeError(request, response, this, HttpStatus.NOT_FOUND_404);
                }
                if (WholeAnswers.isStream(response)) {
                    end();
                }
            } catch (Throwable broken) { // else its turn would be taken for ever
                Response.writeError(request, response, this, broken);
            }
        }

        void expire() {
            if (leaves(this)) {
                refuse();
            }
        }

        void refuse() {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        }

        @Override
        public void succeeded() {
            end();
            callback.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            end();
            callback.failed(failure);
        }

        private void end() {
            if (isOver.compareAndSet(false, true)) {
                pass();
            }
        }
    }
}
