package dandori.trace;

import java.io.IOException;

/**
 * A format of traces; implementations are found with {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without parameters, keeps no state between calls,
 * and is named both in {@code module-info} ({@code provides}) and in {@code META-INF/services}.
 */
public interface TraceFormat {

    /** Its name in lower case, as commands know it: {@code swf}. */
    String name();

    /**
     * Whether a file that begins like this looks like this format.
     *
     * @param head the first bytes, unpacked; at most a few thousand, fewer if the file is short
     */
    boolean recognizes(byte[] head);

    /**
     * Reads a whole trace.
     *
     * @throws TraceException if the content is not of this format, or holds no job that can be used
     * @throws IOException if the bytes cannot be read; {@link Traces} explains it to the user
     */
    ImportedTrace read(TraceInput input, ImportRules rules) throws IOException;

    /**
     * Reads what stands before the first job.
     *
     * @throws IOException if the bytes cannot be read
     */
    TraceHeader readHeader(TraceInput input) throws IOException;
}
