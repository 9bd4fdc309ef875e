package dandori.trace.pbs;

import dandori.trace.lines.LogNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What a request in chunks comes to: {@code 2:ncpus=8:ngpus=1+1:ncpus=4} of {@code select}, {@code
 * 2:ppn=8:gpus=1+fat:ppn=16} of {@code nodes}. A chunk without a number is one, one without
 * processors has one.
 *
 * @param count of chunks; −1 if nothing is asked for in chunks
 */
record PbsChunks(long count, long processors, long accelerators) {

    private static final PbsChunks NONE = new PbsChunks(-1, -1, -1);
    private static final long LIMIT = 1L << 40;

    static PbsChunks of(@Nullable String request) {
        if (request == null) {
            return NONE;
        }
        int shared = request.indexOf('#');
        String chunks = shared < 0 ? request : request.substring(0, shared);
        long count = 0;
        long processors = 0;
        long accelerators = 0;
        for (String chunk : chunks.split("\\+")) {
            String[] parts = chunk.split(":");
            long times = LogNumbers.whole(parts.length == 0 ? "" : parts[0]);
            times = times < 0 ? 1 : Math.min(times, LIMIT);
            count = Math.min(count + times, LIMIT);
            processors = sum(processors, times, Math.max(amount(parts, "ncpus=", "ppn="), 1));
            accelerators = sum(accelerators, times, Math.max(amount(parts, "ngpus=", "gpus="), 0));
        }
        return new PbsChunks(count, processors, accelerators);
    }

    private static long sum(long sum, long times, long each) {
        long most = each == 0 ? LIMIT : LIMIT / each;
        return times > most ? LIMIT : Math.min(sum + times * each, LIMIT);
    }

    private static long amount(String[] parts, String key, String other) {
        for (String part : parts) {
            if (part.startsWith(key)) {
                return LogNumbers.whole(part.substring(key.length()));
            }
            if (part.startsWith(other)) {
                return LogNumbers.whole(part.substring(other.length()));
            }
        }
        return -1;
    }
}
