package dandori.trace.export;

import dandori.results.WholeFile;
import dandori.trace.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes jobs into a file, and says what it cannot hold. */
public final class TraceExport {

    private TraceExport() {}

    /**
     * Writes a file; a name that ends in {@code .gz} is packed. An older file of that name is
     * replaced, once the new one is whole.
     *
     * @param accept is called when all jobs are read and the file is not yet in its place; what it
     *     throws keeps it out
     * @throws TraceException if there is no job, none that the format takes, or one cannot be read
     * @throws IOException if the file cannot be written
     */
    public static ExportReport write(
            JobStream jobs, TraceOutput output, Path file, OutputWishes wishes, Runnable accept)
            throws IOException {
        boolean isPacked = file.toString().endsWith(".gz");
        if (isPacked && !output.mayBePacked()) {
            throw new TraceException(
                    file + ": " + output.title() + " packs by itself.",
                    "Maybe leave .gz out of the name.");
        }
        CountedJobs counted = new CountedJobs(jobs);
        List<String> remarks = new ArrayList<>();
        WholeFile.writeTo(
                file,
                unfinished -> {
                    try {
                        Destination to = new Destination(unfinished, isPacked);
                        remarks.addAll(output.write(counted, to, wishes));
                    } finally {
                        Files.deleteIfExists(Destination.besideOf(unfinished));
                    }
                    if (counted.count() == 0) {
                        throw new TraceException(
                                jobs.name() + ": no job is left to write.",
                                "Maybe the limits of the call leave all out.");
                    }
                    if (counted.writtenCount() == 0) {
                        throw new TraceException(
                                "%s: %s, and none can be written as %s."
                                        .formatted(
                                                jobs.name(),
                                                times(counted.count()),
                                                output.title()),
                                "Maybe another format holds them: --to csv takes every job.");
                    }
                    accept.run();
                });
        remarks.addAll(oddities(counted));
        return new ExportReport(counted.writtenCount(), remarks, lost(output, counted, wishes));
    }

    private static List<String> oddities(CountedJobs jobs) {
        List<String> oddities = new ArrayList<>();
        if (jobs.unsortedCount() > 0) {
            oddities.add(
                    times(jobs.unsortedCount())
                            + " submitted before an earlier one: kept in the order of the log");
        }
        if (jobs.notAscendingCount() > 0) {
            oddities.add(
                    times(jobs.notAscendingCount())
                            + " with a number not above all earlier ones, which may come twice");
        }
        return oddities;
    }

    private static List<String> lost(TraceOutput output, CountedJobs jobs, OutputWishes wishes) {
        Set<LoggedField> holds = output.holds(jobs.unit());
        List<String> lost = new ArrayList<>();
        for (LoggedField field : LoggedField.values()) {
            long count = jobs.known().count(field);
            boolean isName = field.numbered() != field;
            boolean isTold = isName && (wishes.names() || !holds.contains(field.numbered()));
            if (count > 0 && !holds.contains(field) && !isTold) {
                lost.add(field.text() + " (known of " + times(count) + ")");
            }
        }
        lost.addAll(output.lacks());
        return lost;
    }

    /** A number of jobs in words. */
    static String times(long count) {
        return String.format(Locale.ROOT, "%,d job%s", count, count == 1 ? "" : "s");
    }
}
