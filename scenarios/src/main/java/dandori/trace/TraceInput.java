package dandori.trace;

import java.io.InputStream;

/**
 * The bytes of a trace, unpacked, and what to call it.
 *
 * @param file the file as the user named it, for messages
 * @param name the name of the trace, for titles: the file's without folder and extensions
 * @param bytes the content from its beginning; whoever made it closes it
 */
public record TraceInput(String file, String name, InputStream bytes) {}
