package dandori.scenario;

import dandori.machine.AllocationUnit;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.trace.LogOptions;
import dandori.trace.TraceFormat;
import dandori.trace.Traces;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, and writes, what a scenario says about a log that the log does not say itself. */
final class LogOptionsReader {

    private final TraceStreamReader files;
    private final Issues issues;

    LogOptionsReader(TraceStreamReader files, Issues issues) {
        this.files = files;
        this.issues = issues;
    }

    LogOptions read(Values trace) {
        Path mapping = trace.has("mapping") ? files.file(trace, "mapping") : null;
        return new LogOptions(format(trace), zone(trace), unit(trace), mapping);
    }

    private @Nullable String format(Values trace) {
        Node node = trace.node("format");
        String name = trace.name("format");
        if (node == null || name == null) {
            return null;
        }
        List<TraceFormat> formats = Traces.formats();
        List<String> known = formats.stream().map(TraceFormat::name).sorted().toList();
        if (!known.contains(name)) {
            issues.addUnknown(node, "there is no format '" + name + "' of traces.", name, known);
        } else if (trace.has("mapping") && !takesMapping(formats, name)) {
            issues.add(
                    node,
                    "is neither 'csv' nor 'parquet', and a mapping is of tables.",
                    "leave it out.");
        }
        return name;
    }

    private static boolean takesMapping(List<TraceFormat> formats, String name) {
        return formats.stream()
                .anyMatch(format -> format.name().equals(name) && format.takesMapping());
    }

    private @Nullable ZoneId zone(Values trace) {
        Node node = trace.node("timeZone");
        if (node == null) {
            return null;
        }
        String zone = trace.text("timeZone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            issues.add(
                    node,
                    "there is no zone '" + zone + "'.",
                    "a place, 'Asia/Tokyo', or an offset, '+09:00'.");
            return null;
        }
    }

    private static @Nullable AllocationUnit unit(Values trace) {
        if (!trace.has("count")) {
            return null;
        }
        return AllocationUnit.ofPlural(trace.word("count")).orElse(null);
    }

    /** Writes what is said. */
    static void put(TreeBuilder trace, LogOptions log) {
        if (log.format() != null) {
            trace.text("format", log.format());
        }
        if (log.zone() != null) {
            trace.text("timeZone", log.zone().getId());
        }
        if (log.unit() != null) {
            trace.text("count", log.unit().plural());
        }
        if (log.mapping() != null) {
            trace.text("mapping", log.mapping().toString());
        }
    }
}
