package dandori.trace;

import dandori.machine.AllocationUnit;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A trace that was read to its end, and what is known of it since: its jobs are in memory ({@link
 * ImportedTrace}), or are read anew by whoever plays them ({@link StreamedTrace}).
 */
public sealed interface KnownTrace permits ImportedTrace, StreamedTrace {

    /** What the file says of itself. */
    TraceHeader header();

    /** What was left out, repaired or noted. */
    ImportReport report();

    /** What the size of a job counts. */
    AllocationUnit unit();

    /** How large the log says its machine is, in what the size of a job counts; 0: it does not. */
    int machineNodes();

    /** What the trace is called. */
    default String name() {
        return report().trace();
    }

    /** How many jobs are used. */
    default int count() {
        return report().jobsUsed();
    }

    /** The date of time 0, or null if the file does not say. */
    default @Nullable ZonedDateTime origin() {
        return header().origin();
    }

    /** The same with another report. */
    KnownTrace withReport(ImportReport other);

    /** The size of the largest job. */
    int largest();

    /** When the first job is submitted. */
    long firstSubmitMillis();

    /** Of how many jobs the wait was wanted and is not known. */
    int unknownWaits();
}
