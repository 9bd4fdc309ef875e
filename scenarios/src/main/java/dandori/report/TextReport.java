package dandori.report;

import java.util.ArrayList;
import java.util.List;

/** A report for the terminal: the answer and the brief sections, at most 100 columns wide. */
public final class TextReport {

    private static final int WIDTH = 100;
    private static final String GAP = "   ";
    private static final String NARROW_GAP = "  ";
    private static final char STAY = '\u00a0';

    private final boolean isColoured;
    private final StringBuilder text = new StringBuilder();

    private TextReport(boolean isColoured) {
        this.isColoured = isColoured;
    }

    /** The answer and the report's brief sections, in lines that end in a line feed. */
    public static String of(Report report, boolean isColoured) {
        TextReport text = new TextReport(isColoured);
        text.answer(report.answer());
        for (Section section : report.sections()) {
            if (section.isBrief()) {
                text.section(section);
            }
        }
        return text.text.toString();
    }

    /** The title and the size, in lines that end in a line feed. */
    public static String head(String title, String size, boolean isColoured) {
        TextReport text = new TextReport(isColoured);
        for (String line : wrapped(title, WIDTH)) {
            text.line(text.bold(line));
        }
        String whole = size.replace(' ', STAY); // a line ends between parts only
        for (String line : wrapped(whole.replace(STAY + "·" + STAY, STAY + "· "), WIDTH)) {
            text.line(line.replace(STAY, ' '));
        }
        return text.text.toString();
    }

    private void answer(List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("");
            wrapped(sentences.get(0), WIDTH - 1).forEach(line -> line(" " + bold(line)));
            sentences.subList(1, sentences.size()).forEach(this::paragraph);
        }
    }

    private void section(Section section) {
        Table table = section.table();
        line("");
        if (table == null) {
            section.lines().forEach(this::paragraph);
            return;
        }
        line(bold(section.title()));
        table(table);
        section.lines().forEach(this::paragraph);
    }

    private void paragraph(String paragraph) {
        for (String line : wrapped(paragraph, WIDTH - 1)) {
            line(" " + line);
        }
    }

    /**
     * The table; its columns stand closer where they fit then, else those that do not fit follow
     * below, with the first column again.
     */
    private void table(Table table) {
        List<List<String>> columns = table.columns().stream().map(TextReport::lines).toList();
        boolean fitsIfNarrow = width(columns, NARROW_GAP) <= WIDTH;
        String gap = width(columns, GAP) > WIDTH && fitsIfNarrow ? NARROW_GAP : GAP;
        int leading = table.leading();
        int from = leading;
        while (from < columns.size()) {
            List<List<String>> shown = new ArrayList<>(columns.subList(0, leading));
            int width = width(shown, gap);
            while (from < columns.size()) {
                int more = gap.length() + columns.get(from).get(0).length();
                if (shown.size() > leading && width + more > WIDTH) {
                    break;
                }
                width += more;
                shown.add(columns.get(from++));
            }
            lines(shown, gap, table.hasUnits());
            if (from < columns.size()) {
                line("");
            }
        }
    }

    private static int width(List<List<String>> columns, String gap) {
        int entries = columns.stream().mapToInt(column -> column.get(0).length()).sum();
        return 1 + entries + gap.length() * (columns.size() - 1);
    }

    private void lines(List<List<String>> columns, String gap, boolean hasUnits) {
        for (int i = 0; i < columns.get(0).size(); i++) {
            int place = i;
            String line =
                    " "
                            + String.join(
                                    gap,
                                    columns.stream().map(column -> column.get(place)).toList());
            if (i > 1 || (i == 1 && hasUnits)) {
                line(coloured(line.stripTrailing()));
            } else if (i == 0) {
                line(dim(line.stripTrailing()));
            }
        }
    }

    /** A column's heading, unit and entries, all of one width. */
    private static List<String> lines(Column column) {
        List<String> entries = column.aligned(" ", " ");
        int width =
                Math.max(
                        entries.stream().mapToInt(String::length).max().orElse(0),
                        Math.max(column.heading().length(), column.unit().length()));
        List<String> lines = new ArrayList<>();
        lines.add(column.heading());
        lines.add(column.unit());
        lines.addAll(entries);
        return lines.stream()
                .map(line ->
                        column.isText()
                                ? line + " ".repeat(width - line.length())
                                : " ".repeat(width - line.length()) + line)
                .toList();
    }

    static List<String> wrapped(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String bold(String words) {
        return isColoured ? "\u001b[1m" + words + "\u001b[0m" : words;
    }

    private String dim(String words) {
        return isColoured ? "\u001b[2m" + words + "\u001b[0m" : words;
    }

    private String coloured(String line) {
        return isColoured ? line.replaceAll("([▼▲])", "\u001b[32m$1\u001b[0m") : line;
    }
}
