package dandori.cli;

import org.jspecify.annotations.Nullable;

/** The words of a call are understood but cannot be meant. */
final class WrongCallException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With what is wrong and, on a line of its own after <em>Maybe</em>, what to try. */
    WrongCallException(String problem, @Nullable String maybe) {
        super(maybe == null ? problem : problem + "\nMaybe " + maybe);
    }
}
