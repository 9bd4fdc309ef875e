package dandori.cli;

import dandori.machine.AllocationUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A machine's size, in one of three words; as a group of which only one may be given. */
class SizeOptions {

    @Option(
            names = "--processors",
            paramLabel = "N",
            description = "The machine's size in processors.")
    private @Nullable Integer processors;

    @Option(names = "--nodes", paramLabel = "N", description = "The machine's size in nodes.")
    private @Nullable Integer nodes;

    @Option(
            names = "--accelerators",
            paramLabel = "N",
            description = "The machine's size in accelerators.")
    private @Nullable Integer accelerators;

    /** For picocli. */
    SizeOptions() {}

    private @Nullable GivenSize given() {
        if (processors != null) {
            return new GivenSize(AllocationUnit.PROCESSOR, processors);
        }
        if (nodes != null) {
            return new GivenSize(AllocationUnit.NODE, nodes);
        }
        return accelerators == null
                ? null
                : new GivenSize(AllocationUnit.ACCELERATOR, accelerators);
    }

    /** What a group says, or null. */
    static @Nullable GivenSize given(@Nullable SizeOptions group) {
        return group == null ? null : group.given();
    }
}
