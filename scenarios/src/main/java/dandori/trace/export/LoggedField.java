package dandori.trace.export;

/** What a log may say of a job. */
public enum LoggedField {
    /** How long it waited. */
    WAIT("how long it waited"),
    /** How long it ran. */
    RUN("how long it ran"),
    /** The time limit asked for. */
    WALLTIME("its time limit"),
    /** Nodes asked for. */
    REQUESTED_NODES("nodes asked for"),
    /** Nodes that it had. */
    ALLOCATED_NODES("nodes that it had"),
    /** Processors asked for. */
    REQUESTED_PROCESSORS("processors asked for"),
    /** Processors that it had. */
    ALLOCATED_PROCESSORS("processors that it had"),
    /** Accelerators asked for. */
    REQUESTED_ACCELERATORS("accelerators asked for"),
    /** Accelerators that it had. */
    ALLOCATED_ACCELERATORS("accelerators that it had"),
    /** CPU time used. */
    CPU("CPU time used"),
    /** Memory used. */
    MEMORY("memory used"),
    /** Memory asked for. */
    REQUESTED_MEMORY("memory asked for"),
    /** How it ended, as far as the Standard Workload Format tells ends apart. */
    END("how it ended"),
    /** Whether a time limit, a node or another job ended it. */
    EXACT_END("whether its time limit, a failed node or another job ended it"),
    /** Its user, by whatever name. */
    USER("its user"),
    /** Its user's name. */
    USER_NAME("its user's name"),
    /** Its group, by whatever name. */
    GROUP("its group"),
    /** Its group's name. */
    GROUP_NAME("its group's name"),
    /** Its queue, by whatever name. */
    QUEUE("its queue"),
    /** Its queue's name. */
    QUEUE_NAME("its queue's name"),
    /** Its partition, by whatever name. */
    PARTITION("its partition"),
    /** Its partition's name. */
    PARTITION_NAME("its partition's name"),
    /** The number of its program. */
    APPLICATION("its program"),
    /** The job that it follows. */
    PRECEDING("the job that it follows"),
    /** How long its user thought before. */
    THINK("its user's think time");

    private final String text;

    LoggedField(String text) {
        this.text = text;
    }

    /** The field that has room for a number in place of this name; itself if this is no name. */
    LoggedField numbered() {
        return switch (this) {
            case USER_NAME -> USER;
            case GROUP_NAME -> GROUP;
            case QUEUE_NAME -> QUEUE;
            case PARTITION_NAME -> PARTITION;
            default -> this;
        };
    }

    /** What it is, fit for a sentence about one job. */
    public String text() {
        return text;
    }
}
