package dandori.trace;

import dandori.machine.AllocationUnit;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a user may say about a log that it does not say itself. Null: as the log, or its format, has
 * it.
 *
 * @param format the {@linkplain TraceFormat#name name} of its format; null: seen in its content
 * @param zone the zone of its local times, where they have none; null: UTC
 * @param unit what a job's size counts; null: what the format says
 * @param mapping which column means what, for the format {@code csv}
 */
public record LogOptions(
        @Nullable String format,
        @Nullable ZoneId zone,
        @Nullable AllocationUnit unit,
        @Nullable Path mapping) {

    private static final LogOptions NONE = new LogOptions(null, null, null, null);

    /** Nothing said. */
    public static LogOptions none() {
        return NONE;
    }
}
