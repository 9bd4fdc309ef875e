package dandori.machine;

import java.util.Arrays;
import java.util.Optional;

/** What a machine hands out: the thing that a job's {@code nodes} counts. */
public enum AllocationUnit {
    /** Whole nodes. */
    NODE("node"),
    /** Accelerators of nodes that are shared. */
    ACCELERATOR("accelerator"),
    /** Processors of nodes that are shared, as most traces count. */
    PROCESSOR("processor");

    private final String text;

    AllocationUnit(String text) {
        this.text = text;
    }

    /** The word for one unit, in lower case. */
    public String text() {
        return text;
    }

    /** The word for several. */
    public String plural() {
        return text + "s";
    }

    /** That of the word for one; empty if there is none. */
    public static Optional<AllocationUnit> named(String word) {
        return Arrays.stream(values()).filter(unit -> unit.text.equals(word)).findFirst();
    }

    /** That of the word for several; empty if there is none. */
    public static Optional<AllocationUnit> ofPlural(String word) {
        return Arrays.stream(values()).filter(unit -> unit.plural().equals(word)).findFirst();
    }
}
