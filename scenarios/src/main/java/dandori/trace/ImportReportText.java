package dandori.trace;

import java.util.Locale;

/** An import report as lines for a terminal, at most 100 columns wide. */
public final class ImportReportText {

    private static final int WIDTH = 100;

    private ImportReportText() {}

    /**
     * A first line with the name and the counts, then one line a note; every line ends in a line
     * feed.
     */
    public static String of(ImportReport report) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %,d line%s; %,d job%s used\n",
                        report.trace(),
                        report.lines(),
                        report.lines() == 1 ? "" : "s",
                        report.jobsUsed(),
                        report.jobsUsed() == 1 ? "" : "s"));
        append(text, report);
        return text.toString();
    }

    /** Appends one line a note. */
    static void append(StringBuilder text, ImportReport report) {
        int widest = 1;
        for (ImportNote note : report.notes()) {
            widest = Math.max(widest, count(note).length());
        }
        for (ImportNote note : report.notes()) {
            String start =
                    String.format(
                            Locale.ROOT,
                            "  %-8s  %" + widest + "s   %s",
                            note.kind().text(),
                            count(note),
                            note.text());
            text.append(start);
            if (note.advice() != null) {
                String advice = "(" + note.advice() + ")";
                boolean fits = start.length() + 3 + advice.length() <= WIDTH;
                text.append(fits ? "   " : "\n" + " ".repeat(15 + widest)).append(advice);
            }
            text.append('\n');
        }
    }

    private static String count(ImportNote note) {
        boolean once = note.kind() == NoteKind.HEADER && note.count() == 1;
        return once ? "" : String.format(Locale.ROOT, "%,d", note.count());
    }
}
