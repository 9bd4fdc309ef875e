package dandori.trace;

import dandori.machine.AllocationUnit;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a trace says of itself.
 *
 * @param computer the machine's make and model, or null
 * @param installation where it stands, or null
 * @param maxProcs its size in processors; 0 if unknown
 * @param maxNodes its size in nodes; 0 if unknown
 * @param maxRecords how many jobs the trace says it has (MaxRecords, else MaxJobs); 0 if unknown
 * @param unixStartTime the date of time 0 in seconds since 1970, or null
 * @param timeZone the name or the offset of the machine's time zone as written, or null
 * @param origin the date of time 0 in that zone, or null if {@code unixStartTime} is
 * @param entries everything, in the order of the file, repeated keys and comments without a key
 *     included
 */
public record TraceHeader(
        @Nullable String computer,
        @Nullable String installation,
        int maxProcs,
        int maxNodes,
        long maxRecords,
        @Nullable Long unixStartTime,
        @Nullable String timeZone,
        @Nullable ZonedDateTime origin,
        List<HeaderEntry> entries) {

    /** Copies the list. */
    public TraceHeader {
        entries = List.copyOf(entries);
    }

    /** A header that says nothing. */
    public static TraceHeader empty() {
        return new TraceHeader(null, null, 0, 0, 0, null, null, null, List.of());
    }

    /** The same with another date of time 0. */
    public TraceHeader withOrigin(@Nullable ZonedDateTime origin) {
        return new TraceHeader(
                computer,
                installation,
                maxProcs,
                maxNodes,
                maxRecords,
                unixStartTime,
                timeZone,
                origin,
                entries);
    }

    /**
     * The machine's size as the log counts it: processors, where they are unknown nodes, else 0.
     */
    public int machineProcessors() {
        return maxProcs > 0 ? maxProcs : maxNodes;
    }

    /**
     * The machine's size in what the sizes of jobs count; 0 if unknown.
     *
     * @param counts what they count
     * @param own what they count unless the user wants something else: a log that counts nodes
     *     means nodes by them
     * @param processorsPerNode how many make a node; 1 if nobody says it
     */
    public int machineSize(AllocationUnit counts, AllocationUnit own, int processorsPerNode) {
        boolean meansNodes = own == AllocationUnit.NODE;
        long size =
                switch (counts) {
                    case ACCELERATOR -> own == counts ? machineProcessors() : 0;
                    case NODE ->
                            maxProcs == 0 || meansNodes && maxNodes > 0
                                    ? maxNodes
                                    : ((long) maxProcs + processorsPerNode - 1) / processorsPerNode;
                    case PROCESSOR ->
                            maxProcs > 0
                                    ? maxProcs
                                    : meansNodes && processorsPerNode == 1
                                            ? 0
                                            : (long) maxNodes * processorsPerNode;
                };
        return (int) Math.min(Integer.MAX_VALUE, size);
    }

    /** The values of a key, upper and lower case alike, in the order of the file. */
    public List<String> values(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        for (HeaderEntry entry : entries) {
            if (entry.key().toLowerCase(Locale.ROOT).equals(wanted)) {
                values.add(entry.value());
            }
        }
        return values;
    }

    /** The notes of those who made the trace. */
    public List<String> notes() {
        return values("Note");
    }
}
