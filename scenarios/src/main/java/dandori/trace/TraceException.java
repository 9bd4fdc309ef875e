package dandori.trace;

import org.jspecify.annotations.Nullable;

/**
 * A file cannot be used as a trace; the message says why, in one paragraph fit for a user.
 *
 * <p>First the file (and line), what was found and what was expected; where there is something to
 * try, a second line that begins with <em>Maybe</em>.
 */
public final class TraceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the two lines of the message, the second null where there is nothing to suggest. */
    public TraceException(String problem, @Nullable String maybe) {
        this(problem, maybe, null);
    }

    /** With the two lines of the message and what caused it. */
    public TraceException(String problem, @Nullable String maybe, @Nullable Throwable cause) {
        super(maybe == null ? problem : problem + "\n" + maybe, cause);
    }
}
