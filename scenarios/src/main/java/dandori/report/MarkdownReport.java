package dandori.report;

import java.util.List;

/** A report in Markdown, as GitHub and CommonMark with tables read it. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The whole report. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(report.title()).append("\n\n");
        text.append(report.size()).append('\n');
        boolean isFirst = true;
        for (String sentence : report.answer()) {
            String escaped = escaped(sentence);
            text.append('\n').append(isFirst ? "**" + escaped + "**" : escaped).append('\n');
            isFirst = false;
        }
        for (Section section : report.sections()) {
            text.append("\n## ").append(section.title()).append("\n\n");
            Table table = section.table();
            if (table != null) {
                tables(text, table);
            }
            for (String line : section.lines()) {
                text.append(table == null ? "- " : "\n").append(escaped(line)).append('\n');
            }
        }
        return text.toString();
    }

    private static void tables(StringBuilder text, Table table) {
        boolean isFirst = true;
        for (Table block : FoldedTable.of(table)) {
            text.append(isFirst ? "" : "\n");
            table(text, block);
            isFirst = false;
        }
    }

    private static void table(StringBuilder text, Table table) {
        row(text, table.columns().stream().map(Column::headingWithUnit).toList());
        row(text, table.columns().stream().map(c -> c.isText() ? "---" : "---:").toList());
        for (int i = 0; i < table.rows(); i++) {
            int row = i;
            row(text, table.columns().stream().map(c -> c.entries().get(row).plain()).toList());
        }
    }

    private static void row(StringBuilder text, List<String> entries) {
        text.append('|');
        entries.forEach(entry -> text.append(' ').append(escaped(entry)).append(" |"));
        text.append('\n');
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }
}
