package dandori.machine;

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
}
