package dandori.metric;

import dandori.job.JobState;
import dandori.state.Situation;
import java.util.function.Supplier;

/**
 * Sums jobs up as they leave, for runs in which a row is given to another job afterwards. Memory:
 * 16 bytes a job.
 */
public final class StreamedTally implements Observer {

    private final Supplier<JobLog> log;
    private final Window window;
    private final Tally tally = new Tally(0);

    /**
     * A tally of nobody yet.
     *
     * @param log gives the run's log as it stands
     * @param window the span to measure
     */
    public StreamedTally(Supplier<JobLog> log, Window window) {
        this.log = log;
        this.window = window;
    }

    @Override
    public void jobRejected(int job, Situation now) {
        add(job);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        add(job);
    }

    private void add(int job) {
        JobLog now = log.get();
        tally.add(job, now, now.jobs(), window);
    }

    /**
     * Takes those in who still wait or run, and sums up. Of use once.
     *
     * @param atEnd the log at the end of the run
     * @param capacityNodeMillis nodes in service, integrated over the window
     * @param peaks the recorder that was told of the same jobs
     * @param pool the pool whose jobs count, or -1 for all
     */
    public Summary summary(JobLog atEnd, long capacityNodeMillis, Recorder peaks, int pool) {
        tally.addAll(
                atEnd,
                window,
                job ->
                        (pool < 0 || atEnd.pool(job) == pool)
                                && (atEnd.state(job) == JobState.WAITING
                                        || atEnd.state(job) == JobState.RUNNING));
        return Summary.of(tally, window, capacityNodeMillis, peaks);
    }
}
