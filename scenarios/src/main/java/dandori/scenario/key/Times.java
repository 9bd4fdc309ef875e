package dandori.scenario.key;

import dandori.policy.limit.DailyTimes;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something is so: all of a span, or some hours of its days.
 *
 * @param from the beginning of the span
 * @param to its end, which is no part of it
 * @param daily at which hours of its days; all of them where {@link DailyTimes#ALWAYS}
 */
public record Times(Moment from, Moment to, DailyTimes daily) {

    /** What stands for all day where something must. */
    private static final String ALL_DAY = "00:00-24:00";

    private static final String CLOCK = "([01][0-9]|2[0-4]):([0-5][0-9])";
    private static final Pattern HOURS = Pattern.compile("(" + CLOCK + ")-(" + CLOCK + ")");
    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

    /**
     * A span of time.
     *
     * @param fromMillis its beginning, in milliseconds since time 0
     * @param toMillis its end; later
     */
    public record Span(long fromMillis, long toMillis) {}

    /** The keys of a section whose things are so at times. */
    static List<Key> keys(String from, String to) {
        List<Key> keys = new ArrayList<>();
        keys.add(
                Key.of(
                                "from",
                                Kind.MOMENT,
                                from + ": a date, or the time since the beginning of the run.")
                        .required());
        keys.add(Key.of("to", Kind.MOMENT, to + ".").required());
        keys.addAll(dailyKeys());
        return keys;
    }

    /** The keys of hours and days. */
    static List<Key> dailyKeys() {
        return List.of(
                Key.of(
                        "hours",
                        Kind.TEXT,
                        "Only at these hours of each day, in the zone of `run.start` or the trace,"
                                + " such as `13:00-16:00` or `22:00-06:00`. Left out: all day."),
                Key.of(
                                "days",
                                Kind.WORDS,
                                "Only on these days of the week, such as `[mon, fri]`; hours that"
                                        + " reach past midnight belong to the day on which they"
                                        + " begin. Left out: every day.")
                        .words(DAYS));
    }

    /** The times of a section that has such keys; null, and issues, if there is something wrong. */
    public static @Nullable Times read(Values values, Issues issues) {
        int before = issues.count();
        Moment from = values.has("from") ? values.moment("from") : null;
        Moment to = values.has("to") ? values.moment("to") : null;
        if (from != null && to != null && from.isNotBefore(to)) {
            issues.add(
                    Objects.requireNonNull(values.node("to")),
                    "must lie after 'from' (%s), but is %s."
                            .formatted(values.text("from"), values.text("to")),
                    null);
        }
        DailyTimes daily = daily(values, issues);
        return from == null || to == null || issues.count() > before
                ? null
                : new Times(from, to, daily);
    }

    /**
     * The hours of a section that has those keys alone, all day where none are given; and issues,
     * if there is something wrong.
     */
    public static DailyTimes daily(Values values, Issues issues) {
        Matcher hours = HOURS.matcher(values.text("hours"));
        boolean hasHours = values.has("hours") && hours.matches();
        LocalTime opens = hasHours ? clock(hours.group(2), hours.group(3)) : null;
        LocalTime closes = hasHours ? clock(hours.group(5), hours.group(6)) : null;
        if (values.has("hours") && (opens == null || closes == null)) {
            Node node = Objects.requireNonNull(values.node("hours"));
            issues.add(
                    node,
                    "must be two times of day, but is " + node.says() + ".",
                    "'13:00-16:00'.");
        } else if (opens != null && opens.equals(closes) && !hours.group(4).equals("24:00")) {
            issues.add(
                    Objects.requireNonNull(values.node("hours")),
                    "ends when it begins: is it no time, or all day?",
                    "leave it out: then it is all day.");
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (values.has("days")) {
            List<String> words = List.of(DAYS);
            values.names("days").forEach(day -> days.add(DayOfWeek.of(words.indexOf(day) + 1)));
        }
        return new DailyTimes(
                opens == null ? LocalTime.MIDNIGHT : opens,
                closes == null ? LocalTime.MIDNIGHT : closes,
                days);
    }

    /** A time of day; null for one past 24:00. */
    private static @Nullable LocalTime clock(String hours, String minutes) {
        if (hours.equals("24")) {
            return minutes.equals("00") ? LocalTime.MIDNIGHT : null;
        }
        return LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes));
    }

    /** Whether it is not all of the span. */
    public boolean recurs() {
        return !daily.equals(DailyTimes.ALWAYS);
    }

    /** Whether somebody must say the date of time 0. */
    public boolean needsDate() {
        return from.date() != null || to.date() != null || recurs();
    }

    /**
     * Of the keys {@code from}, {@code to} and {@code hours} or {@code days}, which needs a date.
     */
    public String dated() {
        if (from.date() != null) {
            return "from";
        }
        return to.date() != null ? "to" : recurring();
    }

    /** Of the keys {@code hours} and {@code days}, that which is there, or the first of both. */
    public String recurring() {
        return daily.areAllDay() ? "days" : "hours";
    }

    /** Hours as one would write them; empty where leaving them out says the same. */
    public static String hoursText(DailyTimes times) {
        return times.areAllDay() ? "" : times.opens() + "-" + times.closes();
    }

    /**
     * The same for a section that must have hours or days.
     *
     * @param times hours, and days
     */
    public static String neededHoursText(DailyTimes times) {
        return times.equals(DailyTimes.ALWAYS) ? ALL_DAY : hoursText(times);
    }

    /** Days as one would write them. */
    public static List<String> dayNames(Set<DayOfWeek> days) {
        return days.stream().map(day -> DAYS[day.getValue() - 1]).toList();
    }

    /**
     * The spans in which it is so, in order of time; those that touch are one.
     *
     * @param origin the date of time 0; may be null if none is needed
     */
    public List<Span> spans(@Nullable ZonedDateTime origin) {
        long first = from.millisAfter(origin);
        long last = to.millisAfter(origin);
        if (!recurs()) {
            return first < last ? List.of(new Span(first, last)) : List.of();
        }
        ZonedDateTime zero = Objects.requireNonNull(origin, "hours need the date of time 0");
        List<Span> spans = new ArrayList<>();
        ZoneId zone = zero.getZone();
        LocalDate day = zero.plus(Duration.ofMillis(first)).toLocalDate().minusDays(1);
        for (; millis(zero, daily.begin(day, zone)) < last; day = day.plusDays(1)) {
            long start = Math.max(first, millis(zero, daily.begin(day, zone)));
            long stop = Math.min(last, millis(zero, daily.end(day, zone)));
            if (daily.areOn(day) && start < stop) {
                add(spans, start, stop);
            }
        }
        return spans;
    }

    private static void add(List<Span> spans, long start, long stop) {
        Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (before != null && before.toMillis() >= start) {
            spans.set(spans.size() - 1, new Span(before.fromMillis(), stop));
        } else {
            spans.add(new Span(start, stop));
        }
    }

    private static long millis(ZonedDateTime zero, ZonedDateTime at) {
        return Duration.between(zero, at).toMillis();
    }
}
