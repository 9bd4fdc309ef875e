package dandori.web;

import java.nio.file.Path;

/**
 * A study that was asked for.
 *
 * @param folder its results folder
 * @param state how it goes
 * @param printed what it said of what went wrong; empty if nothing did
 */
public record AskedStudy(Path folder, State state, String printed) {

    /** Whether it waits or runs. */
    public boolean isOpen() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** How a study goes. */
    public enum State {
        /** It waits for those before it. */
        QUEUED,
        /** It is played. */
        RUNNING,
        /** All of it is done. */
        DONE,
        /** It ended before it was done. */
        FAILED,
        /** It was ended by a reader. */
        CANCELLED
    }
}
