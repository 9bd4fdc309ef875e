package dandori.web.timeline;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A table of a results folder, line by line: CSV with a head, packed with gzip.
 *
 * <p>Numbers are read from the bytes as they stand; a text is made only where one is asked for.
 * Jackson's reader makes a text of every value, which takes thrice as long; the tests hold this one
 * to it.
 */
final class Table implements AutoCloseable {

    private static final int LONGEST_LINE_BYTES = 1 << 26;

    private final String name;
    private final CountedInput packed;
    private final InputStream in;
    private final List<String> columns;
    private byte[] bytes = new byte[1 << 16];
    private int filled; // bytes that are there
    private int next; // where the next line begins
    private int[] from = new int[32]; // where each value begins
    private int[] to = new int[32]; // and ends
    private boolean[] isQuoted = new boolean[32];
    private long line; // number of the line, the head is 1

    private Table(Path file) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.packed = new CountedInput(Files.newInputStream(file));
        try {
            this.in = new GZIPInputStream(packed, 1 << 16);
            this.columns = new ArrayList<>();
            int count = read();
            for (int i = 0; i < count; i++) {
                columns.add(text(i));
            }
        } catch (IOException | RuntimeException broken) {
            packed.close();
            throw broken;
        }
    }

    /**
     * Opens a table and reads its head.
     *
     * @throws DamagedTableException if it is packed wrongly
     */
    static Table open(Path file) throws IOException {
        try {
            return new Table(file);
        } catch (ZipException | EOFException broken) {
            throw damaged(String.valueOf(file.getFileName()), 1);
        }
    }

    private static DamagedTableException damaged(String name, long line) {
        return new DamagedTableException(
                "%s is damaged or cut short after line %,d.".formatted(name, line));
    }

    /** The names of the columns, in order. */
    List<String> columns() {
        return columns;
    }

    /** Which column has a name; −1 if none. */
    int column(String name) {
        return columns.indexOf(name);
    }

    /**
     * Which column has a name.
     *
     * @throws DamagedTableException if none
     */
    int needed(String name) throws DamagedTableException {
        int column = column(name);
        if (column < 0) {
            throw new DamagedTableException("%s has no column '%s'.".formatted(this.name, name));
        }
        return column;
    }

    /** How many bytes of the packed file have been read. */
    long packedBytes() {
        return packed.bytes();
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException {
        int count;
        try {
            count = read();
        } catch (ZipException | EOFException broken) {
            throw damaged(name, line);
        }
        if (count != 0 && count != columns.size()) {
            throw new DamagedTableException(
                    "%s, line %,d: %d values, but %d columns."
                            .formatted(name, line, count, columns.size()));
        }
        return count != 0;
    }

    boolean isEmpty(int column) {
        return column < 0 || from[column] == to[column];
    }

    /** A value as text; empty where there is no such column. */
    String text(int column) {
        if (column < 0) {
            return "";
        }
        int length = to[column] - from[column];
        String text = new String(bytes, from[column], length, StandardCharsets.UTF_8);
        return isQuoted[column] ? text.replace("\"\"", "\"") : text;
    }

    /** The bytes in which the values of this line stand, until the next line. */
    byte[] bytes() {
        return bytes;
    }

    boolean isQuoted(int column) {
        return isQuoted[column];
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    /** A whole number. */
    long whole(int column) throws DamagedTableException {
        return decimal(column, 0);
    }

    /** Milliseconds of a time in seconds; digits beyond the third decimal are cut off. */
    long millis(int column) throws DamagedTableException {
        return decimal(column, 3);
    }

    /** A number times a power of ten. */
    private long decimal(int column, int places) throws DamagedTableException {
        int at = from[column];
        int end = to[column];
        boolean isNegative = at < end && bytes[at] == '-';
        long value = 0;
        int decimals = -1; // before the point
        int digits = 0;
        for (at += isNegative ? 1 : 0; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9 && ++digits <= 18) {
                if (decimals < places) {
                    value = value * 10 + digit;
                    decimals += decimals < 0 ? 0 : 1;
                }
            } else if (bytes[at] == '.' && decimals < 0 && places > 0) {
                decimals = 0;
            } else {
                throw wrong(column);
            }
        }
        if (digits == 0) {
            throw wrong(column);
        }
        for (int i = Math.max(0, decimals); i < places; i++) {
            value *= 10;
        }
        if (value < 0 || value > Long.MAX_VALUE / 2) {
            throw wrong(column);
        }
        return isNegative ? -value : value;
    }

    /** What a page is told of a table that cannot be read: nothing of where it lies. */
    static String problem(String name, IOException broken) {
        return broken instanceof DamagedTableException damaged
                ? String.valueOf(damaged.getMessage())
                : name + " cannot be read.";
    }

    /** What to throw where a value is not what its column holds. */
    DamagedTableException wrong(int column) {
        String value = text(column);
        return new DamagedTableException(
                "%s, line %,d, column '%s': '%s' cannot be read."
                        .formatted(
                                name,
                                line,
                                columns.get(column),
                                value.length() > 40 ? value.substring(0, 40) + "…" : value));
    }

    /** Finds the values of the next line; how many there are, 0 at the end of the file. */
    private int read() throws IOException {
        int begin = next;
        int at = begin;
        int count = 0;
        line++;
        while (true) {
            int end = valueEnd(at, count);
            if (end < 0) {
                boolean isMore = fill(begin);
                if (!isMore && begin == 0) {
                    next = filled;
                    return filled == 0 ? 0 : count + 1; // the last line has no end
                }
                at = 0; // the line stands at the front now: begin it anew
                begin = 0;
                count = 0;
                continue;
            }
            count++;
            at = end + 1;
            if (end == filled || bytes[end] == '\n') {
                next = Math.min(at, filled);
                return count;
            }
        }
    }

    /** Where the value that begins at a place ends: at a comma or a line's end; −1 if not here. */
    private int valueEnd(int begin, int count) throws IOException {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            isQuoted = Arrays.copyOf(isQuoted, 2 * count);
        }
        isQuoted[count] = false;
        from[count] = begin;
        to[count] = Math.max(begin, filled); // if the file ends here
        if (begin < filled && bytes[begin] == '"') {
            return quotedEnd(begin, count);
        }
        for (int at = begin; at < filled; at++) {
            byte one = bytes[at];
            if (one == ',' || one == '\n') {
                to[count] = one == '\n' && at > begin && bytes[at - 1] == '\r' ? at - 1 : at;
                return at;
            }
        }
        return -1;
    }

    /** The same of a value in quotation marks, within which they are doubled. */
    private int quotedEnd(int begin, int count) throws IOException {
        int close = begin + 1;
        while (true) {
            while (close < filled && bytes[close] != '"') {
                close++;
            }
            if (close + 1 < filled && bytes[close + 1] == '"') {
                close += 2;
            } else {
                break;
            }
        }
        if (close + 1 >= filled) {
            to[count] = Math.min(close, filled); // if the file ends here
            from[count] = begin + 1;
            isQuoted[count] = true;
            return -1;
        }
        int end = close + 1;
        if (bytes[end] == '\r' && end + 1 < filled) {
            end++;
        }
        if (bytes[end] != ',' && bytes[end] != '\n') {
            throw new DamagedTableException(
                    "%s, line %,d: a quotation mark within a value.".formatted(name, line));
        }
        from[count] = begin + 1;
        to[count] = close;
        isQuoted[count] = true;
        return end;
    }

    /** Reads on, with the line that has begun at the front; false at the end of the file. */
    private boolean fill(int begin) throws IOException {
        if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, filled - begin);
            filled -= begin;
        }
        if (filled == bytes.length) {
            if (filled >= LONGEST_LINE_BYTES) {
                throw new DamagedTableException("%s, line %,d: too long.".formatted(name, line));
            }
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
