package dandori.cli;

import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.results.WholeFile;
import dandori.trace.HeaderEntry;
import dandori.trace.ReadProgress;
import dandori.trace.SwfWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes jobs that were made as a trace in Standard Workload Format. */
final class GeneratedFile {

    private GeneratedFile() {}

    /** Writes the file; one whose name ends in {@code .gz} is packed. */
    static void write(Path file, GeneratedTrace trace, ReadProgress progress) throws IOException {
        write(file, header(trace), trace.jobs(), progress);
    }

    /** Writes jobs behind a header of one's own. */
    static void write(Path file, List<HeaderEntry> header, Workload jobs, ReadProgress progress)
            throws IOException {
        WholeFile.write(
                file,
                out -> {
                    SwfWriter writer = new SwfWriter(out);
                    writer.header(header);
                    writer.jobs(jobs, progress);
                    writer.flush();
                });
    }

    private static List<HeaderEntry> header(GeneratedTrace trace) {
        List<HeaderEntry> entries = new ArrayList<>();
        String count = String.valueOf(trace.jobs().count());
        entries.add(new HeaderEntry("Version", "2.2"));
        entries.add(new HeaderEntry("Computer", "None: the jobs were made by " + trace.made()));
        entries.add(new HeaderEntry("Conversion", Version.ofProgram()));
        entries.add(new HeaderEntry("MaxJobs", count));
        entries.add(new HeaderEntry("MaxRecords", count));
        ZonedDateTime origin = trace.jobs().origin();
        if (origin != null) {
            entries.add(new HeaderEntry("UnixStartTime", String.valueOf(origin.toEpochSecond())));
            entries.add(new HeaderEntry("TimeZoneString", zone(origin)));
        }
        entries.add(new HeaderEntry("MaxNodes", String.valueOf(trace.nodes())));
        entries.add(new HeaderEntry("MaxProcs", String.valueOf(trace.nodes())));
        entries.add(new HeaderEntry("MaxRuntime", String.valueOf(longestSeconds(trace))));
        trace.notes().forEach(note -> entries.add(new HeaderEntry("Note", note)));
        return entries;
    }

    static String zone(ZonedDateTime origin) {
        return origin.getZone().equals(ZoneOffset.UTC) ? "UTC" : origin.getZone().getId();
    }

    private static long longestSeconds(GeneratedTrace trace) {
        Jobs jobs = trace.jobs().jobs();
        long longest = 0;
        for (int job = 0; job < jobs.count(); job++) {
            longest = Math.max(longest, jobs.walltimeMillis(job));
        }
        return (longest + 999) / 1_000;
    }
}
