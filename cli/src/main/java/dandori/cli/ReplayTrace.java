package dandori.cli;

import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.sim.Conventions;
import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.KnownTrace;
import dandori.trace.NoteKind;
import dandori.trace.ReadProgress;
import dandori.trace.SubmitDate;
import dandori.trace.TraceHeader;
import dandori.trace.Traces;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a replay, and the machine that it is played on.
 *
 * @param file the trace
 * @param size the machine's size, or null
 * @param given the machine that the call names, or null
 * @param processorsPerNode how many processors make a node
 * @param conventions which rules of import
 * @param from jobs submitted before this date are left out; null: none
 * @param to jobs submitted at this date or later are left out; null: none
 * @param keepLoggedWaits whether the log's own waits are needed
 * @param keepDependencies whether jobs wait for those that the trace says precede them
 * @param log what the call says about the log that it does not say itself
 */
record ReplayTrace(
        Path file,
        @Nullable GivenSize size,
        @Nullable Machine given,
        int processorsPerNode,
        Conventions conventions,
        @Nullable String from,
        @Nullable String to,
        boolean keepLoggedWaits,
        boolean keepDependencies,
        TraceOptions log) {

    ReplayTrace {
        if (processorsPerNode < 1) {
            throw new WrongCallException(
                    "--processors-per-node: must be at least 1, but is %d."
                            .formatted(processorsPerNode),
                    "leave it out: jobs then ask for processors.");
        }
        if (given != null && given.unit() != AllocationUnit.NODE && processorsPerNode > 1) {
            throw new WrongCallException(
                    "--processors-per-node: '%s' hands out %ss, not nodes."
                            .formatted(given.name(), given.unit().text()),
                    "leave it out.");
        }
    }

    /**
     * Reads the trace.
     *
     * @param keptAtMost how many jobs are kept in memory; more are streamed
     */
    KnownTrace read(ReadProgress progress, int keptAtMost) {
        ImportRules rules =
                conventions == Conventions.SC15 ? ImportRules.sc15() : ImportRules.dandori();
        if (size != null || given != null) {
            rules = rules.withMachineProcessors(sizeInProcessors());
        }
        if (from != null || to != null) {
            FreePlace.checkReadTwice(from != null ? "--from" : "--to", file);
            TraceHeader header = Traces.readBeginning(file, log.options()).header();
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
        rules = rules.withLog(log.options()).withKeepLoggedWaits(keepLoggedWaits);
        return log.checked(file, Traces.readOrStream(file, rules, progress, keptAtMost));
    }

    private int sizeInProcessors() {
        if (size != null && size.unit() != AllocationUnit.NODE) {
            return size.count();
        }
        int units = size != null ? size.count() : Objects.requireNonNull(given).nodes();
        long processors = (long) units * processorsPerNode;
        if (processors > Integer.MAX_VALUE) {
            throw new WrongCallException(
                    "%s: %,d nodes of %,d processors are more than can be counted."
                            .formatted(
                                    size == null ? "--processors-per-node" : "--nodes",
                                    units,
                                    processorsPerNode),
                    size == null
                            ? "at most %,d.".formatted(Integer.MAX_VALUE / units)
                            : "at most %,d.".formatted(Integer.MAX_VALUE / processorsPerNode));
        }
        return (int) processors;
    }

    /** The machine: the one that is named, or as large as the call or the header says. */
    Machine machine(KnownTrace trace) {
        if (given != null) {
            return given;
        }
        if (size == null) {
            if (trace.machineNodes() == 0) {
                throw new WrongCallException(
                        "%s: the trace's header does not say how large its machine is."
                                .formatted(file),
                        "%s N. Its largest job asks for %,d."
                                .formatted(GivenSize.option(trace.unit()), trace.largest()));
            }
            return Machine.flat(trace.name(), trace.machineNodes(), trace.unit());
        }
        boolean perNode =
                size.unit() == AllocationUnit.PROCESSOR && trace.unit() == AllocationUnit.NODE;
        return perNode
                ? Machine.flat(
                        trace.name(),
                        (int) (((long) size.count() + processorsPerNode - 1) / processorsPerNode),
                        trace.unit())
                : Machine.flat(trace.name(), size.count(), trace.unit());
    }

    /** What is to be said of the machine's size beside what was odd in the trace; null: nothing. */
    @Nullable ImportNote note(KnownTrace trace) {
        AllocationUnit counts = trace.unit();
        if (given != null) {
            boolean isOther =
                    given.unit() != counts
                            && (given.unit() == AllocationUnit.ACCELERATOR
                                    || counts == AllocationUnit.ACCELERATOR);
            return isOther ? otherMachine(given, counts) : null;
        }
        if (size == null) {
            return null;
        }
        boolean isTold = // processors make nodes
                size.unit() == AllocationUnit.PROCESSOR
                        && counts == AllocationUnit.NODE
                        && processorsPerNode > 1;
        return isTold ? null : size.otherUnit(counts, true);
    }

    private static ImportNote otherMachine(Machine machine, AllocationUnit counts) {
        return new ImportNote(
                "machine-unit",
                NoteKind.HEADER,
                1,
                "jobs count %s, and %s hands out %s: each is taken as one"
                        .formatted(counts.plural(), machine.name(), machine.unit().plural()),
                "--count %s, where the log says it".formatted(machine.unit().plural()));
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
        try {
            return SubmitDate.millis(text, origin);
        } catch (DateTimeException notADate) {
            throw new WrongCallException(
                    "%s: is no date: '%s'.".formatted(option, text), SubmitDate.examples(origin));
        }
    }
}
