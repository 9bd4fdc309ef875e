package dandori.cli;

import java.util.ArrayList;
import java.util.List;

/** Cells side by side, each wrapped to its width. */
final class CellText {

    private static final int WIDTH = 100;

    private CellText() {}

    /** A row, two columns in and one apart; as many lines as its longest cell needs. */
    static String row(int[] widths, List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrapped(cells.get(i), widths[i]));
            lines = Math.max(lines, wrapped.get(i).size());
        }
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            StringBuilder row = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                List<String> cell = wrapped.get(i);
                String part = line < cell.size() ? cell.get(line) : "";
                row.append(' ').append(part).append(" ".repeat(widths[i] - part.length()));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A paragraph, one column in. */
    static String paragraph(String words) {
        StringBuilder text = new StringBuilder();
        wrapped(words, WIDTH - 2).forEach(line -> text.append(' ').append(line).append('\n'));
        return text.toString();
    }

    /** Words in lines of at most so many letters; longer words are cut. */
    static List<String> wrapped(String words, int width) {
        if (words.length() <= width) {
            return List.of(words);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
