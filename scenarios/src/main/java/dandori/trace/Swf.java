package dandori.trace;

import java.io.IOException;

/**
 * The Standard Workload Format of the Parallel Workloads Archive: one job a line, 18 numbers, −1
 * for unknown, a header in comments that begin with a semicolon.
 *
 * <p>Chapin, Cirne, Feitelson et al., "Benchmarks and Standards for the Evaluation of Parallel Job
 * Schedulers", JSSPP 1999; Feitelson, Tsafrir, Krakov, "Experience with using the Parallel
 * Workloads Archive", JPDC 74(10), 2014.
 *
 * <p>Cost: O(1) a line and nothing allocated per line; the memory is that of the workload.
 */
public final class Swf implements TraceFormat {

    /** For {@link java.util.ServiceLoader}. */
    public Swf() {}

    @Override
    public String name() {
        return "swf";
    }

    @Override
    public String title() {
        return "the Standard Workload Format";
    }

    /**
     * True if the first line that is neither blank nor a comment begins with a number that a blank
     * follows, or if there are only comments.
     */
    @Override
    public boolean recognizes(byte[] head) {
        int p = SwfLines.afterMark(head);
        boolean comments = false;
        while (p < head.length) {
            int c = head[p];
            if (c == ';') {
                comments = true;
                while (p < head.length && head[p] != '\n') {
                    p++;
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                p++;
            } else {
                return beginsWithNumber(head, p);
            }
        }
        return comments;
    }

    private static boolean beginsWithNumber(byte[] head, int start) {
        int p = head[start] == '-' ? start + 1 : start;
        int first = p;
        while (p < head.length && head[p] >= '0' && head[p] <= '9') {
            p++;
        }
        return p > first && p < head.length && (head[p] == ' ' || head[p] == '\t');
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return new SwfLog(input, findings);
    }
}
