package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import java.util.EnumSet;
import java.util.Set;

/** The size of a job where a format has one place for it: in what the log counts. */
final class SizeOfJob {

    private SizeOfJob() {}

    /** The fields that hold it. */
    static Set<LoggedField> fields(AllocationUnit unit) {
        return switch (unit) {
            case NODE -> EnumSet.of(LoggedField.REQUESTED_NODES, LoggedField.ALLOCATED_NODES);
            case PROCESSOR ->
                    EnumSet.of(LoggedField.REQUESTED_PROCESSORS, LoggedField.ALLOCATED_PROCESSORS);
            case ACCELERATOR ->
                    EnumSet.of(
                            LoggedField.REQUESTED_ACCELERATORS, LoggedField.ALLOCATED_ACCELERATORS);
        };
    }

    /** What was asked for, else what it had; not above 0: unknown. */
    static long of(LoggedJob job, AllocationUnit unit) {
        long requested = job.requested(unit);
        return requested > 0 ? requested : job.allocated(unit);
    }
}
