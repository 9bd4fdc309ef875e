package dandori.trace.lines;

import dandori.trace.TraceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Cuts bytes into lines, which end with LF or CR LF; the last one may have no end. A byte order
 * mark is passed over. What is no UTF-8 becomes U+FFFD. Lines go on in the next file of the log,
 * where there is one; no line goes on there.
 *
 * <p>Cost: O(1) a byte; at most the limit is kept of a line, however long it is.
 */
public final class LogLines {

    /** How many bytes a line may have: a megabyte. */
    public static final int LIMIT_BYTES = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final TraceInput input;
    private final InputStream in;
    private String file;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private byte[] line = new byte[1 << 10];
    private int length;
    private String text = "";
    private boolean tooLong;
    private boolean ended;
    private long number;
    private long count;

    /** The lines of the first bytes of a file; the last one may be cut. */
    public static Stream<String> ofHead(byte[] head) {
        return unmarked(new String(head, StandardCharsets.UTF_8)).lines();
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Lines of the given bytes, which whoever opened them closes. */
    public LogLines(TraceInput input) {
        this.input = input;
        in = input.bytes();
        file = input.currentFile();
    }

    /**
     * Reads on to the next line.
     *
     * @return whether there was one; false at the end
     * @throws IOException if the bytes cannot be read
     */
    public boolean next() throws IOException {
        while (!readLine()) {
            String next = input.nextFile();
            if (next == null) {
                return false;
            }
            file = next;
            number = 0;
        }
        return true;
    }

    private boolean readLine() throws IOException {
        length = 0;
        tooLong = false;
        ended = false;
        boolean any = false;
        while (!ended && fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(end);
            ended = end < filled;
            at = ended ? end + 1 : end;
        }
        if (!any) {
            return false;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (number == 0) {
            text = unmarked(text);
        }
        number++;
        count++;
        return true;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(in.read(buffer, 0, BUFFER), 0);
        return filled > 0;
    }

    private void keep(int end) {
        int more = Math.min(end - at, LIMIT_BYTES - length);
        tooLong |= more < end - at;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    /** The line last read, without its end. */
    public String text() {
        return text;
    }

    /** Whether it has more than {@link #LIMIT_BYTES}: the text then is its beginning. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** Whether it has a line end. */
    public boolean isEnded() {
        return ended;
    }

    /** Its file and its number there, from 1: {@code log:7}. */
    public String place() {
        return file + ":" + number;
    }

    /** How many lines were read. */
    public long count() {
        return count;
    }
}
