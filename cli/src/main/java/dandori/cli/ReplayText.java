package dandori.cli;

import dandori.engine.Durations;
import dandori.machine.Machine;
import dandori.metric.Figure;
import dandori.metric.JobFigures;
import dandori.metric.Summary;
import dandori.network.Fidelity;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.scenario.DefaultPlacement;
import dandori.trace.ImportReportText;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A replay in words, for people. */
final class ReplayText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** Below it, more time goes into the start than into jobs. */
    private static final double SHORTEST_SECONDS = 0.05;

    private static final int WIDTH = 80; // of what stands behind a name

    private ReplayText() {}

    /** The import report, then the figures; at most 100 columns. */
    static String of(ReplayResult result) {
        Summary summary = result.outcome().summary();
        JobFigures figures = summary.figures();
        StringBuilder text = new StringBuilder(ImportReportText.of(result.trace().report()));
        text.append('\n').append(headline(result)).append('\n');
        places(text, result);
        rejected(text, result);
        MaintenanceText.met(text, result);
        line(
                text,
                "utilization",
                "%.1f %%   %s (%s)",
                100 * summary.utilization(),
                "first to last submit",
                Durations.text(summary.window().lengthMillis()));
        useful(text, summary, result.rules().network() != Fidelity.NONE);
        PoolText.pools(text, result.outcome());
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
                "mean %s   median %s   p95 %s   per %s, mean %s",
                ratio(figures.meanBoundedSlowdown()),
                ratio(figures.medianBoundedSlowdown()),
                ratio(figures.p95BoundedSlowdown()),
                result.machine().unit().text(),
                ratio(figures.meanBoundedSlowdownPerProcessor()));
        line(
                text,
                "waiting jobs",
                "mean %s   max %,d%s",
                mean(summary.meanWaiting()),
                summary.maxWaiting(),
                summary.maxWaiting() > 0 ? on(result, summary.maxWaitingAtMillis()) : "");
        outcomes(text, result);
        warnings(text, result);
        PoolText.groups(text, result.outcome());
        assumed(text, result);
        return text.toString();
    }

    /** How jobs ended, and which promises did not hold. */
    private static void outcomes(StringBuilder text, ReplayResult result) {
        JobFigures figures = result.outcome().summary().figures();
        String slowed =
                figures.slowed() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d because the network slowed %s",
                                figures.slowed(),
                                figures.slowed() == 1 ? "it" : "them");
        String all =
                String.format(
                        Locale.ROOT,
                        "%,d completed   %,d killed at their walltime%s%s%s%s",
                        figures.completed(),
                        figures.killed(),
                        slowed,
                        some(figures.cancelled(), "ended by their users"),
                        some(figures.failed(), "ended by failures"),
                        some(figures.preempted(), "ended for others"));
        String name = "jobs";
        for (String part : all.length() <= WIDTH ? new String[] {all} : all.split(" {3}")) {
            line(text, name, "%s", part);
            name = "";
        }
        if (result.outcome().brokenPromises() > 0) {
            line(
                    text,
                    "promises",
                    "%,d jobs started later than they were promised",
                    result.outcome().brokenPromises());
        }
    }

    private static String some(int count, String what) {
        return count == 0 ? "" : String.format(Locale.ROOT, "   %,d %s", count, what);
    }

    private static void assumed(StringBuilder text, ReplayResult result) {
        boolean hasPlaces = result.rules().policy().placement().hasPlaces();
        String words = Assumptions.ofRun(List.of(result.machine()), hasPlaces);
        if (!words.isEmpty()) {
            text.append('\n').append(CellText.paragraph(words));
        }
    }

    /** The machine, where on it jobs run, and what that does to them. */
    private static void places(StringBuilder text, ReplayResult result) {
        ReplayRules rules = result.rules();
        line(
                text,
                "machine",
                "%s%s",
                machine(result.machine()),
                DefaultPlacement.hasGroups(result.machine()) ? ", resource groups" : "");
        if (!result.machine().specification().isEmpty() || !rules.placement().equals("count")) {
            line(text, "placement", "%s", rules.placement());
        }
        if (rules.network() != Fidelity.NONE) {
            line(
                    text,
                    "network",
                    "%s; jobs of 2 %ss or more send: %s",
                    rules.network().text(),
                    result.machine().unit().text(),
                    String.valueOf(rules.communication()));
        }
    }

    /** How many jobs were rejected, and why. */
    private static void rejected(StringBuilder text, ReplayResult result) {
        for (String why : result.rejections().lines()) {
            line(text, "rejected", "%s", why);
        }
    }

    private static String machine(Machine machine) {
        String size = String.format(Locale.ROOT, "%,d %ss", machine.nodes(), machine.unit().text());
        return machine.specification().isEmpty()
                ? size
                : "%s, %s, %s".formatted(machine.name(), size, machine.interconnect().kind());
    }

    /** What of the utilization brought nothing, where anything could; a network always could. */
    private static void useful(StringBuilder text, Summary summary, boolean isNetworked) {
        long unasked = summary.figures().unaskedNodeMillis();
        long stalled = summary.figures().stalledNodeMillis();
        if (unasked > 0 || isNetworked) {
            line(
                    text,
                    "useful",
                    isNetworked
                            ? "%.1f %%   %.1f %% on nodes not asked for, %.1f %% waiting for the network"
                            : "%.1f %%   %.1f %% on nodes not asked for",
                    100 * summary.usefulUtilization(),
                    100.0 * unasked / summary.capacityNodeMillis(),
                    100.0 * stalled / summary.capacityNodeMillis());
        }
    }

    private static String headline(ReplayResult result) {
        Policy policy = result.rules().policy();
        Estimates estimates = policy.estimates();
        String told =
                estimates == Estimates.REQUESTED ? "" : ", " + estimates.text() + " estimates";
        boolean isOrdered = !policy.backfill().ignoresCapacity();
        String left =
                "%s%s%s, conventions %s"
                        .formatted(
                                policy.name(),
                                isOrdered ? ", " + result.rules().order() + " order" : "",
                                told,
                                result.rules().conventions().name());
        return String.format(Locale.ROOT, "%-60s %s", left, speed(result));
    }

    /** How long it took and, where that says anything, how many jobs a second that was. */
    private static String speed(ReplayResult result) {
        String seconds = String.format(Locale.ROOT, "%.1f s", result.runSeconds());
        double perSecond = result.trace().count() / result.runSeconds();
        return result.runSeconds() < SHORTEST_SECONDS || perSecond < 1_000
                ? seconds
                : String.format(
                        Locale.ROOT, "%s, %,d,000 jobs/s", seconds, (long) (perSecond / 1_000));
    }

    static void line(StringBuilder text, String name, String pattern, Object... values) {
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
        int unknown = result.trace().unknownWaits();
        if (unknown > 0) {
            line(
                    text,
                    "warning",
                    "the log does not say how long %,d jobs waited: taken as 0",
                    unknown);
        }
    }

    static String span(Figure figure) {
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

    /** A mean of counts: to a tenth where it is small. */
    private static String mean(double jobs) {
        return String.format(Locale.ROOT, jobs < 9.95 ? "%.1f" : "%,.0f", jobs);
    }

    private static String on(ReplayResult result, long millis) {
        ZonedDateTime origin = result.trace().origin();
        return origin == null
                ? " after " + Durations.text(millis)
                : " on " + DAY.format(origin.plus(Duration.ofMillis(millis)));
    }
}
