package dandori.trace.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of a table may say of a job. */
enum CsvField {
    ID("id", "Its number."),
    SUBMIT("submit", "When it was submitted; else it is start less wait."),
    START("start", "When it began."),
    END("end", "When it ended."),
    WAIT("wait", "How long it waited; else start less submit."),
    RUN("run", "How long it ran; else end less start."),
    WALLTIME("walltime", "The time limit that was asked for."),
    CPU("cpuTime", "CPU time used."),
    NODES("nodes", "Nodes asked for."),
    ALLOCATED_NODES("allocatedNodes", "Nodes that it had."),
    PROCESSORS("processors", "Processors asked for."),
    ALLOCATED_PROCESSORS("allocatedProcessors", "Processors that it had."),
    ACCELERATORS("accelerators", "Accelerators asked for."),
    ALLOCATED_ACCELERATORS("allocatedAccelerators", "Accelerators that it had."),
    USER("user", "Its user."),
    GROUP("group", "Its group, account or project."),
    QUEUE("queue", "Its queue."),
    PARTITION("partition", "Its partition."),
    STATE("state", "How it ended.");

    private final String key;
    private final String sentence;

    CsvField(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
    }

    /** Its name in mappings. */
    String key() {
        return key;
    }

    /** What it means. */
    String sentence() {
        return sentence;
    }

    /** Whether it is a number of things, which may be a product of columns. */
    boolean isSize() {
        return ordinal() >= NODES.ordinal() && ordinal() <= ALLOCATED_ACCELERATORS.ordinal();
    }

    /** The field of a name, or null. */
    static @Nullable CsvField of(String key) {
        for (CsvField field : values()) {
            if (field.key.equals(key)) {
                return field;
            }
        }
        return null;
    }

    /** All names. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (CsvField field : values()) {
            keys.add(field.key);
        }
        return keys;
    }
}
