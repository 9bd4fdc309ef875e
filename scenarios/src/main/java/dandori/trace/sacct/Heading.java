package dandori.trace.sacct;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The line with the names of the columns.
 *
 * @param names as written, without quotes and widths ({@code JobID%20}); an empty one at the end
 *     where lines end in a delimiter
 */
record Heading(byte delimiter, List<String> names) {

    /** As many lines may stand before it: a call, warnings, blank lines. */
    static final int LINES_BEFORE = 20;

    Heading {
        names = List.copyOf(names);
    }

    /** What a line names; null if it is no line of names. */
    static @Nullable Heading of(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        int end = text.startsWith("\"") ? 1 : 0;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && "\"%0123456789-".indexOf(text.charAt(end)) >= 0) {
            end++; // a quote or a width
        }
        if (end == text.length() || text.charAt(end) <= ' ' && text.charAt(end) != '\t') {
            return null;
        }
        char delimiter = text.charAt(end);
        if (delimiter > 126) {
            return null;
        }
        List<String> names = split(text, delimiter);
        return isOfNames(names) ? new Heading((byte) delimiter, names) : null;
    }

    /** Whether the line ends in a delimiter, as with {@code --parsable}. */
    boolean endsInDelimiter() {
        return names.get(names.size() - 1).isEmpty();
    }

    /** The same names in a line that does not end in a delimiter. */
    Heading withoutEnd() {
        return endsInDelimiter()
                ? new Heading(delimiter, names.subList(0, names.size() - 1))
                : this;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static List<String> split(String text, char delimiter) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int p = 0; p <= text.length(); p++) {
            if (p == text.length() || text.charAt(p) == delimiter) {
                names.add(plain(text.substring(from, p)));
                from = p + 1;
            }
        }
        return names;
    }

    private static String plain(String name) {
        String plain = name.strip().replace("\"", "");
        int percent = plain.indexOf('%');
        return percent < 0 ? plain : plain.substring(0, percent);
    }

    /** Whether the number of a job is among them, and three quarters are known. */
    private static boolean isOfNames(List<String> names) {
        int known = 0;
        int empty = 0;
        boolean job = false;
        for (String name : names) {
            known += KnownColumns.shape(name) == null ? 0 : 1;
            empty += name.isEmpty() ? 1 : 0;
            job |= KnownColumns.shape(name) == Shape.JOB;
        }
        return job && known >= 2 && empty <= 1 && 4 * known >= 3 * (names.size() - empty);
    }

    /** Whether lines are those of a table with columns of fixed width. */
    static boolean isOfWidths(String names, String dashes) {
        String[] words = names.strip().toLowerCase(Locale.ROOT).split("\\s+");
        int known = 0;
        for (String word : words) {
            boolean cut = word.endsWith("+") && word.length() > 2;
            known += cut || KnownColumns.shape(word) != null ? 1 : 0;
        }
        return dashes.strip().matches("-{2,}(\\s+-{2,})++") && 2 * known >= words.length;
    }

    /** Whether a line names columns as sacct does without -P, between blanks. */
    static boolean isOfWidths(String names) {
        String[] words = names.strip().split("\\s+");
        int known = 0;
        for (String word : words) {
            known += KnownColumns.shape(word) == null ? 0 : 1;
        }
        return known == words.length && known >= 4;
    }

    /** The lines of a text; the last may be cut short. */
    static List<String> lines(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).lines().limit(LINES_BEFORE + 1L).toList();
    }
}
