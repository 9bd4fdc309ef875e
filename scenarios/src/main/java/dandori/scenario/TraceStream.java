package dandori.scenario;

import dandori.resample.Feedback;
import dandori.scenario.key.Moment;
import dandori.trace.LogOptions;
import dandori.trace.OrganizationFrom;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jobs from a trace. Just one of {@code organization} and {@code organizationFrom} is given.
 *
 * @param organization whose jobs they are, or null
 * @param file the trace, as an absolute path
 * @param processorsPerNode how many processors of the trace make one unit of the machine, at least
 *     1
 * @param scaleNodes by how much the sizes of jobs are multiplied, above 0; 1: as they are
 * @param organizationFrom the field that says whose job it is, or null
 * @param organizations organizations by the values of that field; other values are names themselves
 * @param other the organization of values that are unknown or not in the mapping, or null
 * @param shiftMillis by how much later the jobs come, in milliseconds
 * @param from jobs submitted before are left out, and time begins here; null: from the beginning
 * @param to jobs submitted then or later are left out; null: to the end
 * @param dependencies whether jobs wait for those that the trace says precede them
 * @param resample how its users are mixed into other logs; null: the log as it is
 * @param feedback how its users wait for their jobs; null: they do not
 * @param log what the user says about the log that it does not say itself
 * @param request what its jobs ask for beyond what the trace says
 */
public record TraceStream(
        @Nullable String organization,
        Path file,
        int processorsPerNode,
        double scaleNodes,
        @Nullable OrganizationFrom organizationFrom,
        Map<String, String> organizations,
        @Nullable String other,
        long shiftMillis,
        @Nullable Moment from,
        @Nullable Moment to,
        boolean dependencies,
        @Nullable ResampleRule resample,
        @Nullable Feedback feedback,
        LogOptions log,
        StreamRequest request)
        implements Stream {

    /** Keeps the mapping in its order. */
    public TraceStream {
        organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
    }

    @Override
    public boolean isDrawn() {
        return resample != null;
    }

    /** The organization for a value of the field, empty where the log does not say. */
    public String organizationOf(String value) {
        return StreamOrganizations.of(value, organization, organizations, other);
    }
}
