package dandori.trace.sacct;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The jobs and steps of a log, one after the other, cut into fields where they lie: a line each, or
 * several, where a text holds line ends.
 *
 * <p>Nothing is allocated for a line. A byte costs about 1 ns where lines have as many fields as
 * there are columns; others are looked at again.
 */
final class Records {

    /** What was found. */
    enum Kind {
        /** A job or step. */
        RECORD,
        /** The names of columns, once more. */
        NAMES,
        /** Lines that are neither. */
        MISFIT,
        /** The same, and the text ends with it. */
        CUT_SHORT,
        /** A line of more than {@link LogText#LIMIT} bytes. */
        TOO_LONG
    }

    /** A text of more lines is not looked for. */
    private static final int LINES_LIMIT = 1_000;

    private static final int FIELDS_BEYOND = Alignment.SURPLUS_LIMIT + 100;

    private final LogText text;
    private Layout layout;
    private Alignment alignment;
    private boolean mayQuote;
    private int position; // of the next line
    private int start; // of the record
    private int end; // of the record, counted from its start
    private int[] cuts; // where delimiters stand, counted from the start
    private int cutCount;
    private boolean aligned;
    private int lines; // of the record
    private long lineNumber; // of its last line, from 1
    private Kind kind = Kind.MISFIT;

    /**
     * @param position where the first line begins
     * @param lineNumber how many lines stand before it
     */
    Records(LogText text, Layout layout, int position, long lineNumber) {
        this.text = text;
        this.position = position;
        this.lineNumber = lineNumber;
        this.layout = layout;
        this.mayQuote = layout.mayQuote();
        this.alignment = new Alignment(layout);
        this.cuts = new int[layout.count() + FIELDS_BEYOND];
    }

    /** Takes what follows by other columns. */
    void change(Layout layout) {
        this.layout = layout;
        this.mayQuote = layout.mayQuote();
        this.alignment = new Alignment(layout);
        this.cuts = new int[layout.count() + FIELDS_BEYOND];
    }

    /** Reads on; false at the end. */
    boolean next() throws IOException {
        while (true) {
            start = position;
            if (start >= text.limit() && !more()) {
                return false;
            }
            cutCount = 0;
            lines = 1;
            aligned = false;
            int feed = split(0);
            lineNumber++;
            if (feed < 0) {
                kind = Kind.TOO_LONG;
                skipLine();
                return true;
            }
            if (cutCount + 1 == layout.count() && looksRight(feed)) {
                kind = Kind.RECORD;
                endAt(feed);
                return true;
            }
            if (!isBlank(feed)) {
                kind = closerLook(feed);
                return true;
            }
            endAt(feed);
        }
    }

    private boolean more() throws IOException {
        text.more(start);
        start = 0;
        position = 0;
        return text.limit() > 0;
    }

    /** What was found. */
    Kind kind() {
        return kind;
    }

    /** How many lines it has. */
    int lines() {
        return lines;
    }

    /** The number of its last line, from 1. */
    long lineNumber() {
        return lineNumber;
    }

    /** How many fields it has. */
    int fieldCount() {
        return cutCount + 1;
    }

    /** Whether it has more fields than there are columns, and was put in order. */
    boolean isAligned() {
        return aligned && cutCount + 1 > layout.count();
    }

    byte[] bytes() {
        return text.bytes();
    }

    /** Where the value of a column begins. */
    int from(int column) {
        int from = rawFrom(column);
        return mayQuote && isQuoted(from, rawTo(column)) ? from + 1 : from;
    }

    /** Where it ends. */
    int to(int column) {
        int to = rawTo(column);
        return mayQuote && isQuoted(rawFrom(column), to) ? to - 1 : to;
    }

    private int rawFrom(int column) {
        int field = aligned ? alignment.first(column) : column;
        return start + (field == 0 ? 0 : cuts[field - 1] + 1);
    }

    private int rawTo(int column) {
        int field = aligned ? alignment.last(column) : column;
        return start + (field == cutCount ? end : cuts[field]);
    }

    private boolean isQuoted(int from, int to) {
        byte[] bytes = text.bytes();
        return to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"';
    }

    /** Its beginning as text. */
    String beginning(int length) {
        return new String(text.bytes(), start, Math.min(end, length), StandardCharsets.UTF_8);
    }

    /**
     * Finds the delimiters of the line that begins at the given place; where its line feed stands,
     * or −1 if it is too long. Both are counted from the start of the record.
     */
    private int split(int line) throws IOException {
        int before = cutCount;
        int p = start + line;
        while (true) {
            p = cut(p, start + line);
            boolean whole = p < text.limit() || text.isEnded();
            if (p - start - line > LogText.LIMIT) {
                return -1;
            }
            if (whole) {
                return p - start;
            }
            p -= start;
            text.more(start);
            start = 0;
            if (mayQuote) { // the end of a quoted field may have been out of sight
                p = line;
                cutCount = before;
            }
        }
    }

