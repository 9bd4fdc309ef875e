package dandori.cli;

import dandori.trace.ImportNote;
import dandori.trace.TraceException;
import dandori.trace.export.ExportReport;
import dandori.trace.export.JobStream;
import dandori.trace.export.OutputWishes;
import dandori.trace.export.SubmitLimits;
import dandori.trace.export.TraceExport;
import dandori.trace.export.TraceOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a trace goes, in which format, and which of its jobs. */
final class ExportOptions {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the trace goes; packed with gzip if it ends in .gz.")
    Path out = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            completionCandidates = Outputs.class,
            description =
                    "Its format: ${COMPLETION-CANDIDATES}. By default what the ending of --out says.")
    private @Nullable String to;

    @Option(names = "--force", description = "Replaces a file that is there already.")
    private boolean force;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only jobs submitted from this date on.")
    private @Nullable String from;

    @Option(
            names = "--to-date",
            paramLabel = "DATE",
            description = "Only jobs submitted before this date.")
    private @Nullable String toDate;

    @Option(
            names = "--usable",
            description = "Only jobs that a replay would use: size and run time are known.")
    boolean usable;

    @ArgGroup private @Nullable SizeOptions size;

    /** For picocli. */
    ExportOptions() {}

    /** Refuses what cannot be before anything is read. */
    TraceOutput output(List<Path> inputs) throws IOException {
        SizeOptions.given(size); // or refuses it
        FreePlace.checkNotRead("--out", out, inputs);
        FreePlace.check("--out", out, force);
        return to == null ? byEnding() : named(to);
    }

    private static TraceOutput named(String name) {
        try {
            return TraceOutput.named(name);
        } catch (TraceException unknown) {
            throw new WrongCallException("--to: " + unknown.getMessage(), null);
        }
    }

    private TraceOutput byEnding() {
        String name = out.toString();
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        List<String> known = new ArrayList<>();
        for (TraceOutput output : TraceOutput.all()) {
            for (String ending : output.endings()) {
                if (plain.endsWith(ending)) {
                    return output;
                }
                known.add(ending);
            }
        }
        throw new WrongCallException(
                "--out: the ending of '%s' names no format.".formatted(out),
                "--to FORMAT, or one of the endings %s.".formatted(String.join(", ", known)));
    }

    SubmitLimits limits() {
        return new SubmitLimits(from, toDate);
    }

    ExportReport write(JobStream jobs, TraceOutput output, boolean names, Runnable accept)
            throws IOException {
        GivenSize given = SizeOptions.given(size);
        OutputWishes wishes =
                new OutputWishes(names, given == null ? 0 : given.count(), Version.ofProgram());
        ExportReport report = TraceExport.write(jobs, output, out, wishes, accept);
        ImportNote other = given == null ? null : given.otherUnit(jobs.unit(), false);
        if (other == null) {
            return report;
        }
        List<String> remarks = new ArrayList<>(report.remarks());
        remarks.add(other.text());
        return new ExportReport(report.jobs(), remarks, report.lost());
    }

    /** The names of all formats out. */
    static final class Outputs implements Iterable<String> {

        /** For picocli. */
        Outputs() {}

        @Override
        public Iterator<String> iterator() {
            return TraceOutput.all().stream().map(TraceOutput::name).iterator();
        }
    }
}
