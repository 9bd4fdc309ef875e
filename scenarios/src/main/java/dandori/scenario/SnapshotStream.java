package dandori.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that run or wait at time 0, from a snapshot of a queue.
 *
 * @param organization whose jobs they are; null: as their accounts say
 * @param file the snapshot, as an absolute path
 * @param runTime how much of its time limit, or of what is left of it, each job uses; above 0, at
 *     most 1
 * @param organizations organizations by accounts; other accounts are names themselves
 * @param other the organization of accounts that are unknown or not in the mapping, or null
 * @param request what its jobs ask for beyond what the snapshot says
 */
public record SnapshotStream(
        @Nullable String organization,
        Path file,
        double runTime,
        Map<String, String> organizations,
        @Nullable String other,
        StreamRequest request)
        implements Stream {

    /** Keeps the mapping in its order. */
    public SnapshotStream {
        organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
    }

    /** The organization of an account, empty where the snapshot does not say. */
    public String organizationOf(String account) {
        return StreamOrganizations.of(account, organization, organizations, other);
    }
}
