package dandori.cli;

import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.sim.Conventions;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.ReadProgress;
import dandori.trace.TraceHeader;
import dandori.trace.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a replay, and the machine that it is played on.
 *
 * @param file the trace
 * @param processors the machine's size in processors, or null
 * @param nodes the machine's size in nodes, or null
 * @param given the machine that the call names, or null
 * @param processorsPerNode how many processors make a node
 * @param conventions which rules of import
 * @param from jobs submitted before this date are left out; null: none
 * @param to jobs submitted at this date or later are left out; null: none
 * @param keepLoggedWaits whether the log's own waits are needed
 * @param keepDependencies whether jobs wait for those that the trace says precede them
 */
record ReplayTrace(
        Path file,
        @Nullable Integer processors,
        @Nullable Integer nodes,
        @Nullable Machine given,
        int processorsPerNode,
        Conventions conventions,
        @Nullable String from,
        @Nullable String to,
        boolean keepLoggedWaits,
        boolean keepDependencies) {

    ReplayTrace {
        if (processorsPerNode < 1) {
            throw new WrongCallException(
                    "--processors-per-node: must be at least 1, but is %d."
                            .formatted(processorsPerNode),
                    "leave it out: jobs then ask for processors.");
        }
        checkSize("--processors", processors);
        checkSize("--nodes", nodes);
        if (given != null && given.unit() != AllocationUnit.NODE && processorsPerNode > 1) {
            throw new WrongCallException(
                    "--processors-per-node: '%s' hands out %ss, not nodes."
                            .formatted(given.name(), given.unit().text()),
                    "leave it out.");
        }
    }

    private static void checkSize(String option, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new WrongCallException(
                    "%s: must be at least 1, but is %d.".formatted(option, value),
                    "leave it out: the trace's header may say it.");
        }
    }

    /** Reads the trace. */
    ImportedTrace read(ReadProgress progress) {
        ImportRules rules =
                conventions == Conventions.SC15 ? ImportRules.sc15() : ImportRules.dandori();
        if (processors != null || nodes != null || given != null) {
            rules = rules.withMachineProcessors(sizeInProcessors());
        }
        if (from != null || to != null) {
            TraceHeader header = Traces.readHeader(file);
            Long fromMillis = millis("--from", from, header);
            Long toMillis = millis("--to", to, header);
            if (fromMillis != null && toMillis != null && fromMillis >= toMillis) {
                throw new WrongCallException(
                        "--to: must lie after --from (%s), but is %s.".formatted(from, to),
                        "the two are swapped.");
            }
            rules = rules.withSubmittedWithin(fromMillis, toMillis);
        }
        rules =
                rules.withProcessorsPerNode(processorsPerNode)
                        .withKeepDependencies(keepDependencies);
        return Traces.read(file, rules.withKeepLoggedWaits(keepLoggedWaits), progress);
    }

    private int sizeInProcessors() {
        if (processors != null) {
            return processors;
        }
        int units = given != null ? given.nodes() : Objects.requireNonNull(nodes);
        long size = (long) units * processorsPerNode;
        if (size > Integer.MAX_VALUE) {
            throw new WrongCallException(
                    "%s: %,d nodes of %,d processors are more than can be counted."
                            .formatted(
                                    given != null ? "--processors-per-node" : "--nodes",
                                    units,
                                    processorsPerNode),
                    given != null
                            ? "at most %,d.".formatted(Integer.MAX_VALUE / units)
                            : "at most %,d.".formatted(Integer.MAX_VALUE / processorsPerNode));
        }
        return (int) size;
    }

    /** The machine: the one that is named, or as large as the call or the header says. */
    Machine machine(ImportedTrace trace) {
        if (given != null) {
            return given;
        }
        AllocationUnit unit =
                nodes != null || processorsPerNode > 1
                        ? AllocationUnit.NODE
                        : AllocationUnit.PROCESSOR;
        if (nodes != null) {
            return Machine.flat(trace.workload().name(), nodes, unit);
        }
        int size = processors != null ? processors : headerProcessors(trace.header());
        if (size == 0) {
            throw new WrongCallException(
                    "%s: the trace's header does not say how large its machine is.".formatted(file),
                    "--processors N. Its largest job asks for %,d.".formatted(largest(trace)));
        }
        return Machine.flat(
                trace.workload().name(), (size + processorsPerNode - 1) / processorsPerNode, unit);
    }

    /**
     * The header's size in processors; where it only counts nodes, they are of the size that the
     * call says.
     */
    private int headerProcessors(TraceHeader header) {
        return header.maxProcs() > 0
                ? header.maxProcs()
                : Math.multiplyExact(header.maxNodes(), processorsPerNode);
    }

    private static int largest(ImportedTrace trace) {
        int largest = 0;
        for (int job = 0; job < trace.workload().count(); job++) {
            largest = Math.max(largest, trace.workload().jobs().nodes(job));
        }
        return largest;
    }

    /** A date as time of the trace. */
    private @Nullable Long millis(String option, @Nullable String text, TraceHeader header) {
        if (text == null) {
            return null;
        }
        ZonedDateTime origin = header.origin();
        if (origin == null) {
            throw new WrongCallException(
                    "%s: the trace's header does not say the date of its time 0 (UnixStartTime)."
                            .formatted(option),
                    "leave it out.");
        }
        return Duration.between(origin, date(option, text, origin)).toMillis();
    }

    private static ZonedDateTime date(String option, String text, ZonedDateTime origin) {
        try {
            if (text.length() > 10 && text.matches(".*(Z|[+-]\\d\\d:\\d\\d|])")) {
                return ZonedDateTime.parse(text);
            }
            return text.contains("T")
                    ? LocalDateTime.parse(text).atZone(origin.getZone())
                    : LocalDate.parse(text).atStartOfDay(origin.getZone());
        } catch (DateTimeParseException notADate) {
            throw new WrongCallException(
                    "%s: is no date: '%s'.".formatted(option, text),
                    "'%s', or with a time: '%sT12:00'."
                            .formatted(origin.toLocalDate(), origin.toLocalDate()));
        }
    }
}
