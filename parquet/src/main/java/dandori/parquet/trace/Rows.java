package dandori.parquet.trace;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;

/** What the rows of a table mean. */
interface Rows {

    /**
     * Fills in what the present row says of a job.
     *
     * @param job cleared
     * @return whether it is one; if not, it is counted why
     */
    boolean fill(LoggedJob job);

    /** What the size of a job counts. */
    AllocationUnit unit();

    /** What is known of the machine. */
    default TraceHeader header() {
        return TraceHeader.empty();
    }

    /** Whether submit times are dates. */
    default boolean isSince1970() {
        return true;
    }
}
