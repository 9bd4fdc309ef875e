package dandori.metric;

import dandori.job.JobSource;

/**
 * Sums jobs up one by one, for runs in which a row is given to another job afterwards. Memory: 16
 * bytes for each job that has to wait; 34 MB at most, where the source has a {@linkplain
 * JobSource#valueStore place} for more.
 */
public final class StreamedTally implements JobReader {

    /** In place of a pool: all of them. */
    public static final int ALL_POOLS = -1;

    private static final int PAGES = 64; // of a quarter of a megabyte

    private final Window window;
    private final int pool;
    private final Tally tally;

    /**
     * A tally of nobody yet.
     *
     * @param window the span to measure
     * @param pool the pool whose jobs count, or {@link #ALL_POOLS}
     * @param source where the jobs come from
     */
    public StreamedTally(Window window, int pool, JobSource source) {
        this.window = window;
        this.pool = pool;
        tally = new Tally(source, PAGES);
    }

    @Override
    public void read(int job, JobLog log) {
        if (pool == ALL_POOLS || log.pool(job) == pool) {
            tally.add(job, log, log.jobs(), window);
        }
    }

    /**
     * Sums up. Of use once.
     *
     * @param capacityNodeMillis nodes in service, integrated over the window
     * @param peaks the recorder that was told of the same jobs
     */
    public Summary summary(long capacityNodeMillis, Recorder peaks) {
        return Summary.of(tally, window, capacityNodeMillis, peaks);
    }
}
