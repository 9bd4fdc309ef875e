package dandori.metric;

import dandori.engine.Durations;
import dandori.state.Situation;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the peaks of one pool within a window: jobs waiting, node hours waiting, nodes busy.
 *
 * <p>Node hours waiting are nodes × walltime of the jobs in the queue: the work that was asked for.
 */
public final class Recorder implements Observer {

    private final Window window;

    private int waiting;
    private double waitingNodeMillis; // exact below 2⁵³
    private long busyNodes;

    // After the last pass of an instant; jobs of run time 0 come and go within one.
    private long lastPassMillis = Long.MIN_VALUE;
    private int lastWaiting;
    private double lastWaitingNodeMillis;
    private long lastBusyNodes;

    private int maxWaiting;
    private long maxWaitingAtMillis;
    private double maxWaitingNodeMillis;
    private long maxBusyNodes;

    private @Nullable LongSupplier lastSubmission; // null where the window's end is known
    private Peaks untilThen = new Peaks(0, 0, 0, 0); // the peaks until the last submission so far
    private long untilThenMillis = Long.MAX_VALUE; // when that was

    private record Peaks(int waiting, long atMillis, double waitingNodeMillis, long busyNodes) {}

    /** A recorder of one pool; peaks outside the window do not count. */
    public Recorder(Window window) {
        this.window = window;
        maxWaitingAtMillis = window.fromMillis();
    }

    /**
     * Where the window ends with the last submission, and only the run shows when that is: passes
     * after the last one so far count if another follows.
     *
     * @param lastMillis when the last submission so far was
     */
    public void watch(LongSupplier lastMillis) {
        lastSubmission = lastMillis;
    }

    /** Forgets what came after the last submission, now that there will be no other. */
    public void endWithLastSubmission() {
        if (lastSubmission != null && lastSubmission.getAsLong() == untilThenMillis) {
            maxWaiting = untilThen.waiting;
            maxWaitingAtMillis = untilThen.atMillis;
            maxWaitingNodeMillis = untilThen.waitingNodeMillis;
            maxBusyNodes = untilThen.busyNodes;
            lastWaiting = 0;
            lastWaitingNodeMillis = 0;
            lastBusyNodes = 0;
        }
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        waiting++;
        waitingNodeMillis += area(job, now);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        leave(job, now);
    }

    @Override
    public void jobResizing(int job, Situation now) {
        leave(job, now);
    }

    @Override
    public void jobResized(int job, Situation now) {
        jobSubmitted(job, now);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        leave(job, now);
        busyNodes += now.nodesNeeded(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        busyNodes -= now.nodesNeeded(job);
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        jobEnded(job, now);
        jobSubmitted(job, now);
    }

    @Override
    public void passEnded(Situation now) {
        if (window.contains(now.nowMillis())) {
            if (now.nowMillis() != lastPassMillis) {
                keepPeaks();
                keepUntilThen(now.nowMillis());
            }
            lastPassMillis = now.nowMillis();
            lastWaiting = waiting;
            lastWaitingNodeMillis = waitingNodeMillis;
            lastBusyNodes = busyNodes;
        }
    }

    /** Takes the state after the last pass into the peaks. */
    private void keepPeaks() {
        if (lastWaiting > maxWaiting) {
            maxWaiting = lastWaiting;
            maxWaitingAtMillis = lastPassMillis;
        }
        maxWaitingNodeMillis = Math.max(maxWaitingNodeMillis, lastWaitingNodeMillis);
        maxBusyNodes = Math.max(maxBusyNodes, lastBusyNodes);
    }

    private void keepUntilThen(long nowMillis) {
        if (lastSubmission != null) {
            long then = lastSubmission.getAsLong();
            if (nowMillis > then && then != untilThenMillis) {
                untilThen =
                        new Peaks(
                                maxWaiting, maxWaitingAtMillis, maxWaitingNodeMillis, maxBusyNodes);
                untilThenMillis = then;
            }
        }
    }

    private void leave(int job, Situation now) {
        waiting--;
        waitingNodeMillis -= area(job, now);
    }

    private static double area(int job, Situation now) {
        return (double) now.jobs().walltimeMillis(job) * now.nodesNeeded(job);
    }

    /** How many jobs wait now. */
    public int waiting() {
        return waiting;
    }

    /** How many nodes are busy now; more than there are where a baseline ignores what there is. */
    public long busyNodes() {
        return busyNodes;
    }

    /** The node hours that wait now. */
    public double waitingNodeHours() {
        return waitingNodeMillis / Durations.HOUR_MILLIS;
    }

    /** The most jobs that waited after a pass. */
    public int maxWaiting() {
        keepPeaks();
        return maxWaiting;
    }

    /** When the most jobs waited, for the first time. */
    public long maxWaitingAtMillis() {
        keepPeaks();
        return maxWaitingAtMillis;
    }

    /** The most node hours that waited after a pass. */
    public double maxWaitingNodeHours() {
        keepPeaks();
        return maxWaitingNodeMillis / Durations.HOUR_MILLIS;
    }

    /** The most nodes that were busy after a pass. */
    public long maxBusyNodes() {
        keepPeaks();
        return maxBusyNodes;
    }
}