    /** Notes delimiters up to the next line feed. */
    private int cut(int from, int line) {
        byte[] bytes = text.bytes();
        byte delimiter = layout.delimiter();
        int[] into = cuts;
        int count = cutCount;
        int p = from;
        byte c = bytes[p];
        int begin = start;
        boolean quotes = mayQuote;
        while (c != '\n') {
            if (c == delimiter) {
                if (count < into.length) {
                    into[count++] = p - begin;
                }
            } else if (quotes && c == '"' && (p == line || bytes[p - 1] == delimiter)) {
                p = closing(bytes, p, delimiter);
            }
            c = bytes[++p];
        }
        cutCount = count;
        return p;
    }

    /** The quote that ends a quoted field, or the given one if there is none in the line. */
    private static int closing(byte[] bytes, int quote, byte delimiter) {
        for (int p = quote + 1; bytes[p] != '\n'; p++) {
            int next = bytes[p + 1];
            if (bytes[p] == '"' && (next == delimiter || next == '\n' || next == '\r')) {
                return p;
            }
        }
        return quote;
    }

    /** Whether the columns by which a line is known look right. */
    private boolean looksRight(int feed) {
        end = withoutReturn(0, feed);
        for (int column : layout.tellingKeys()) {
            if (!layout.shape(column).fits(text.bytes(), from(column), to(column))) {
                return false;
            }
        }
        return true;
    }

    private int withoutReturn(int line, int feed) {
        boolean has = feed > line && text.bytes()[start + feed - 1] == '\r';
        return has ? feed - 1 : feed;
    }

    private void endAt(int feed) {
        end = withoutReturn(0, feed);
        position = Math.min(start + feed + 1, text.limit());
    }

    private boolean isBlank(int feed) {
        byte[] bytes = text.bytes();
        for (int p = start; p < start + feed; p++) {
            if (bytes[p] != ' ' && bytes[p] != '\r' && bytes[p] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Adds line after line, until there is a record or another one begins. */
    private Kind closerLook(int firstFeed) throws IOException {
        boolean complete = cutCount + 1 == layout.count() && isJob(0, 0);
        int feed = firstFeed;
        endAt(feed);
        if (isNames(0, feed)) {
            return Kind.NAMES;
        }
        while (true) {
            if (isAlignable(0, 0, feed)) {
                aligned = true;
                endAt(feed);
                return Kind.RECORD;
            }
            int kept = cutCount;
            int line = feed + 1;
            boolean more = start + line < text.limit() || !text.isEnded();
            int next = more && lines < LINES_LIMIT && feed < LogText.LIMIT ? split(line) : -1;
            if (next < 0 || begins(line, kept, next)) {
                cutCount = kept;
                break;
            }
            lines++;
            lineNumber++;
            feed = next;
        }
        if (complete) { // one with a value that nobody knows
            lineNumber -= lines - 1;
            lines = 1;
            feed = firstFeed;
            cutCount = layout.count() - 1;
        }
        endAt(feed);
        boolean last = start + feed >= text.limit();
        return complete ? Kind.RECORD : last ? Kind.CUT_SHORT : Kind.MISFIT;
    }

    /** Whether a record begins with the given line. */
    private boolean begins(int line, int firstCut, int feed) {
        int fields = cutCount - firstCut + 1;
        boolean job = fields > layout.jobPlace() && isJob(line, firstCut);
        if (job && (layout.isJobFirst() || fields == layout.count())) {
            return true;
        }
        return isAlignable(line, firstCut, feed) || isNames(line, feed);
    }

    /** Whether the number of a job stands in its place, no text before it holding a delimiter. */
    private boolean isJob(int line, int firstCut) {
        int place = layout.jobPlace();
        int from = place == 0 ? line : cuts[firstCut + place - 1] + 1;
        boolean last = firstCut + place == cutCount;
        int to = last ? from : cuts[firstCut + place];
        boolean quoted = mayQuote && to - from >= 2 && text.bytes()[start + from] == '"';
        return !last
                && Shape.JOB.fits(
                        text.bytes(),
                        start + (quoted ? from + 1 : from),
                        start + (quoted ? to - 1 : to));
    }

    private boolean isAlignable(int line, int firstCut, int feed) {
        return alignment.fits(
                text.bytes(),
                start,
                start + line,
                cuts,
                firstCut,
                cutCount,
                start + withoutReturn(line, feed));
    }

    private boolean isNames(int line, int feed) {
        int length = withoutReturn(line, feed) - line;
        byte first = text.bytes()[start + line];
        boolean letter = (first | 32) >= 'a' && (first | 32) <= 'z' || first == '"' || first < 0;
        return letter && length < 8_192 && heading(line, length) != null;
    }

    private @Nullable Heading heading(int line, int length) {
        return Heading.of(new String(text.bytes(), start + line, length, StandardCharsets.UTF_8));
    }

    /** The names that stand here again. */
    @Nullable Heading names() {
        return heading(0, end);
    }

    private void skipLine() throws IOException {
        position = start;
        while (true) {
            byte[] bytes = text.bytes();
            int p = position;
            while (bytes[p] != '\n') {
                p++;
            }
            if (p < text.limit() || text.isEnded()) {
                position = Math.min(p + 1, text.limit());
                return;
            }
            text.more(p);
            position = 0;
        }
    }
}
