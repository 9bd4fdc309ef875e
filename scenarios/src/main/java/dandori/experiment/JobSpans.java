package dandori.experiment;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import java.util.List;

/**
 * When a job waited and when it ran, as a run's figures count it: rejected jobs and those that were
 * cancelled before they started do neither.
 *
 * @param log what became of the jobs
 */
record JobSpans(JobLog log) {

    /** Is told of spans of time. */
    interface Span {
        /** From, to, and on how many nodes or for how many. */
        void of(long fromMillis, long toMillis, int nodes);
    }

    boolean counts(int job) {
        JobState state = log.state(job);
        return state != JobState.REJECTED
                && state != JobState.UNBORN
                && (state != JobState.CANCELLED || log.hasStarted(job));
    }

    /** Tells of each span in which a job waited; some may be empty. */
    void waits(int job, Span told) {
        if (!counts(job)) {
            return;
        }
        int nodes = log.nodesHeld(job);
        long from = log.jobs().submitMillis(job);
        for (Segment segment : before(job)) {
            told.of(from, segment.startMillis(), nodes);
            from = segment.endMillis();
        }
        boolean isWaiting = log.state(job) == JobState.WAITING;
        told.of(from, isWaiting ? log.endOfRunMillis() : log.startMillis(job), nodes);
    }

    /** Tells of each span in which a job was on nodes. */
    void stays(int job, Span told) {
        if (!counts(job)) {
            return;
        }
        for (Segment segment : before(job)) {
            told.of(segment.startMillis(), segment.endMillis(), segment.nodes());
        }
        if (log.state(job) != JobState.WAITING) {
            long start = log.startMillis(job);
            told.of(start, start + log.executedLastMillis(job), log.nodesHeld(job));
        }
    }

    private List<Segment> before(int job) {
        return log.hasSegments() ? log.segmentsBefore(job) : List.of();
    }
}
