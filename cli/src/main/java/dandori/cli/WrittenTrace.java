package dandori.cli;

import dandori.results.JsonText;
import dandori.trace.ImportReport;
import dandori.trace.ImportReportText;
import dandori.trace.export.ExportReport;
import dandori.trace.export.FieldFate;
import dandori.trace.export.TraceOutput;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What a call that wrote a trace says of it.
 *
 * @param file the file
 * @param format its format
 * @param jobs how many jobs are in it
 * @param remarks what was changed or left out to fit the format
 * @param lost what it has no place for and the log said
 * @param fates what became of each field; empty unless it is anonymous
 * @param warnings what may still tell who jobs were; empty unless it is anonymous
 * @param read what was odd in the logs
 */
record WrittenTrace(
        String file,
        String format,
        long jobs,
        List<String> remarks,
        List<String> lost,
        List<FieldFate> fates,
        List<String> warnings,
        List<ImportReport> read) {

    static WrittenTrace of(
            ExportOptions export,
            TraceOutput output,
            ExportReport written,
            List<ImportReport> read) {
        return new WrittenTrace(
                export.out.toString(),
                output.name(),
                written.jobs(),
                written.remarks(),
                written.lost(),
                List.of(),
                List.of(),
                read);
    }

    WrittenTrace with(List<FieldFate> fates, List<String> warnings) {
        return new WrittenTrace(file, format, jobs, remarks, lost, fates, warnings, read);
    }

    void print(OutputOptions output, PrintWriter out) {
        if (output.print.json) {
            out.print(JsonText.of(this));
            return;
        }
        read.forEach(report -> out.print(ImportReportText.of(report)));
        out.printf(
                Locale.ROOT, "Wrote %s: %,d job%s, %s%n", file, jobs, jobs == 1 ? "" : "s", format);
        list(out, "", remarks);
        list(out, "No place there for:", lost);
        if (!fates.isEmpty()) {
            out.println("What became of");
            for (FieldFate fate : fates) {
                out.println(Failures.wrapped("  %-22s  %s".formatted(fate.field(), fate.fate())));
            }
        }
        list(out, "What may still tell who they were:", warnings);
    }

    private static void list(PrintWriter out, String title, List<String> lines) {
        if (!lines.isEmpty() && !title.isEmpty()) {
            out.println(title);
        }
        lines.forEach(line -> out.println(Failures.wrapped("  " + line)));
    }
}
