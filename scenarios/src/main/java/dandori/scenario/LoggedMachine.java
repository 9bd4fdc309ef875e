package dandori.scenario;

import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.trace.LogBeginning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The machine of which a log is.
 *
 * @param stream how the log is played
 * @param log what it says of itself
 */
record LoggedMachine(TraceStream stream, LogBeginning log) {

    /** What does not fit the machine on which it is played, in sentences. */
    List<String> warnings(Machine here) {
        List<String> warnings = new ArrayList<>();
        String file = String.valueOf(stream.file().getFileName());
        AllocationUnit wanted = stream.log().unit();
        int its = log.machineNodes(wanted, stream.processorsPerNode());
        its = (int) Math.round(its * stream.scaleNodes());
        if (its > 0 && its != here.nodes()) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%s was logged on a machine of %,d %s; here it is played on %,d.",
                            file,
                            its,
                            here.unit().plural(),
                            here.nodes()));
        }
        AllocationUnit counts = log.counts(wanted);
        boolean oneIsAccelerators =
                counts != here.unit()
                        && (counts == AllocationUnit.ACCELERATOR
                                || here.unit() == AllocationUnit.ACCELERATOR);
        boolean areNodesOnProcessors =
                counts == AllocationUnit.NODE && here.unit() == AllocationUnit.PROCESSOR;
        if (oneIsAccelerators || areNodesOnProcessors) {
            warnings.add(
                    ("Jobs of %s count %s, and %s hands out %s: each is taken as one."
                                    + " 'count: %s' counts those, where the log says them.")
                            .formatted(
                                    file,
                                    counts.plural(),
                                    here.name(),
                                    here.unit().plural(),
                                    here.unit().plural()));
        }
        return warnings;
    }
}
