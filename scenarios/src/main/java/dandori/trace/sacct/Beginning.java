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
 * @param isNamed whether they stand there, and were not told by the order of the fields
 * @param lines all that were read before the first job, the names the last of them
 * @param position where the next begins
 */
record Beginning(@Nullable Heading heading, boolean isNamed, List<String> lines, int position) {

    private static final int LINE_LIMIT = 1 << 16;

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
                return new Beginning(heading, true, lines, position);
            }
        }
        Heading usual = UsualOrders.of(lines);
        return usual == null
                ? new Beginning(null, true, lines, position)
                : new Beginning(usual, false, List.of(), 0);
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
