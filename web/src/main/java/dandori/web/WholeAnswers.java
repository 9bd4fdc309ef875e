package dandori.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps an answer until it is whole, and lets it be sent when the thread that found it is free
 * again, so that who takes it slowly holds no thread. What is larger, and streams of events, are
 * sent as they come.
 */
final class WholeAnswers extends Handler.Wrapper {

    private final int largestBytes;

    WholeAnswers(int largestBytes) {
        this.largestBytes = largestBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Kept kept = new Kept(request, response, callback);
        return super.handle(request, kept, kept);
    }

    /** Whether an answer goes on for as long as somebody listens. */
    static boolean isStream(Response response) {
        String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private final class Kept extends Response.Wrapper implements Callback {

        private final Callback callback;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean isPassedOn;

        Kept(Request request, Response response, Callback callback) {
            super(request, response);
            this.callback = callback;
        }

        @Override
        public void write(boolean isLast, ByteBuffer more, Callback written) {
            if (!isPassedOn
                    && !isStream(this)
                    && bytes.size() + BufferUtil.length(more) <= largestBytes) {
                byte[] copy = BufferUtil.toArray(more);
                BufferUtil.clear(more);
                bytes.write(copy, 0, copy.length);
                written.succeeded();
            } else if (isPassedOn || bytes.size() == 0) {
                isPassedOn = true;
                super.write(isLast, more, written);
            } else {
                isPassedOn = true;
                bytes.writeBytes(BufferUtil.toArray(more));
                BufferUtil.clear(more);
                super.write(isLast, ByteBuffer.wrap(bytes.toByteArray()), written);
                bytes.reset();
            }
        }

        @Override
        public void reset() {
            bytes.reset();
            super.reset();
        }

        @Override
        public void succeeded() {
            if (isPassedOn) {
                callback.succeeded();
            } else {
                super.write(true, ByteBuffer.wrap(bytes.toByteArray()), callback);
            }
        }

        @Override
        public void failed(Throwable failure) {
            callback.failed(failure);
        }
    }
}
