package dandori.trace.export;

import dandori.trace.LoggedJob;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How many jobs each name has, by kind. Memory: that of the names. */
public final class NameCounts {

    private final Map<NameKind, Map<String, long[]>> counts = new EnumMap<>(NameKind.class);

    /** Nothing counted. */
    public NameCounts() {
        for (NameKind kind : NameKind.values()) {
            counts.put(kind, new HashMap<>());
        }
    }

    /** Counts all jobs of a stream, which is used up by it. */
    public NameCounts addAll(JobStream jobs) {
        LoggedJob job = new LoggedJob();
        while (jobs.next(job)) {
            counts.forEach((kind, ofKind) -> {
                String name = kind.of(job);
                if (kind.isMerged() && name != null) {
                    ofKind.computeIfAbsent(name, none -> new long[1])[0]++;
                }
            });
        }
        return this;
    }

    Map<String, long[]> of(NameKind kind) {
        return counts.getOrDefault(kind, Map.of());
    }
}
