package dandori.trace;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a file in Standard Workload Format, one after the other, as numbers.
 *
 * <p>Bytes become numbers where they lie: nothing is allocated per line, and memory does not depend
 * on the length of lines. A byte costs about 1 ns, a line of 70 bytes about 80 ns, once compiled.
 *
 * <p>Fields are separated by blanks, tabs and carriage returns. A field is a decimal number with a
 * sign and an exponent if need be; {@link #values} holds its part before the point, and {@link
 * #thousandths} the three digits after it where {@link #decimals} says that there is a point.
 */
final class SwfLines {

    /** What a line turned out to be. */
    enum Kind {
        /** There is no further line. */
        END,
        /** Nothing but blanks. */
        BLANK,
        /** A comment; {@link #text} has it. */
        COMMENT,
        /** Numbers; {@link #fieldCount} says how many. */
        NUMBERS,
        /** Something that is no number stands in one of the first 18 fields. */
        WORDS,
        /** A number beyond 18 digits. */
        BEYOND_RANGE,
        /** Longer than {@link #LINE_LIMIT} bytes, and no comment. */
        TOO_LONG
    }

    static final int FIELDS = 18;
    static final int LINE_LIMIT = 8192;

    private static final int BUFFER = 1 << 17;
    private static final int PIECE =
            1 << 16; // above it, malloc maps and clears pages for each read
    private static final int DIGITS = 18; // what surely fits a long
    private static final int TOKEN_LIMIT = 64; // no number is longer
    private static final int SOUND = 0; // what oddField found
    private static final int NO_NUMBER = 1;
    private static final int HUGE = 2;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER + 3]; // buffer[limit] is always a line feed
    private int position; // of the next byte
    private int limit; // end of what was read
    private boolean ended; // nothing follows the limit
    private int lineStart;
    private int lineEnd;
    private int oddity; // SOUND, NO_NUMBER or HUGE: the worst field of the line

    final long[] values = new long[FIELDS];
    final int[] thousandths = new int[FIELDS]; // with the sign of the number
    int decimals; // bit i: field i + 1 was written with a point or an exponent
    int fieldCount; // counts beyond 18 too
    long lineNumber; // of the line last read, from 1
    boolean unended; // the line last read has no line feed

    SwfLines(InputStream in) throws IOException {
        this.in = in;
        refill();
        position = afterMark(buffer);
    }

    /** Where the text begins: behind the byte order mark of UTF-8, if there is one. */
    static int afterMark(byte[] head) {
        boolean marked =
                head.length > 2
                        && head[0] == (byte) 0xEF
                        && head[1] == (byte) 0xBB
                        && head[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** Reads the next line. */
    Kind next() throws IOException {
        if (limit - position <= LINE_LIMIT && !ended) {
            refill();
        }
        if (position >= limit) {
            return Kind.END;
        }
        lineNumber++;
        lineStart = position;
        int p = position;
        byte first = buffer[p];
        while (first == ' ' || first == '\t' || first == '\r') {
            first = buffer[++p];
        }
        if (first == '\n') {
            endLine(p);
            return lineEnd - lineStart > LINE_LIMIT ? Kind.TOO_LONG : Kind.BLANK;
        }
        if (first == ';') {
            endLine(lineFeed(p));
            return Kind.COMMENT;
        }
        endLine(parse(p));
        if (lineEnd - lineStart > LINE_LIMIT) {
            return Kind.TOO_LONG;
        }
        return oddity == SOUND ? Kind.NUMBERS : oddity == HUGE ? Kind.BEYOND_RANGE : Kind.WORDS;
    }

    /** The line last read, at most {@link #LINE_LIMIT} bytes of it, without its end. */
    String text() {
        int length = Math.min(lineEnd - lineStart, LINE_LIMIT);
        return new String(buffer, lineStart, length, StandardCharsets.UTF_8);
    }

    /**
     * The position of the line feed that ends a line of numbers; fills values and counts.
     *
     * <p>The common cases come first, since mispredicted branches are most of the cost: −1, and
     * digits that a blank follows.
     */
    private int parse(int start) {
        byte[] bytes = buffer;
        long[] into = values;
        int p = start;
        int field = 0;
        decimals = 0;
        oddity = SOUND;
        int c = bytes[p];
        while (true) {
            while (c == ' ' || c == '\t' || c == '\r') {
                c = bytes[++p];
            }
            if (c == '\n') {
                fieldCount = field;
                return p;
            }
            if (field == FIELDS) {
                return countFurther(p);
            }
            if (c == '-' && bytes[p + 1] == '1' && (bytes[p + 2] == ' ' || bytes[p + 2] == '\n')) {
                into[field++] = -1;
                p += 2;
                c = bytes[p];
                continue;
            }
            int token = p;
            long value = 0;
            while (c >= '0' && c <= '9') {
                value = 10 * value + (c - '0');
                c = bytes[++p];
            }
            if (c == ' ' && p > token && p - token <= DIGITS) {
                into[field++] = value;
            } else {
                p = odd(field++, token);
            }
            c = bytes[p];
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isEnd(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Takes a field of any form from its beginning; returns where it ends. */
    private int odd(int field, int token) {
        boolean negative = buffer[token] == '-';
        int first = negative ? token + 1 : token;
        int p = first;
        long whole = 0;
        while (isDigit(buffer[p])) {
            whole = 10 * whole + (buffer[p++] - '0');
        }
        boolean sound = p > first && p - first <= DIGITS;
        int fraction = 0;
        boolean pointed = buffer[p] == '.';
        if (pointed) {
            int scale = 100;
            while (isDigit(buffer[++p])) {
                fraction += scale * (buffer[p] - '0');
                scale /= 10;
            }
        }
        if (sound && isEnd(buffer[p])) {
            values[field] = negative ? -whole : whole;
            thousandths[field] = negative ? -fraction : fraction;
            decimals |= (pointed ? 1 : 0) << field;
            return p;
        }
        while (!isEnd(buffer[p])) {
            p++;
        }
        oddity = Math.max(oddity, general(field, token, p - token));
        return p;
    }

    /**
     * Takes a field with a plus sign, an exponent or very many digits, or finds that it is no
     * number.
     */
    private int general(int field, int token, int length) {
        if (length > TOKEN_LIMIT) {
            return NO_NUMBER;
        }
        try {
            String text = new String(buffer, token, length, StandardCharsets.ISO_8859_1);
            BigDecimal number = new BigDecimal(text);
            int exponent = number.precision() - number.scale();
            if (exponent < -TOKEN_LIMIT) {
                return NO_NUMBER;
            }
            if (number.signum() != 0 && exponent > DIGITS) {
                return HUGE; // before any arithmetic, which would write out 1e999999999
            }
            values[field] = number.longValue();
            BigDecimal rest = number.subtract(BigDecimal.valueOf(values[field]));
            thousandths[field] = rest.movePointRight(3).intValue();
            if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
                decimals |= 1 << field;
            }
            return SOUND;
        } catch (NumberFormatException notANumber) {
            return NO_NUMBER;
        }
    }

    /** Counts what stands behind the last field; returns where the line ends. */
    private int countFurther(int start) {
        int p = start;
        int count = FIELDS;
        boolean inside = false;
        while (buffer[p] != '\n') {
            boolean blank = isEnd(buffer[p]);
            if (!blank && !inside) {
                count++;
            }
            inside = !blank;
            p++;
        }
        fieldCount = count;
        return p;
    }

    private int lineFeed(int start) {
        int p = start;
        while (buffer[p] != '\n') {
            p++;
        }
        return p;
    }

    /**
     * Ends the line at the given line feed, or goes on to its real end if that lies beyond the
     * buffer.
     */
    private void endLine(int lineFeed) throws IOException {
        lineEnd = lineFeed;
        position = lineFeed + 1;
        unended = false;
        if (lineFeed < limit) {
            return;
        }
        position = limit;
        if (!ended) {
            skipRest();
        } else {
            unended = true;
        }
    }

    /** Skips the rest of a line of more than {@link #LINE_LIMIT} bytes, keeping its beginning. */
    private void skipRest() throws IOException {
        System.arraycopy(buffer, lineStart, buffer, 0, LINE_LIMIT);
        lineStart = 0;
        lineEnd = LINE_LIMIT + 1;
        while (true) {
            ended = fill(LINE_LIMIT);
            int p = lineFeed(LINE_LIMIT);
            if (p < limit || ended) {
                position = Math.min(p + 1, limit);
                unended = p == limit;
                return;
            }
        }
    }

    /**
     * Moves what is left to the front, and reads until the buffer is full or the file at its end.
     */
    private void refill() throws IOException {
        int left = limit - position;
        System.arraycopy(buffer, position, buffer, 0, left);
        position = 0;
        ended = fill(left);
    }

    /** Reads behind the given bytes; true if the file is at its end. */
    private boolean fill(int kept) throws IOException {
        limit = kept;
        boolean atEnd = false;
        while (limit < BUFFER && !atEnd) {
            int read = in.read(buffer, limit, Math.min(PIECE, BUFFER - limit));
            atEnd = read < 0;
            limit += Math.max(read, 0);
        }
        buffer[limit] = '\n';
        return atEnd;
    }
}
