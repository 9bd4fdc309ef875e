package dandori.trace.sacct;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of a log, up to the names of the columns.
 *
 * @param heading the names; null if there are none
 * @param isBare whether the line of names ends in a delimiter, and those of jobs do not; the
 *     heading is then without its end
 * @param isNamed whether they stand there, and were not told by the order of the fields
 * @param lines all that were read before the first job, the names the last of them
 * @param position where the next begins
 */
record Beginning(
        @Nullable Heading heading,
        boolean isBare,
        boolean isNamed,
        List<String> lines,
        int position) {

    private static final int LINE_LIMIT = 1 << 16;
    private static final int LINES_AFTER = 20;

    static Beginning of(LogText text) throws IOException {
        List<String> lines = new ArrayList<>();
        int position = 0;
        while (lines.size() <= Heading.LINES_BEFORE) {
            int end = lineEnd(text, position);
            if (end == position && end >= text.limit()) {
                break;
            }
            boolean isReturn = end > position && text.bytes()[end - 1] == '\r';
            int length = Math.min(LINE_LIMIT, (isReturn ? end - 1 : end) - position);
            String line = new String(text.bytes(), position, length, StandardCharsets.UTF_8);
            lines.add(line);
            position = Math.min(end + 1, text.limit());
            Heading heading = Heading.of(line);
            if (heading != null) {
                boolean bare = heading.endsInDelimiter() && isBare(heading, text, position);
                Heading fitting = bare ? heading.withoutEnd() : heading;
                return new Beginning(fitting, bare, true, lines, position);
            }
        }
        Heading usual = UsualOrders.of(lines);
        return usual == null
                ? new Beginning(null, false, true, lines, position)
                : new Beginning(usual, false, false, List.of(), 0);
    }

    /**
     * Whether of the next lines none ends in the delimiter, and at least half have as many fields
     * as there are names without the empty one at the end.
     */
    private static boolean isBare(Heading heading, LogText text, int from) throws IOException {
        int position = from;
        int lines = 0;
        int fitting = 0;
        while (lines < LINES_AFTER) {
            int end = lineEnd(text, position);
            if (end >= text.limit()) {
                break; // the last line may be cut
            }
            int last = end > position && text.bytes()[end - 1] == '\r' ? end - 1 : end;
            if (last > position && !isNames(text.bytes(), position, last)) {
                lines++;
                if (text.bytes()[last - 1] == heading.delimiter()) {
                    return false;
                }
                fitting +=
                        fields(text.bytes(), position, last, heading.delimiter())
                                        == heading.names().size() - 1
                                ? 1
                                : 0;
            }
            position = end + 1;
        }
        return lines > 0 && 2 * fitting >= lines;
    }

    private static boolean isNames(byte[] bytes, int from, int to) {
        return Heading.of(new String(bytes, from, to - from, StandardCharsets.UTF_8)) != null;
    }

    private static int fields(byte[] bytes, int from, int to, byte delimiter) {
        int fields = 1;
        for (int p = from; p < to; p++) {
            fields += bytes[p] == delimiter ? 1 : 0;
        }
        return fields;
    }

    private static int lineEnd(LogText text, int position) throws IOException {
        int p = position;
        while (true) {
            while (text.bytes()[p] != '\n') {
                p++;
            }
            if (p < text.limit() || text.isEnded() || p > LogText.LIMIT) {
                return p;
            }
            text.more(0);
        }
    }
}
