package dandori.trace;

import dandori.machine.AllocationUnit;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A log that is being read, job by job: what a {@link TraceFormat} gives. Of use once, by one
 * thread; whoever opened it closes the bytes.
 */
public interface JobLog {

    /** Earliest submit time that can only count from 1970, in milliseconds: 5 November 1985. */
    long EPOCH_MILLIS = 500_000_000_000L;

    /**
     * Reads on to the next job and fills in what the log says of it, after {@linkplain
     * LoggedJob#clear clearing} it. A line that is no job, or not one of its own, is counted as a
     * {@linkplain NoteKind#SKIPPED skipped} oddity of the format and passed over.
     *
     * @return whether there was one; false at the end
     * @throws TraceException if the content is not of this format
     * @throws IOException if the bytes cannot be read
     */
    boolean next(LoggedJob job) throws IOException;

    /**
     * What the log has said of itself so far: what stands before the first job, before the first
     * call of {@link #next}; all, after the last.
     *
     * <p>Counts nothing as found. Most logs say nothing of themselves.
     */
    default TraceHeader header() {
        return TraceHeader.empty();
    }

    /**
     * What the log says of itself, read to its end; counts what is odd about that.
     *
     * @param earliestSubmitMillis the earliest submit time of a job that is used
     */
    default TraceHeader headerAtEnd(long earliestSubmitMillis) {
        return header();
    }

    /**
     * Whether submit times count from 1970, as those of most logs do, not from a time 0 of the
     * log's own.
     */
    default boolean isSince1970() {
        return true;
    }

    /** The zone of its local times, where something else than the user says it; null: nothing. */
    default @Nullable ZoneId zone() {
        return null;
    }

    /** What the size of a job counts unless the user wants something else. */
    AllocationUnit unit();

    /** How many lines (or records) were read. */
    long lineCount();

    /** How many of them are jobs, or should have been. */
    long jobLineCount();
}
