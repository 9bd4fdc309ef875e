package dandori.report;

import java.util.List;

/**
 * A report as one page of HTML that needs no other file and no script; light or dark as the system
 * is.
 */
public final class HtmlReport {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>TITLE</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c1f23; --soft: #616871; --line: #d9dde2;
              --paper: #fcfcfb; --accent: #0072b2; }
            @media screen and (prefers-color-scheme: dark) {
              :root { --ink: #e7e9ec; --soft: #9aa3ad; --line: #363c44; --paper: #15181c; --accent: #56b4e9; } }
            body { background: var(--paper); color: var(--ink); margin: 0 auto; padding: 40px 24px 80px;
              max-width: 980px; font: 16px/24px system-ui, sans-serif; }
            h1 { font-size: 28px; line-height: 36px; margin: 0 0 8px; text-wrap: balance; }
            h2 { font-size: 18px; margin: 40px 0 8px; }
            p, li { max-width: 72ch; }
            p { color: var(--soft); margin: 8px 0; font-size: 14px; }
            .size { font-size: 16px; }
            .answer { color: var(--ink); font-size: 18px; line-height: 28px; font-weight: 600;
              margin: 24px 0 8px; text-wrap: pretty; }
            .wide { overflow-x: auto; }
            .wide + .wide { margin-top: 16px; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; }
            th, td { padding: 4px 16px 4px 0; text-align: left; border-bottom: 1px solid var(--line);
              white-space: nowrap; }
            .long { white-space: normal; min-width: 24ch; }
            th { color: var(--soft); font-weight: 500; vertical-align: bottom; }
            th small { display: block; }
            .n { text-align: right; white-space: pre; padding: 4px 0 4px 24px; }
            .n b { color: var(--accent); font-weight: 600; }
            svg { width: 100%; min-width: 600px; height: auto; }
            svg text { fill: var(--soft); font: 12px system-ui, sans-serif; paint-order: stroke;
              stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
            .key { white-space: nowrap; margin-right: 8px; }
            svg text.small { font-size: 11px; }
            svg text.in { fill: #1c1f23; stroke: none; font-size: 11px; }
            svg .grid { stroke: var(--line); }
            svg .due { stroke: var(--ink); stroke-width: 1.5; }
            svg polyline { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
            @media print {
              :root { --paper: #fff; }
              body { max-width: none; padding: 0; }
              .wide { overflow: visible; }
              table { font-size: 11px; }
              th, td { padding: 2px 10px 2px 0; }
              .n { padding: 2px 0 2px 12px; }
              tr, svg { break-inside: avoid; }
              h2 { break-after: avoid; }
            }
            </style>
            </head>
            <body>
            """;

    private static final int LONG = 32; // characters; dates and numbers are shorter

    private final StringBuilder text = new StringBuilder();

    private HtmlReport() {}

    /** The whole page. */
    public static String of(Report report) {
        HtmlReport page = new HtmlReport();
        page.text.append(HEAD.replace("TITLE", escaped(report.title())));
        page.text.append("<h1>").append(escaped(report.title())).append("</h1>\n");
        page.text.append("<p class=\"size\">").append(escaped(report.size())).append("</p>\n");
        boolean isFirst = true;
        for (String sentence : report.answer()) {
            page.text.append(isFirst ? "<p class=\"answer\">" : "<p class=\"size\">");
            page.text.append(escaped(sentence)).append("</p>\n");
            isFirst = false;
        }
        boolean areShown = false;
        for (Section section : report.sections()) {
            page.section(section);
            for (Picture picture : areShown ? List.<Picture>of() : report.pictures()) {
                page.text.append("<h2>").append(escaped(picture.title())).append("</h2>\n");
                page.text.append("<div class=\"wide\">");
                page.text.append(picture.svg()).append("</div>\n");
            }
            areShown = true;
        }
        return page.text.append("</body>\n</html>\n").toString();
    }

    private void section(Section section) {
        text.append("<h2>").append(escaped(section.title())).append("</h2>\n");
        Table table = section.table();
        if (table == null) {
            text.append("<ul>\n");
            section.lines()
                    .forEach(line -> text.append("<li>").append(escaped(line)).append("</li>\n"));
            text.append("</ul>\n");
            return;
        }
        FoldedTable.of(table).forEach(this::table);
        section.lines().forEach(line -> text.append("<p>").append(escaped(line)).append("</p>\n"));
    }

    private void table(Table table) {
        text.append("<div class=\"wide\"><table>\n<thead><tr>");
        for (Column column : table.columns()) {
            text.append(column.isText() ? "<th>" : "<th class=\"n\">");
            text.append(escaped(column.heading()));
            if (table.hasUnits()) {
                text.append("<small>").append(escaped(column.unit())).append("</small>");
            }
            text.append("</th>");
        }
        text.append("</tr></thead>\n<tbody>\n");
        // Blanks as wide as a digit and as a point keep the columns straight.
        var aligned = table.columns().stream().map(c -> c.aligned("\u2007", "\u2008")).toList();
        for (int row = 0; row < table.rows(); row++) {
            text.append("<tr>");
            for (int i = 0; i < aligned.size(); i++) {
                Column column = table.columns().get(i);
                if (column.isText()) {
                    text.append(i > 0 && isLong(column) ? "<td class=\"long\">" : "<td>");
                    text.append(escaped(column.entries().get(row).whole()));
                } else {
                    String entry = escaped(aligned.get(i).get(row));
                    text.append("<td class=\"n\">");
                    text.append(entry.replaceAll("([▼▲])", "<b>$1</b>"));
                }
                text.append("</td>");
            }
            text.append("</tr>\n");
        }
        text.append("</tbody>\n</table></div>\n");
    }

    /** Whether some text of a column is so long that it may go on in another line. */
    private static boolean isLong(Column column) {
        return column.entries().stream().anyMatch(entry -> entry.whole().length() > LONG);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
