package dandori.trace;

import dandori.machine.AllocationUnit;
import org.jspecify.annotations.Nullable;

/**
 * One job as a log tells it, before any rule is applied. A carrier that a {@link JobLog} fills anew
 * for each job, so that nothing is allocated for it; its fields are open for that reason. −1 (or
 * null) is what the log does not say; times are milliseconds.
 *
 * <p>A submit time is since time 0 of the trace or since 1970, as {@link JobLog#isSince1970} says.
 */
public final class LoggedJob {

    /** What is beyond any range: a log's number of more than 18 digits, say. */
    public static final long BEYOND = Long.MAX_VALUE;

    /** Its number in the log. */
    public long id;

    /** When it was submitted. */
    public long submitMillis;

    /** How long it waited. */
    public long waitMillis;

    /** How long it ran. */
    public long runMillis;

    /** The time limit that its user asked for. */
    public long walltimeMillis;

    /** Nodes asked for. */
    public long requestedNodes;

    /** Nodes that it had. */
    public long allocatedNodes;

    /** Processors asked for. */
    public long requestedProcessors;

    /** Processors that it had. */
    public long allocatedProcessors;

    /** Accelerators asked for; 0: none. */
    public long requestedAccelerators;

    /** Accelerators that it had; 0: none. */
    public long allocatedAccelerators;

    /** CPU time used, the average of its processors. */
    public long cpuMillis;

    /** Memory used, the average of its processors, in kilobytes. */
    public long memoryKilobytes;

    /** Memory asked for by processor, in kilobytes. */
    public long requestedMemoryKilobytes;

    /** How it ended. */
    public LoggedEnd end = LoggedEnd.UNKNOWN;

    /** Its user; null where {@link #userNumber} says it, or nobody. */
    public @Nullable String user;

    /** Its user as a number. */
    public long userNumber;

    /** Its group, account or project; null where {@link #groupNumber} says it, or nobody. */
    public @Nullable String group;

    /** Its group as a number. */
    public long groupNumber;

    /** Its queue; null where {@link #queueNumber} says it, or nobody. */
    public @Nullable String queue;

    /** Its queue as a number. */
    public long queueNumber;

    /** Its partition; null where {@link #partitionNumber} says it, or nobody. */
    public @Nullable String partition;

    /** Its partition as a number. */
    public long partitionNumber;

    /** The number of its program. */
    public long applicationNumber;

    /** The number of the job that it follows; not above 0: none. */
    public long precedingId;

    /** How long its user thought after that job had left. */
    public long thinkMillis;

    /** What was asked for of a unit. */
    public long requested(AllocationUnit unit) {
        return switch (unit) {
            case NODE -> requestedNodes;
            case PROCESSOR -> requestedProcessors;
            case ACCELERATOR -> requestedAccelerators;
        };
    }

    /** What it had of a unit. */
    public long allocated(AllocationUnit unit) {
        return switch (unit) {
            case NODE -> allocatedNodes;
            case PROCESSOR -> allocatedProcessors;
            case ACCELERATOR -> allocatedAccelerators;
        };
    }

    /** A job of which nothing is known. */
    public LoggedJob() {
        clear();
    }

    /** Forgets everything. */
    public void clear() {
        id = -1;
        submitMillis = -1;
        waitMillis = -1;
        runMillis = -1;
        walltimeMillis = -1;
        requestedNodes = -1;
        allocatedNodes = -1;
        requestedProcessors = -1;
        allocatedProcessors = -1;
        requestedAccelerators = -1;
        allocatedAccelerators = -1;
        cpuMillis = -1;
        memoryKilobytes = -1;
        requestedMemoryKilobytes = -1;
        end = LoggedEnd.UNKNOWN;
        user = null;
        userNumber = -1;
        group = null;
        groupNumber = -1;
        queue = null;
        queueNumber = -1;
        partition = null;
        partitionNumber = -1;
        applicationNumber = -1;
        precedingId = -1;
        thinkMillis = -1;
    }

    /** Becomes the same as another. */
    public void set(LoggedJob other) {
        id = other.id;
        submitMillis = other.submitMillis;
        waitMillis = other.waitMillis;
        runMillis = other.runMillis;
        walltimeMillis = other.walltimeMillis;
        requestedNodes = other.requestedNodes;
        allocatedNodes = other.allocatedNodes;
        requestedProcessors = other.requestedProcessors;
        allocatedProcessors = other.allocatedProcessors;
        requestedAccelerators = other.requestedAccelerators;
        allocatedAccelerators = other.allocatedAccelerators;
        cpuMillis = other.cpuMillis;
        memoryKilobytes = other.memoryKilobytes;
        requestedMemoryKilobytes = other.requestedMemoryKilobytes;
        end = other.end;
        user = other.user;
        userNumber = other.userNumber;
        group = other.group;
        groupNumber = other.groupNumber;
        queue = other.queue;
        queueNumber = other.queueNumber;
        partition = other.partition;
        partitionNumber = other.partitionNumber;
        applicationNumber = other.applicationNumber;
        precedingId = other.precedingId;
        thinkMillis = other.thinkMillis;
    }
}
