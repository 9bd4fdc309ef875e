package dandori.trace.tcs;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LogClock;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Statistics of jobs as Fujitsu's Technical Computing Suite writes them ({@code pjsub -s}, {@code
 * pjstat -s}): a block of lines {@code KEY : value} for each job, which begins with {@code JOB ID}.
 *
 * <p>Built from outputs shown in public, not from a description; {@code docs/data/tcs.md} says how
 * sure each key is.
 *
 * <p>Cost: O(1) a byte, and some hundred bytes of memory a job, to know which is told twice.
 */
public final class Tcs implements TraceFormat {

    private static final List<String> DATES =
            List.of("JOB END DATE", "JOB START DATE", "ACCEPT DATE");

    /** For {@link java.util.ServiceLoader}. */
    public Tcs() {}

    @Override
    public String name() {
        return "tcs";
    }

    @Override
    public String title() {
        return "statistics of jobs of Fujitsu TCS";
    }

    /** True if a line is {@code JOB ID :} and another names nodes or the elapsed time. */
    @Override
    public boolean recognizes(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.lines().anyMatch(line -> TcsBlock.key(line).equals("JOB ID"))
                && text.lines()
                        .map(TcsBlock::key)
                        .anyMatch(key ->
                                key.startsWith("NODE NUM (") || key.startsWith("ELAPSE TIME ("));
    }

    /** A job that one file tells as running may have its end in the next. */
    @Override
    public boolean goesOnInNextFile() {
        return true;
    }

    /**
     * The first end of a job, since statistics are written then; where no job has one, its start,
     * else its acceptance.
     */
    @Override
    public long firstMillis(byte[] head) {
        LogClock clock = new LogClock(null, new Findings());
        List<String> lines = new String(head, StandardCharsets.UTF_8).lines().toList();
        for (String key : DATES) {
            for (String line : lines) {
                TcsBlock one = new TcsBlock();
                one.add(TcsBlock.key(line), line);
                String date = one.date(key);
                long millis = date == null ? LogClock.NO_DATE : clock.millis(date);
                if (millis != LogClock.NO_DATE) {
                    return millis;
                }
            }
        }
        return LogClock.NO_DATE;
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) {
        return new TcsLog(input, findings);
    }
}
