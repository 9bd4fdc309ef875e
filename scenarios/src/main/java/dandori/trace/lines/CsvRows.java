package dandori.trace.lines;

import dandori.trace.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a table of text, as bytes: fields between delimiters, in quotes if need be (RFC
 * 4180), lines that end with LF or CRLF. A mark of UTF-8 at the beginning is passed over.
 *
 * <p>A row is at most {@link #LONGEST} bytes long. A quote that is never closed makes a bad row of
 * its own line only, and the next line is read anew. Nothing is allocated for a row.
 *
 * <p>Cost: O(1) a byte. Lines that are taken back are read again; where that is more than {@value
 * #REREAD} times what there is, quotes within them may not span lines any more.
 */
public final class CsvRows {

    /** The longest row, in bytes. */
    public static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final int SEEN = 4_096;
    private static final int MOST_NAMES = 1 << 16; // texts that are made once only
    private static final int LONGEST_NAME = 64; // bytes
    private static final int REREAD = 8;
    private static final String DELIMITERS = ",;\t|";

    /** What a row is. */
    public enum Kind {
        /** Fields. */
        ROW,
        /** Nothing but blanks. */
        BLANK,
        /** More than {@link #LONGEST} bytes; passed over. */
        TOO_LONG,
        /** A field whose quote is not closed; its line was passed over. */
        OPEN_QUOTE,
        /** The end of the file. */
        END
    }

    private final InputStream in;
    private final byte delimiter;
    private final Names names = new Names();

    private byte[] buffer = new byte[BUFFER + 1]; // behind the limit stands a line feed
    private int limit; // bytes in the buffer
    private int start; // where the row begins
    private int next; // where the next row begins
    private boolean atEnd; // no more bytes to come
    private long passed; // bytes before the buffer
    private long openFrom; // from here, in bytes of the file,
    private long openUntil; // to here no quote closes a field
    private long rereadBytes; // of lines that were taken back
    private long singleUntil; // to here, in bytes of the file, no field spans lines

    private int[] from = new int[32];
    private int[] to = new int[32];
    private boolean[] quoted = new boolean[32];
    private int count;
    private boolean hasQuotes; // some field of the row was in quotes
    private long rows;
    private boolean ended; // the row ends with a line end

    /**
     * The rows of the given bytes, which whoever opened them closes.
     *
     * @param delimiter what stands between fields; 0: what stands most often in the first line
     */
    public CsvRows(InputStream in, char delimiter) throws IOException {
        this.in = in;
        has(SEEN - 1);
        this.delimiter = (byte) (delimiter == 0 ? seen() : delimiter);
        if (has(2) && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
            next = buffer[2] == (byte) 0xBF ? 3 : 0;
        }
    }

    private char seen() {
        int p = 0;
        while (p < limit && (buffer[p] == '#' || buffer[p] == '\r' || buffer[p] == '\n')) {
            while (p < limit && buffer[p] != '\n') {
                p++;
            }
            p++;
        }
        int[] counts = new int[DELIMITERS.length()];
        boolean inQuotes = false;
        for (; p < limit && (inQuotes || buffer[p] != '\n'); p++) {
            inQuotes ^= buffer[p] == '"';
            int index = inQuotes ? -1 : DELIMITERS.indexOf(buffer[p]);
            if (index >= 0) {
                counts[index]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }

    /** Reads on by one row. */
    public Kind next() throws IOException {
        start = next;
        count = 0;
        ended = false;
        if (!has(0)) {
            return Kind.END;
        }
        rows++;
        hasQuotes = false;
        if (isPlain()) {
            dropReturn();
            return count == 1 && isBlank(from[0], to[0]) ? Kind.BLANK : Kind.ROW;
        }
        count = 0;
        int p = 0;
        boolean isBlank = true;
        while (true) {
            if (has(p) && at(p) == '"') {
                isBlank = false;
                p = quoted(p);
            } else {
                int first = p;
                while (p <= LONGEST && has(p) && !isStop(at(p))) {
                    isBlank &= at(p) == ' ' || at(p) == '\t' || at(p) == '\r';
                    p++;
                }
                add(first, p);
            }
            if (p < 0) {
                return passOverLine();
            }
            if (p > LONGEST) {
                return passOver(p);
            }
            if (!has(p) || at(p) == '\n') {
                break;
            }
            isBlank = false;
            p++;
        }
        ended = has(p);
        next = start + p + (ended ? 1 : 0);
        dropReturn();
        return isBlank && count == 1 ? Kind.BLANK : Kind.ROW;
    }

    /**
     * Whether the whole row is in the buffer, and nothing of it in quotes; takes its fields then.
     * Nearly all rows are, and this is the quick way: a look at each byte.
     */
    private boolean isPlain() {
        byte[] bytes = buffer;
        byte stop = delimiter;
        int[] begins = from;
        int[] ends = to;
        int begin = start;
        int last = Math.min(limit, start + LONGEST);
        int field = 0;
        int p = begin;
        while (field < begins.length && bytes[p] != '"') {
            begins[field] = p - begin;
            byte b = bytes[p];
            while (b != stop && b != '\n') {
                b = bytes[++p];
            }
            ends[field++] = p - begin;
            if (p >= last) {
                return false;
            }
            p++;
            if (b == '\n') {
                count = field;
                ended = true;
                next = p;
                return true;
            }
        }
        return false;
    }

    private boolean isBlank(int first, int end) {
        for (int p = first; p < end; p++) {
            if (at(p) != ' ' && at(p) != '\t' && at(p) != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean isStop(byte b) {
        return b == delimiter || b == '\n';
    }

    /** Reads a field in quotes; where it ends, −1 if its quote is not closed. */
    private int quoted(int at) throws IOException {
        int p = at + 1;
        int first = p;
        boolean isSingle = passed + start + at < singleUntil;
        boolean isKnownOpen = false;
        while (true) {
            if (!isSingle && has(p) && at(p) != '"' && isKnownOpen(p)) {
                isKnownOpen = true;
                p = (int) (openUntil - passed - start);
            }
            while (p <= LONGEST && has(p) && at(p) != '"' && !(isSingle && at(p) == '\n')) {
                p++;
            }
            if (isSingle && has(p) && at(p) == '\n') {
                return -1;
            }
            if (p > LONGEST || !has(p)) {
                openFrom = isKnownOpen ? openFrom : passed + start + first;
                openUntil = passed + start + p;
                return -1;
            }
            if (has(p + 1) && at(p + 1) == '"') {
                p += 2;
            } else if (closes(p + 1)) {
                add(first, p);
                quoted[count - 1] = true;
                hasQuotes = true;
                p++;
                return has(p) && at(p) == '\r' ? p + 1 : p;
            } else {
                p++; // a quote within
            }
        }
    }

    /**
     * Whether a search from here, not within a run of quotes, is known to find none that closes.
     */
    private boolean isKnownOpen(int p) {
        long place = passed + start + p;
        return place >= openFrom && place < openUntil;
    }

    private boolean closes(int p) throws IOException {
        return !has(p) || isStop(at(p)) || at(p) == '\r' && (!has(p + 1) || at(p + 1) == '\n');
    }

    private void add(int first, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
        quoted[count] = false;
        from[count] = first;
        to[count++] = end;
    }

    private void dropReturn() {
        int last = count - 1;
        if (!(hasQuotes && quoted[last]) && to[last] > from[last] && at(to[last] - 1) == '\r') {
            to[last]--;
        }
    }

    /** Whether a quoted field holds a line end. */
    public boolean spansLines() throws IOException {
        for (int p = 0; p < next - start - 1; p++) {
            if (at(p) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Passes over the first line of the row only, and will read on behind it. */
    public void takeBackLines() throws IOException {
        long end = passed + next;
        passOverLine();
        rereadBytes += end - passed - next;
        if (rereadBytes > (long) REREAD * (LONGEST + end)) {
            singleUntil = end;
        }
    }

    /** How many bytes of lines that were taken back are read again. */
    long rereadBytes() {
        return rereadBytes;
    }

    /** Makes the fields ready to be asked for; the lines of the row cannot be taken back then. */
    public void settle() {
        for (int field = 0; hasQuotes && field < count; field++) {
            if (quoted[field]) {
                quoted[field] = false;
                single(field);
            }
        }
    }

    /** Makes one quote of two. */
    private void single(int field) {
        int target = start + from[field];
        int end = start + to[field];
        for (int p = target; p < end; p++) {
            buffer[target++] = buffer[p];
            if (buffer[p] == '"' && p + 1 < end && buffer[p + 1] == '"') {
                p++;
            }
        }
        to[field] = target - start;
    }

    private Kind passOverLine() throws IOException {
        int p = 0;
        while (p <= LONGEST && has(p) && at(p) != '\n') {
            p++;
        }
        if (p > LONGEST) {
            return passOver(p);
        }
        next = start + p + (has(p) ? 1 : 0);
        count = 0;
        return Kind.OPEN_QUOTE;
    }

    private Kind passOver(int from) throws IOException {
        start += from;
        while (has(0) && at(0) != '\n') {
            start++;
        }
        next = start + (has(0) ? 1 : 0);
        count = 0;
        return Kind.TOO_LONG;
    }

    private byte at(int p) {
        return buffer[start + p];
    }

    /** Whether there is a byte so far behind the beginning of the row; reads more if need be. */
    private boolean has(int p) throws IOException {
        return start + p < limit || (!atEnd && fill(p));
    }

    private boolean fill(int p) throws IOException {
        while (start + p >= limit) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, limit - start);
                limit -= start;
                passed += start;
                start = 0;
            }
            if (limit == buffer.length - 1) {
                buffer = Arrays.copyOf(buffer, 2 * limit + 1);
            }
            int read = in.read(buffer, limit, buffer.length - 1 - limit);
            limit += Math.max(read, 0);
            buffer[limit] = '\n';
            if (read < 0) {
                atEnd = true;
                return false;
            }
        }
        return true;
    }

    /** How many fields the row has. */
    public int count() {
        return count;
    }

    /** How many rows were read. */
    public long rows() {
        return rows;
    }

    /** Whether a line end is behind the row: not, if the file was cut off in it. */
    public boolean isEnded() {
        return ended;
    }

    /** The bytes in which {@link #from} and {@link #to} count, until the next row is read. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where a field begins, without blanks before it. */
    public int from(int field) {
        int p = start + from[field];
        while (p < start + to[field] && buffer[p] == ' ') {
            p++;
        }
        return p;
    }

    /** Where a field ends, without blanks behind it. */
    public int to(int field) {
        int first = start + from[field];
        int p = start + to[field];
        while (p > first && buffer[p - 1] == ' ') {
            p--;
        }
        return p;
    }

    /** A field as text, without blanks around it. */
    public String text(int field) {
        return text(Math.min(from(field), to(field)), to(field));
    }

    /** A field as text, with the blanks around it. */
    public String wholeText(int field) {
        return text(start + from[field], start + to[field]);
    }

    /** A field as text without blanks around it, which is likely to come again. */
    public String name(int field) {
        int end = to(field);
        int first = from(field);
        boolean isPlain = end - first <= LONGEST_NAME && names.count() < MOST_NAMES;
        for (int p = first; isPlain && p < end; p++) {
            isPlain = buffer[p] >= 0;
        }
        if (first >= end || !isPlain) {
            return text(field);
        }
        return names.text(buffer, first, end);
    }

    /** Whether a field, which is not empty, begins with another character than a text does. */
    public boolean beginsOtherwise(int field, String text) {
        byte first = buffer[from(field)];
        return first >= 0 && !text.isEmpty() && first != text.charAt(0);
    }

    private String text(int first, int end) {
        return new String(buffer, first, end - first, StandardCharsets.UTF_8);
    }
}
