package dandori.results;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The lines of a CSV file in pieces, for tables whose lines are put into order later. */
final class CsvPieces {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvLines lines;
    private byte[] head = new byte[0]; // stands before the first piece

    CsvPieces(String columns) {
        lines = new CsvLines(bytes, columns);
    }

    /** Where to write the lines of a piece. */
    CsvLines lines() {
        return lines;
    }

    /** What was written since the last piece. */
    byte[] next() {
        lines.flush();
        byte[] piece = bytes.toByteArray();
        bytes.reset();
        if (head.length > 0 || piece.length == 0) {
            return piece;
        }
        int end = 0;
        while (piece[end] != '\n') {
            end++;
        }
        head = Arrays.copyOf(piece, end + 1);
        return Arrays.copyOfRange(piece, end + 1, piece.length);
    }

    /** The first line, once there is a piece. */
    byte[] head() {
        return head;
    }
}
