package dandori.cli;

import dandori.engine.Durations;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.Figure;
import dandori.metric.JobFigures;
import dandori.metric.Summary;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.results.CellFiles;
import dandori.results.JsonText;
import dandori.sim.Conventions;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.ImportReportText;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay in words, for people and for programs. */
final class ReplayText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private ReplayText() {}

    /** For people: the import report, then the figures; at most 100 columns. */
    static String of(ReplayResult result) {
        Summary summary = result.outcome().summary();
        JobFigures figures = summary.figures();
        StringBuilder text = new StringBuilder(ImportReportText.of(result.trace().report()));
        text.append('\n').append(headline(result)).append('\n');
        line(text, "machine", "%,d %ss", result.machine().nodes(), result.machine().unit().text());
        if (figures.rejected() > 0) {
            line(text, "rejected", "%,d jobs larger than the machine", figures.rejected());
        }
        line(
                text,
                "utilization",
                "%.1f %%   %s (%s)",
                100 * summary.utilization(),
                "first to last submit",
                Durations.text(summary.window().lengthMillis()));
        line(
                text,
                "wait",
                "mean %s   median %s   p95 %s   max %s",
                span(figures.meanWaitMillis()),
                span(figures.medianWaitMillis()),
                span(figures.p95WaitMillis()),
                span(figures.maxWaitMillis()));
        line(
                text,
                "bounded slowdown",
                "mean %s   median %s   p95 %s   per processor, mean %s",
                ratio(figures.meanBoundedSlowdown()),
                ratio(figures.medianBoundedSlowdown()),
                ratio(figures.p95BoundedSlowdown()),
                ratio(figures.meanBoundedSlowdownPerProcessor()));
        line(
                text,
                "waiting jobs",
                "mean %,.0f   max %,d%s",
                summary.meanWaiting(),
                summary.maxWaiting(),
                summary.maxWaiting() > 0 ? on(result, summary.maxWaitingAtMillis()) : "");
        line(
                text,
                "jobs",
                "%,d completed   %,d killed at their walltime",
                figures.completed(),
                figures.killed());
        warnings(text, result);
        return text.toString();
    }

    private static String headline(ReplayResult result) {
        Policy policy = result.policy();
        String told = policy.estimates() == Estimates.EXACT ? ", exact estimates" : "";
        String left =
                "%s, %s order%s, conventions %s"
                        .formatted(
                                policy.name(), result.order(), told, result.conventions().text());
        double perSecond = result.trace().workload().count() / Math.max(1e-9, result.runSeconds());
        String right =
                "%.1f s, %,.0f jobs/s"
                        .formatted(result.runSeconds(), Math.floor(perSecond / 1000) * 1000);
        return String.format(Locale.ROOT, "%-60s %s", left, right);
    }

    private static void line(StringBuilder text, String name, String pattern, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-18s", name));
        text.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }

    private static void warnings(StringBuilder text, ReplayResult result) {
        long busy = result.outcome().summary().maxBusyNodes();
        int nodes = result.machine().nodes();
        if (busy > nodes) {
            line(
                    text,
                    "warning",
                    "up to %,d %ss were busy, %,d more than the machine has",
                    busy,
                    result.machine().unit().text(),
                    busy - nodes);
        }
        Workload workload = result.trace().workload();
        int unknown = 0;
        for (int job = 0; workload.hasLoggedWaits() && job < workload.count(); job++) {
            unknown += workload.jobs().loggedWaitMillis(job) < 0 ? 1 : 0;
        }
        if (unknown > 0) {
            line(
                    text,
                    "warning",
                    "the log does not say how long %,d jobs waited: taken as 0",
                    unknown);
        }
    }

    private static String span(Figure figure) {
        return Double.isNaN(figure.value())
                ? "–"
                : (figure.atLeast() ? "≥ " : "") + Durations.text(figure.value());
    }

    private static String ratio(Figure figure) {
        return Double.isNaN(figure.value())
                ? "–"
                : (figure.atLeast() ? "≥ " : "")
                        + String.format(Locale.ROOT, "%,.1f", figure.value());
    }

    private static String on(ReplayResult result, long millis) {
        ZonedDateTime origin = result.trace().workload().origin();
        return origin == null
                ? " after " + Durations.text(millis)
                : " on " + DAY.format(origin.plus(Duration.ofMillis(millis)));
    }

    /** What a summary file says of the run before its figures. */
    static Map<String, Object> about(
            Machine machine, Policy policy, String order, Conventions conventions, long seed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machine", machine.name());
        tree.put("unit", machine.unit().text());
        tree.put("nodes", machine.nodes());
        tree.put("policy", policy.name());
        tree.put("order", order);
        tree.put("estimates", policy.estimates().text());
        tree.put("conventions", conventions.text());
        tree.put("seed", seed);
        return tree;
    }

    /** For programs: one JSON document. */
    static String json(ReplayResult result) {
        Map<String, Object> head =
                about(result.machine(), result.policy(), result.order(), result.conventions(), 1);
        head.put("import", report(result.trace().report()));
        return JsonText.of(
                new CellFiles(result.trace().workload(), result.outcome()).summary(head));
    }

    private static Map<String, Object> report(ImportReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("trace", report.trace());
        tree.put("lines", report.lines());
        tree.put("job_lines", report.jobLines());
        tree.put("jobs_used", report.jobsUsed());
        List<Map<String, @Nullable Object>> notes = new ArrayList<>();
        for (ImportNote note : report.notes()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("key", note.key());
            entry.put("kind", note.kind().text());
            entry.put("count", note.count());
            entry.put("text", note.text());
            entry.put("advice", note.advice());
            notes.add(entry);
        }
        tree.put("notes", notes);
        return tree;
    }
}
