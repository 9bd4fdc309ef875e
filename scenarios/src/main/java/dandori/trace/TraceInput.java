package dandori.trace;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a trace, unpacked, and what to call it.
 *
 * @param file the file as the user named it, for messages; of several the first and the last
 * @param name the name of the trace, for titles: the file's without folder and extensions
 * @param bytes the content from its beginning; whoever made it closes it
 * @param path the file itself, for formats that cannot be read from their beginning; null if it is
 *     packed, or no file
 * @param options what the user says about it
 */
public record TraceInput(
        String file, String name, InputStream bytes, @Nullable Path path, LogOptions options) {

    /** Bytes that are no file, of which nothing is said. */
    public TraceInput(String file, String name, InputStream bytes) {
        this(file, name, bytes, null, LogOptions.none());
    }

    /**
     * Says that a job, or what tells something of jobs, has been found in the bytes. Formats that
     * have to read on before they tell the first job say so; of others, jobs that are told count.
     */
    public void jobFound() {
        if (bytes instanceof WatchedBytes watched) {
            watched.jobFound();
        }
    }

    /** The file that is being read, for messages: {@link #file}, or one of several. */
    public String currentFile() {
        String one = bytes instanceof WatchedBytes watched ? watched.currentFile() : null;
        return one == null ? file : one;
    }

    /**
     * Goes on to the next file of the log, once {@link #bytes} have ended, which then go on with
     * it.
     *
     * @return the file, for messages; null if there is none
     */
    public @Nullable String nextFile() {
        return bytes instanceof WatchedBytes watched ? watched.nextFile() : null;
    }

    /** The same, read through other bytes. */
    TraceInput with(InputStream through) {
        return new TraceInput(file, name, through, path, options);
    }
}
