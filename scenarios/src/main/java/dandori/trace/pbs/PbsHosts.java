package dandori.trace.pbs;

import dandori.trace.lines.LogNumbers;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a job ran. {@code exec_host} is {@code n1/0*8+n2/0*8} in PBS Professional, {@code
 * n1/0+n1/1+n2/0} or {@code n1/0-7,9+n2/0} in Torque; {@code exec_vnode} is {@code
 * (v1:ncpus=8:ngpus=1)+(v2:ncpus=4+v3:ncpus=4)}.
 *
 * @param nodes different hosts; −1 if unknown
 */
record PbsHosts(long nodes, long processors, long accelerators) {

    private static final PbsHosts NONE = new PbsHosts(-1, -1, -1);

    /** Of {@code exec_host}. */
    static PbsHosts of(@Nullable String places) {
        if (places == null) {
            return NONE;
        }
        Set<String> hosts = new HashSet<>();
        long processors = 0;
        for (int at = 0; at < places.length(); ) {
            int end = places.indexOf('+', at);
            end = end < 0 ? places.length() : end;
            int slash = places.indexOf('/', at);
            boolean hasSlots = slash >= 0 && slash < end;
            String host = places.substring(at, hasSlots ? slash : end);
            if (!host.isEmpty()) {
                hosts.add(host);
                processors += hasSlots ? slots(places.substring(slash + 1, end)) : 1;
            }
            at = end + 1;
        }
        return hosts.isEmpty() ? NONE : new PbsHosts(hosts.size(), processors, -1);
    }

    private static long slots(String slots) {
        int star = slots.indexOf('*');
        if (star >= 0) {
            return Math.max(LogNumbers.whole(slots.substring(star + 1)), 1);
        }
        long count = 0;
        for (String range : slots.split(",")) {
            int dash = range.indexOf('-');
            long from = LogNumbers.whole(dash < 0 ? range : range.substring(0, dash));
            long to = dash < 0 ? from : LogNumbers.whole(range.substring(dash + 1));
            boolean isRange = from >= 0 && to >= from && to < Integer.MAX_VALUE;
            count += isRange ? to - from + 1 : 1;
        }
        return count;
    }

    /** Of {@code exec_vnode}: chunks in parentheses, virtual nodes for hosts. */
    static PbsHosts ofVirtual(@Nullable String places) {
        if (places == null) {
            return NONE;
        }
        String plain = places.replace("(", "").replace(")", "");
        boolean hasProcessors = plain.contains(":ncpus=");
        Set<String> hosts = new HashSet<>();
        for (String part : plain.split("\\+")) {
            int colon = part.indexOf(':');
            hosts.add(colon < 0 ? part : part.substring(0, colon));
        }
        PbsChunks sum = PbsChunks.of(withoutNames(plain));
        return new PbsHosts(
                hosts.size(), hasProcessors ? sum.processors() : -1, sum.accelerators());
    }

    /** A host whose name is a number must not be taken for a number of chunks. */
    private static String withoutNames(String places) {
        StringBuilder chunks = new StringBuilder();
        for (String part : places.split("\\+")) {
            int colon = part.indexOf(':');
            chunks.append(chunks.isEmpty() ? "" : "+")
                    .append('1')
                    .append(colon < 0 ? "" : part.substring(colon));
        }
        return chunks.toString();
    }
}
