package dandori.cli;

import dandori.machine.AllocationUnit;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.KnownTrace;
import dandori.trace.LogOptions;
import dandori.trace.NoteKind;
import dandori.trace.TraceException;
import dandori.trace.TraceFormat;
import dandori.trace.Traces;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a call says about a trace that it does not say itself. */
final class TraceOptions {

    @Option(
            names = "--format",
            paramLabel = "NAME",
            completionCandidates = Formats.class,
            description =
                    "The trace's format, where its content does not show it: ${COMPLETION-CANDIDATES}.")
    private @Nullable String format;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "For CSV and Parquet: which column means what (docs/data/csv-mapping.md).")
    private @Nullable Path mapping;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description =
                    "The zone of the log's local times, Asia/Tokyo for instance; UTC if not given.")
    private @Nullable String zone;

    @Option(
            names = "--count",
            paramLabel = "UNIT",
            completionCandidates = Choices.OfUnit.class,
            description =
                    "What the size of a job counts: nodes, processors or accelerators. By default"
                            + " what the format counts.")
    private @Nullable String unit;

    @Option(names = "--strict", description = "Lines that are skipped or repaired are errors.")
    private boolean strict;

    /** For picocli. */
    TraceOptions() {}

    LogOptions options() {
        return new LogOptions(format, zoneId(), allocationUnit(), mapping);
    }

    /** The files that are read: the trace, and what says how. */
    List<Path> inputs(Path trace) {
        return inputs(List.of(trace));
    }

    /** The files that are read: the traces, and what says how. */
    List<Path> inputs(List<Path> traces) {
        List<Path> inputs = new ArrayList<>(traces);
        if (mapping != null) {
            inputs.add(mapping);
        }
        return inputs;
    }

    private @Nullable ZoneId zoneId() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new WrongCallException(
                    "--time-zone: there is no zone '%s'.".formatted(zone),
                    "a place, 'Asia/Tokyo', or an offset, '+09:00'.");
        }
    }

    private @Nullable AllocationUnit allocationUnit() {
        if (unit == null) {
            return null;
        }
        return AllocationUnit.ofPlural(unit.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new WrongCallException(
                                "--count: is '%s', where a unit is expected.".formatted(unit),
                                "nodes, processors or accelerators."));
    }

    /** The trace, if nothing in it is skipped or repaired, or that need not be. */
    <T extends KnownTrace> T checked(Path file, T trace) {
        check(file, trace.report());
        return trace;
    }

    /** Refuses a trace in which something is skipped or repaired, unless that need not be. */
    void check(Path file, ImportReport report) {
        if (!strict) {
            return;
        }
        StringBuilder faults = new StringBuilder();
        for (ImportNote note : report.notes()) {
            if (note.kind() == NoteKind.SKIPPED || note.kind() == NoteKind.REPAIRED) {
                faults.append(
                        "\n  %-8s  %,d  %s"
                                .formatted(note.kind().text(), note.count(), note.text()));
            }
        }
        if (faults.length() > 0) {
            throw new TraceException(
                    "%s: is not clean, as --strict wants it:%s".formatted(file, faults),
                    "Maybe leave --strict out: each repair is told.");
        }
    }

    /** The names of all formats. */
    static final class Formats implements Iterable<String> {

        /** For picocli. */
        Formats() {}

        @Override
        public Iterator<String> iterator() {
            return Traces.formats().stream().map(TraceFormat::name).sorted().iterator();
        }
    }
}
