package dandori.trace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A trace's profile as text for a terminal: aligned, at most 100 columns wide. */
public final class TraceProfileText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86400;
    private static final int NAME_LIMIT = 60;
    private static final int FIGURE_LIMIT = 10;

    private TraceProfileText() {}

    /** The text; every line ends in a line feed. */
    public static String of(TraceProfile profile) {
        StringBuilder text = new StringBuilder();
        text.append(clipped(profile.trace())).append('\n');
        machine(text, profile);
        span(text, profile);
        line(
                text,
                "jobs",
                "%,d by %s, %s, %s",
                profile.jobs(),
                counted(profile.users(), "user"),
                counted(profile.organizations(), "organization"),
                counted(profile.partitions(), "partition"));
        distributions(text, profile.distributions());
        busiest(text, "Busiest users", hours(profile), profile.busiestUsers());
        busiest(text, "Busiest organizations", hours(profile), profile.busiestOrganizations());
        schedule(text, profile.loggedSchedule(), profile.counts());
        ImportReport report = profile.report();
        text.append(
                format(
                        "\nWhat was odd in %,d lines (%,d of %,d jobs used)\n",
                        report.lines(), report.jobsUsed(), report.jobLines()));
        if (report.notes().isEmpty()) {
            text.append("  nothing\n");
        }
        ImportReportText.append(text, report);
        return text.toString();
    }

    private static void machine(StringBuilder text, TraceProfile profile) {
        TraceHeader header = profile.header();
        String computer = header.computer();
        String installation = header.installation();
        if (computer != null) {
            line(text, "computer", "%s", clipped(computer));
        }
        if (installation != null) {
            line(text, "at", "%s", clipped(installation));
        }
        int size = profile.machineNodes();
        line(text, "size", "%s", size == 0 ? "unknown" : counted(size, one(profile.counts())));
    }

    private static void span(StringBuilder text, TraceProfile profile) {
        double seconds = (profile.lastSubmitMillis() - profile.firstSubmitMillis()) / 1e3;
        String dates = "";
        ZonedDateTime origin = profile.header().origin();
        if (origin != null) {
            dates =
                    format(
                            " (%s to %s, %s)",
                            date(origin, profile.firstSubmitMillis()),
                            date(origin, profile.lastSubmitMillis()),
                            origin.getZone().equals(ZoneOffset.UTC) ? "UTC" : origin.getZone());
        }
        line(text, "span", "%s from first to last submit%s", duration(seconds), dates);
        Double load = profile.offeredLoad();
        String loaded = load == null ? "" : format(", %.1f %% of the machine", 100 * load);
        line(text, "work", "%s %s%s", hours(profile.nodeHours()), hours(profile), loaded);
    }

    private static String date(ZonedDateTime origin, long millis) {
        try {
            return DATE.format(origin.plus(Duration.ofMillis(millis)));
        } catch (DateTimeException beyondTheCalendar) {
            return "?";
        }
    }

    private static void distributions(StringBuilder text, List<Distribution> distributions) {
        text.append(
                format(
                        "\n  %-16s %10s %10s %10s %10s %10s %10s %10s\n",
                        "", "least", "10 %", "median", "90 %", "99 %", "most", "mean"));
        for (Distribution spread : distributions) {
            text.append(format("  %-16s", spread.quantity()));
            double[] figures = {
                spread.min(),
                spread.p10(),
                spread.median(),
                spread.p90(),
                spread.p99(),
                spread.max(),
                spread.mean()
            };
            for (double figure : figures) {
                text.append(format(" %10s", figure(figure, spread.unit())));
            }
            text.append('\n');
        }
    }

    /** What the size of a job, times hours, is called. */
    private static String hours(TraceProfile profile) {
        return one(profile.counts()) + " hours";
    }

    private static String one(String several) {
        return several.substring(0, several.length() - 1);
    }

    private static void busiest(
            StringBuilder text, String title, String hours, List<Contributor> contributors) {
        if (contributors.isEmpty()) {
            return;
        }
        text.append(format("\n  %-24s %12s %17s %8s\n", title, "jobs", hours, "share"));
        for (Contributor one : contributors) {
            text.append(
                    format(
                            "  %-24s %,12d %17s %6.1f %%\n",
                            one.name(), one.jobs(), hours(one.nodeHours()), 100 * one.share()));
        }
    }

    private static void schedule(
            StringBuilder text, @Nullable LoggedSchedule schedule, String units) {
        if (schedule == null) {
            return;
        }
        String verdict = "";
        if (schedule.excessNodes() > 0) {
            verdict =
                    format(
                            "\n  exceeds the machine by up to %,d, %.2f %% of the time:"
                                    + " recorded waits are not the truth",
                            schedule.excessNodes(), 100 * schedule.excessShare());
        } else if (schedule.machineNodes() > 0) {
            verdict = ", within the machine";
        }
        text.append(
                format(
                        "\nThe log's own schedule (%s): at most %s at once%s\n",
                        counted(schedule.jobs(), "job"),
                        counted(schedule.peakNodes(), one(units)),
                        verdict));
    }

    private static void line(StringBuilder text, String label, String format, Object... values) {
        text.append(format("  %-10s", label)).append(format(format, values)).append('\n');
    }

    private static String counted(long count, String what) {
        return format("%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String figure(double value, String unit) {
        String text =
                switch (unit) {
                    case "s" -> duration(value);
                    case "%" -> format(value < 10 ? "%.1f %%" : "%.0f %%", value);
                    default -> number(value);
                };
        return text.length() <= FIGURE_LIMIT ? text : format("%.1e %s", value, unit).strip();
    }

    private static String number(double value) {
        boolean whole = value == (long) value || value >= 1000;
        return format(whole ? "%,.0f" : "%.1f", value);
    }

    private static String hours(double value) {
        return format(value >= 1e12 ? "%.4e" : value >= 1000 ? "%,.0f" : "%.1f", value);
    }

    private static String duration(double seconds) {
        if (seconds < 2 * MINUTE) {
            boolean whole = seconds == (long) seconds || seconds >= 10;
            return format(whole ? "%.0f s" : "%.1f s", seconds);
        }
        if (seconds < 2 * HOUR) {
            return format("%.0f min", seconds / MINUTE);
        }
        return seconds < 2 * DAY
                ? format("%.1f h", seconds / HOUR)
                : format(seconds < 100 * DAY ? "%.1f d" : "%,.0f d", seconds / DAY);
    }

    private static String clipped(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= NAME_LIMIT ? line : line.substring(0, NAME_LIMIT - 1) + "…";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
