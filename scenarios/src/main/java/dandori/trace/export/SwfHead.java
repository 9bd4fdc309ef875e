package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.HeaderEntry;
import dandori.trace.SwfNames;
import dandori.trace.TraceHeader;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header of a file in Standard Workload Format: version, machine, counts and dates as the jobs
 * have them, then all else that the log's own header says, in its order; last {@linkplain SwfNames
 * names}, where they are wanted.
 */
final class SwfHead {

    /** Keys that are written anew. */
    private static final Set<String> OWN =
            Set.of(
                    "version",
                    "computer",
                    "installation",
                    "maxjobs",
                    "maxrecords",
                    "unixstarttime",
                    "timezone",
                    "timezonestring",
                    "maxnodes",
                    "maxprocs");

    private SwfHead() {}

    static List<HeaderEntry> entries(
            JobStream jobs, long count, List<NumberedNames> names, OutputWishes wishes) {
        TraceHeader header = jobs.header();
        List<HeaderEntry> entries = new ArrayList<>();
        add(entries, "Version", "2.2");
        if (header.computer() != null) {
            add(entries, "Computer", header.computer());
        }
        if (header.installation() != null) {
            add(entries, "Installation", header.installation());
        }
        add(entries, "MaxJobs", Long.toString(count));
        add(entries, "MaxRecords", Long.toString(count));
        addDates(entries, header);
        addSizes(entries, jobs, wishes.machineSize());
        addOthers(entries, header);
        String conversion = "Written by " + wishes.writtenBy();
        addUnlessThere(entries, "Conversion", conversion);
        if (jobs.unit() != AllocationUnit.PROCESSOR) {
            addUnlessThere(entries, "Note", "Fields 5 and 8 count " + jobs.unit().text() + "s.");
        }
        if (wishes.names()) {
            String listed =
                    names.stream()
                            .filter(NumberedNames::hasNames)
                            .map(NumberedNames::key)
                            .collect(Collectors.joining(", "));
            if (!listed.isEmpty()) {
                add(entries, SwfNames.KEY, listed);
            }
            names.forEach(kind -> entries.addAll(kind.entries()));
        }
        return entries;
    }

    private static void addDates(List<HeaderEntry> entries, TraceHeader header) {
        ZonedDateTime origin = header.origin();
        if (origin != null) {
            add(entries, "UnixStartTime", Long.toString(origin.toEpochSecond()));
        }
        boolean isTold = false;
        for (String key : List.of("TimeZone", "TimeZoneString")) {
            for (String value : header.values(key)) {
                add(entries, key, value);
                isTold = true;
            }
        }
        if (!isTold && origin != null && header.unixStartTime() == null) {
            boolean isUtc = origin.getZone().equals(ZoneOffset.UTC);
            add(entries, "TimeZoneString", isUtc ? "UTC" : origin.getZone().getId());
        }
    }

    /** Where the header says no size in what jobs count, one in something else would be misread. */
    private static void addSizes(List<HeaderEntry> entries, JobStream jobs, long given) {
        if (given > 0) {
            add(entries, "MaxProcs", Long.toString(given));
            return;
        }
        if (jobs.machineSize() == 0) {
            return;
        }
        TraceHeader header = jobs.header();
        if (header.maxNodes() > 0) {
            add(entries, "MaxNodes", Integer.toString(header.maxNodes()));
        }
        if (header.maxProcs() > 0) {
            add(entries, "MaxProcs", Integer.toString(header.maxProcs()));
        }
    }

    /** An entry without a key would continue the one before it, but for an empty comment. */
    private static void addOthers(List<HeaderEntry> entries, TraceHeader header) {
        for (HeaderEntry entry : header.entries()) {
            if (entry.key().isEmpty()) {
                add(entries, "", "");
                entries.add(entry);
            } else if (!OWN.contains(entry.key().toLowerCase(Locale.ROOT))
                    && !SwfNames.lists(header, entry.key())) {
                entries.add(entry);
            }
        }
    }

    private static void add(List<HeaderEntry> entries, String key, String value) {
        entries.add(new HeaderEntry(key, value));
    }

    private static void addUnlessThere(List<HeaderEntry> entries, String key, String value) {
        HeaderEntry entry = new HeaderEntry(key, value);
        if (!entries.contains(entry)) {
            entries.add(entry);
        }
    }
}
