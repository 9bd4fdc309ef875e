package dandori.trace.csv;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.trace.Findings;
import dandori.trace.LogClock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what times look like in a table. */
final class CsvTimesReader {

    private CsvTimesReader() {}

    static CsvTimes read(@Nullable Node node, Issues issues) {
        if (node == null) {
            return new CsvTimes(1_000, 1_000, CsvTimes.Since.SEEN, 0, null, null);
        }
        Values times = Values.of(CsvSections.TIMES, node, issues);
        long unit = millis(times.word("unit"));
        String durations = times.word("durations");
        ZoneId zone = zone(times, issues);
        CsvTimes.Since since = CsvTimes.Since.SEEN;
        long sinceMillis = 0;
        Node sinceNode = times.node("since");
        if (sinceNode != null) {
            String text = times.text("since");
            since = text.equals("start") ? CsvTimes.Since.START : CsvTimes.Since.DATE;
            if (since == CsvTimes.Since.DATE && !text.equals("1970")) {
                sinceMillis = new LogClock(zone, new Findings()).millis(text);
            }
            if (sinceMillis == LogClock.NO_DATE) {
                issues.add(
                        sinceNode,
                        "must be a date, 1970 or 'start', but is '" + text + "'.",
                        "2024-04-01T00:00:00+09:00.");
            }
        }
        return new CsvTimes(
                unit,
                durations.isEmpty() ? unit : millis(durations),
                since,
                sinceMillis,
                pattern(times, issues),
                zone);
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1_000;
        };
    }

    private static @Nullable ZoneId zone(Values times, Issues issues) {
        Node node = times.node("zone");
        if (node == null) {
            return null;
        }
        try {
            return ZoneId.of(times.text("zone"));
        } catch (DateTimeException unknown) {
            issues.add(
                    node,
                    "there is no zone '" + times.text("zone") + "'.",
                    "a place, 'Asia/Tokyo', or an offset, '+09:00'.");
            return null;
        }
    }

    private static @Nullable DateTimeFormatter pattern(Values times, Issues issues) {
        Node node = times.node("pattern");
        if (node == null) {
            return null;
        }
        String text = times.text("pattern").replace("yyyy", "uuuu");
        try {
            return DateTimeFormatter.ofPattern(text, Locale.ENGLISH)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException impossible) {
            issues.add(
                    node,
                    "is no pattern of dates: '" + times.text("pattern") + "'.",
                    "'dd.MM.yyyy HH:mm:ss'; other letters stand in single quotes.");
            return null;
        }
    }
}
