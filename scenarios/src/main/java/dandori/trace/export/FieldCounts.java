package dandori.trace.export;

import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import org.jspecify.annotations.Nullable;

/** Of how many jobs each field is known. */
final class FieldCounts {

    private final long[] counts = new long[LoggedField.values().length];

    long count(LoggedField field) {
        return counts[field.ordinal()];
    }

    void add(LoggedJob job) {
        note(LoggedField.WAIT, job.waitMillis);
        note(LoggedField.RUN, job.runMillis);
        note(LoggedField.WALLTIME, job.walltimeMillis);
        note(LoggedField.REQUESTED_NODES, job.requestedNodes);
        note(LoggedField.ALLOCATED_NODES, job.allocatedNodes);
        note(LoggedField.REQUESTED_PROCESSORS, job.requestedProcessors);
        note(LoggedField.ALLOCATED_PROCESSORS, job.allocatedProcessors);
        note(LoggedField.REQUESTED_ACCELERATORS, job.requestedAccelerators - 1);
        note(LoggedField.ALLOCATED_ACCELERATORS, job.allocatedAccelerators - 1);
        note(LoggedField.CPU, job.cpuMillis);
        note(LoggedField.MEMORY, job.memoryKilobytes);
        note(LoggedField.REQUESTED_MEMORY, job.requestedMemoryKilobytes);
        note(LoggedField.APPLICATION, job.applicationNumber);
        note(LoggedField.PRECEDING, job.precedingId - 1);
        note(LoggedField.THINK, job.thinkMillis);
        LoggedEnd end = job.end;
        note(LoggedField.END, end == LoggedEnd.UNKNOWN ? -1 : 0);
        boolean isExact =
                end == LoggedEnd.TIMEOUT
                        || end == LoggedEnd.NODE_FAILED
                        || end == LoggedEnd.PREEMPTED;
        note(LoggedField.EXACT_END, isExact ? 0 : -1);
        who(LoggedField.USER, LoggedField.USER_NAME, job.user, job.userNumber);
        who(LoggedField.GROUP, LoggedField.GROUP_NAME, job.group, job.groupNumber);
        who(LoggedField.QUEUE, LoggedField.QUEUE_NAME, job.queue, job.queueNumber);
        who(LoggedField.PARTITION, LoggedField.PARTITION_NAME, job.partition, job.partitionNumber);
    }

    private void who(LoggedField any, LoggedField named, @Nullable String name, long number) {
        note(any, name == null ? number : 0);
        note(named, name == null ? -1 : 0);
    }

    private void note(LoggedField field, long value) {
        counts[field.ordinal()] += value < 0 ? 0 : 1;
    }
}
