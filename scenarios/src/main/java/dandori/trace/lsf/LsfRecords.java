package dandori.trace.lsf;

import dandori.trace.TraceInput;
import dandori.trace.lines.LogLines;
import dandori.trace.lines.LogNumbers;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Puts records together from lines. A record is a line; where a word in quotation marks is open at
 * its end, the lines that follow belong to it, up to one that begins a record.
 */
final class LsfRecords {

    private static final Pattern BEGINNING =
            Pattern.compile("\"[A-Z][A-Z_]*\" \"\\d+(?:\\.\\d+)*+\" \\d+ .*", Pattern.DOTALL);

    private final LogLines lines;
    private boolean hasLine; // one that was read and belongs to no record yet
    private String text = "";
    private boolean tooLong;
    private boolean open;
    private boolean begins;
    private String place = "";

    LsfRecords(TraceInput input) throws IOException {
        lines = new LogLines(input);
        hasLine = lines.next();
    }

    /** Whether the record begins as one does. */
    boolean begins() {
        return begins;
    }

    /** Whether a line begins a record. */
    static boolean isBeginning(String line) {
        return BEGINNING.matcher(line).matches();
    }

    /** The time of the record that a line begins. */
    static long millis(String beginning) {
        return LogNumbers.secondsInMillis(beginning.split(" ", 4)[2]);
    }

    boolean next() throws IOException {
        if (!hasLine) {
            return false;
        }
        StringBuilder record = new StringBuilder(lines.text());
        place = lines.place();
        tooLong = lines.isTooLong();
        open = isOpen(lines.text(), false);
        begins = isBeginning(lines.text());
        hasLine = lines.next();
        while (begins && open && hasLine && !isBeginning(lines.text())) {
            open = isOpen(lines.text(), true);
            tooLong |= lines.isTooLong() || record.length() > LogLines.LIMIT_BYTES;
            if (!tooLong) {
                record.append('\n').append(lines.text());
            }
            hasLine = lines.next();
        }
        text = record.toString();
        return true;
    }

    /** Whether a word in quotation marks is open at the end; two marks in one are no end. */
    private static boolean isOpen(String text, boolean before) {
        boolean open = before;
        for (int i = 0; i < text.length(); i++) {
            open ^= text.charAt(i) == '"';
        }
        return open;
    }

    String text() {
        return text;
    }

    /** Whether it has more than a megabyte. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether it breaks off within a word. */
    boolean isOpen() {
        return open;
    }

    /** The file and the number of its first line. */
    String place() {
        return place;
    }

    /** How many lines were read. */
    long lineCount() {
        return lines.count();
    }
}
