package dandori.trace;

import java.io.IOException;

/**
 * A format of traces; implementations are found with {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without parameters, keeps no state between calls,
 * and is named both in {@code module-info} ({@code provides}) and in {@code META-INF/services}. It
 * only says what the log says; which jobs are used, and what stands in for what is unknown, are the
 * same {@link ImportRules} for all.
 */
public interface TraceFormat {

    /** Its name in lower case, as commands know it: {@code swf}. */
    String name();

    /** What it is in a few words: {@code the Standard Workload Format}. */
    String title();

    /**
     * Whether a file that begins like this looks like this format. At most one format may say so of
     * the same bytes.
     *
     * @param head the first bytes, unpacked; at most a few thousand, fewer if the file is short
     */
    boolean recognizes(byte[] head);

    /**
     * Whether it reads tables with a {@linkplain LogOptions#mapping mapping} of the user's, if
     * there is one.
     */
    default boolean takesMapping() {
        return false;
    }

    /**
     * Whether files of this format in a folder are one text, read one after the other in order of
     * {@linkplain #firstMillis time}, since what one tells of a job may go on in the next. Such a
     * format reads its bytes through {@link dandori.trace.lines.LogLines}, or asks for {@link
     * TraceInput#nextFile}.
     */
    default boolean goesOnInNextFile() {
        return false;
    }

    /**
     * The time of the first record of a file that begins like this, to put files that are one text
     * in order: milliseconds since 1970, local times as if in UTC. {@link LogClock#NO_DATE} where
     * nothing tells it.
     *
     * @param head as in {@link #recognizes}
     */
    default long firstMillis(byte[] head) {
        return LogClock.NO_DATE;
    }

    /**
     * Begins to read a trace.
     *
     * @param findings where oddities are counted
     * @throws TraceException if the content is not of this format
     * @throws IOException if the bytes cannot be read; {@link Traces} explains it to the user
     */
    JobLog open(TraceInput input, Findings findings) throws IOException;
}
