package dandori.metric;

import dandori.job.Cause;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * One pass over the jobs of a run that gathers all that summaries are made of, in whatever order
 * they come.
 */
final class Tally {

    /** Every job. */
    static final IntPredicate ALL = job -> true;

    private static final long BOUND_MILLIS = 10_000;

    final Sample waits;
    final Sample slowdowns;
    int measured; // submitted in the window and not rejected
    int rejected;
    int completed;
    int killed;
    int cancelled;
    int slowed; // of the killed: those that the network made too long
    int preempted;
    int requeued; // stays on nodes that ended so
    int failed;
    int unfinished;
    final ExactSum turnaround = new ExactSum();
    final ExactSum slowdownPerProcessor = new ExactSum();
    long nodeMillis; // delivered within the window, to jobs whenever submitted
    long unaskedNodeMillis; // of it, on nodes that were given beyond those asked for
    long lostNodeMillis; // of it, on nodes asked for, whose work had to be done again
    long stalledNodeMillis; // of it, on nodes asked for, while the job waited for the network
    final ExactSum waitingMillis = new ExactSum(); // job time spent in the queue within the window
    final ExactSum waitingNodeMillisMillis =
            new ExactSum(); // the same, weighted by nodes × walltime
    long firstSubmitMillis = Long.MAX_VALUE;
    long lastEndMillis = Long.MIN_VALUE;

    /** Nobody yet. */
    Tally() {
        waits = new Sample(0, new ManyValues(null, 0));
        slowdowns = new Sample(1, new ManyValues(null, 0));
    }

    /**
     * Nobody yet.
     *
     * @param source where the jobs come from; says where waits and slowdowns go that are many
     * @param mostPages how many pages of waits may be in memory, and of slowdowns
     */
    Tally(JobSource source, int mostPages) {
        waits = new Sample(0, new ManyValues(source.valueStore(), mostPages));
        slowdowns = new Sample(1, new ManyValues(source.valueStore(), mostPages));
    }

    /** Gathers the jobs that are selected. */
    static Tally of(JobLog log, Window window, IntPredicate selected) {
        Jobs jobs = log.jobs();
        Tally tally = new Tally();
        for (int job = 0; job < jobs.count(); job++) {
            if (selected.test(job)) {
                tally.add(job, log, jobs, window);
            }
        }
        return tally;
    }

    /** Gathers the jobs of each class by itself, in one pass; a class below 0 is nobody's. */
    static Tally[] byClass(JobLog log, Window window, int classes, IntUnaryOperator classOf) {
        Jobs jobs = log.jobs();
        Tally[] tallies = new Tally[classes];
        Arrays.setAll(tallies, its -> new Tally());
        for (int job = 0; job < jobs.count(); job++) {
            int its = classOf.applyAsInt(job);
            if (its >= 0) {
                tallies[its].add(job, log, jobs, window);
            }
        }
        return tallies;
    }

    /** Gathers a job. */
    void add(int job, JobLog log, Jobs jobs, Window window) {
        JobState state = log.state(job);
        long submit = jobs.submitMillis(job);
        boolean isInWindow = window.contains(submit);
        if (state == JobState.UNBORN) {
            return;
        }
        boolean isRejected = state == JobState.REJECTED;
        if (isRejected || state == JobState.CANCELLED && !log.hasStarted(job)) {
            rejected += isRejected && isInWindow ? 1 : 0;
            if (!log.hasStarted(job)) {
                long left = log.waitedUntilMillis(job);
                queued(window.overlapMillis(log.arrivalMillis(job), left), job, log);
            }
            return;
        }
        boolean isWaiting = state == JobState.WAITING;
        boolean hasEnded = !isWaiting && state != JobState.RUNNING;
        long start = isWaiting ? log.endOfRunMillis() : log.startMillis(job);
        long last = (hasEnded ? log.endMillis(job) : log.endOfRunMillis()) - start;
        long wait = log.hasSegments() ? log.waitMillis(job) : start - submit;
        long executed = log.hasSegments() ? log.executedMillis(job) : last;
        int nodes = log.nodesHeld(job);
        long within = window.overlapMillis(start, start + last);
        deliver(within, nodes, jobs.nodes(job));
        if (log.lostLastMillis(job) > 0) {
            double lost = (double) log.lostLastMillis(job) / last;
            lostNodeMillis += (long) (lost * within * jobs.nodes(job));
        }
        if (log.stalledMillis(job) > 0) {
            double stalled = (double) log.stalledMillis(job) / last;
            stalledNodeMillis += (long) (stalled * within * jobs.nodes(job));
        }
        long waited = window.overlapMillis(log.arrivalMillis(job), start);
        if (log.hasSegments()) {
            waited -= deliverBefore(job, log, window);
        }
        queued(waited, job, log);
        firstSubmitMillis = Math.min(firstSubmitMillis, submit);
        lastEndMillis = Math.max(lastEndMillis, start + last);
        if (isInWindow) {
            slowed += log.cause(job) == Cause.SLOWED ? 1 : 0;
            requeued += log.segmentsBefore(job).size();
            measure(state, wait, executed, nodes);
        }
    }

    /** Counts how long a job was in the queue within the window. */
    private void queued(double waited, int job, JobLog log) {
        waitingMillis.add(waited);
        waitingNodeMillisMillis.add(waited * log.nodesHeld(job) * log.jobs().walltimeMillis(job));
    }

    /** Counts the stays of a job before its last; says how long they were within the window. */
    private long deliverBefore(int job, JobLog log, Window window) {
        long all = 0;
        for (Segment segment : log.segmentsBefore(job)) {
            long within = window.overlapMillis(segment.startMillis(), segment.endMillis());
            int asked = askedFor(job, log, segment);
            deliver(within, segment.nodes(), asked);
            long lostFrom = segment.endMillis() - segment.lostMillis();
            lostNodeMillis += window.overlapMillis(lostFrom, segment.endMillis()) * asked;
            all += within;
        }
        return all;
    }

    /** What a job asked for at the time of a stay: an elastic one has had other sizes. */
    private static int askedFor(int job, JobLog log, Segment segment) {
        return log.jobs().elasticity(job).isRigid() ? log.jobs().nodes(job) : segment.nodes();
    }

    /** Counts node time delivered to a job within the window. */
    private void deliver(long delivered, int nodes, int asked) {
        nodeMillis = Math.addExact(nodeMillis, Math.multiplyExact(delivered, nodes));
        if (nodes != asked) {
            long unasked = Math.multiplyExact(delivered, nodes - asked);
            unaskedNodeMillis = Math.addExact(unaskedNodeMillis, unasked);
        }
    }

    private void measure(JobState state, long wait, long executed, int nodes) {
        measured++;
        boolean isCut = state == JobState.WAITING || state == JobState.RUNNING;
        if (isCut) {
            unfinished++;
        } else if (state == JobState.COMPLETED) {
            completed++;
        } else if (state == JobState.KILLED) {
            killed++;
        } else if (state == JobState.CANCELLED) {
            cancelled++;
        } else if (state == JobState.PREEMPTED) {
            preempted++;
        } else if (state == JobState.FAILED) {
            failed++;
        }
        double bounded = Math.max(executed, BOUND_MILLIS);
        double slowdown = (wait + executed) / bounded;
        waits.add(wait, state == JobState.WAITING);
        slowdowns.add(Math.max(1, slowdown), false); // it may still fall as the job runs on
        slowdownPerProcessor.add(Math.max(1, slowdown / nodes));
        turnaround.add(wait + executed);
    }
}
