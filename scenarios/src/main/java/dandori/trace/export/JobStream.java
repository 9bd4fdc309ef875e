package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;

/** Jobs on their way out, one after the other. Of use once, by one thread. */
public interface JobStream {

    /**
     * Reads on to the next job; its submit time is since time 0 of {@link #header}.
     *
     * @return whether there was one; false at the end
     */
    boolean next(LoggedJob job);

    /** Says of the job last told that the format has no place for it. */
    default void leaveOut() {}

    /** What the trace is called: a file's name without folder and endings. */
    String name();

    /** What is known of the machine and of the date of time 0, before the first job is told. */
    TraceHeader header();

    /** How large the header says the machine is, in what the size of a job counts; 0: unknown. */
    default int machineSize() {
        return header().machineProcessors();
    }

    /** What the size of a job counts. */
    AllocationUnit unit();
}
