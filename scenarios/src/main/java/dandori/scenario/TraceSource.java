package dandori.scenario;

import dandori.sim.Conventions;
import dandori.trace.ImportPreset;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogBeginning;
import dandori.trace.ReadProgress;
import dandori.trace.TraceHeader;
import dandori.trace.Traces;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the traces of a scenario, each once, so that all seeds and policies share their jobs. Safe
 * for several threads.
 */
final class TraceSource {

    private final Map<TraceStream, ImportedTrace> read = new ConcurrentHashMap<>();
    private final Map<TraceStream, LogBeginning> beginnings = new ConcurrentHashMap<>();
    private final Conventions conventions;
    private final boolean keepLoggedWaits;
    private final ReadProgress progress;

    TraceSource(Conventions conventions, boolean keepLoggedWaits, ReadProgress progress) {
        this.conventions = conventions;
        this.keepLoggedWaits = keepLoggedWaits;
        this.progress = progress;
    }

    /**
     * The trace of a stream.
     *
     * @param stream which trace, and how its processors count
     * @param machineNodes the size of the machine that its jobs are for
     */
    ImportedTrace trace(TraceStream stream, int machineNodes) {
        return read.computeIfAbsent(
                stream,
                wanted -> Traces.read(wanted.file(), rules(wanted, machineNodes), progress));
    }

    /** What a trace says of itself; read once, since that may go as far as its first job. */
    LogBeginning beginning(TraceStream stream) {
        return beginnings.computeIfAbsent(
                stream, wanted -> Traces.readBeginning(wanted.file(), wanted.log()));
    }

    /** Its header. */
    TraceHeader header(TraceStream stream) {
        return beginning(stream).header();
    }

    private ImportRules rules(TraceStream stream, int machineNodes) {
        ImportRules rules = ImportRules.dandori();
        if (conventions == Conventions.SC15) {
            long processors = (long) machineNodes * stream.processorsPerNode();
            rules =
                    rules.withPreset(ImportPreset.SC15)
                            .withMachineProcessors((int) Math.min(Integer.MAX_VALUE, processors));
        }
        rules =
                rules.withProcessorsPerNode(stream.processorsPerNode())
                        .withKeepLoggedWaits(keepLoggedWaits || stream.feedback() != null)
                        .withKeepDependencies(stream.dependencies())
                        .withLog(stream.log());
        return stream.organizationFrom() == null
                ? rules
                : rules.withOrganizationFrom(stream.organizationFrom());
    }

    /** Whether the waits that the logs tell are kept. */
    boolean keepsLoggedWaits() {
        return keepLoggedWaits;
    }
}
