package dandori.cli;

import dandori.machine.AllocationUnit;
import dandori.trace.ImportNote;
import dandori.trace.NoteKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The size of a machine as a call gives it: {@code --processors}, {@code --nodes} or {@code
 * --accelerators}.
 *
 * @param unit what it counts
 * @param count how many there are
 */
record GivenSize(AllocationUnit unit, int count) {

    GivenSize {
        if (count < 1) {
            throw new WrongCallException(
                    "%s: must be at least 1, but is %d.".formatted(option(unit), count),
                    "leave it out: the trace's header may say it.");
        }
    }

    static String option(AllocationUnit unit) {
        return "--" + unit.plural();
    }

    String option() {
        return option(unit);
    }

    /**
     * That jobs count something else, and how the size is taken; null if they do not.
     *
     * @param counts what jobs count
     * @param makesNodes whether the call can make nodes of processors
     */
    @Nullable ImportNote otherUnit(AllocationUnit counts, boolean makesNodes) {
        if (unit == counts) {
            return null;
        }
        boolean byNode = unit == AllocationUnit.NODE && counts == AllocationUnit.PROCESSOR;
        String perNode =
                byNode && makesNodes
                        ? "--processors-per-node C makes nodes of processors; or "
                        : "";
        return new ImportNote(
                "machine-unit",
                NoteKind.HEADER,
                1,
                String.format(
                        Locale.ROOT,
                        "jobs count %s, and %s counts %s: taken as %,d %s",
                        counts.plural(),
                        option(),
                        unit.plural(),
                        count,
                        counts.plural()),
                perNode + option(counts) + " N says it in what jobs count");
    }
}
