package dandori.metric;

import dandori.engine.Durations;
import dandori.state.Situation;

/**
 * Keeps the peaks of one pool within a window: jobs waiting, node hours waiting, nodes busy.
 *
 * <p>Node hours waiting are nodes × walltime of the jobs in the queue: the work that was asked for.
 */
public final class Recorder implements Observer {

    private final Window window;

    private int waiting;
    private long waitingNodeMillis;
    private long busyNodes;

    private int maxWaiting;
    private long maxWaitingAtMillis;
    private long maxWaitingNodeMillis;
    private long maxBusyNodes;

    /** A recorder of one pool; peaks outside the window do not count. */
    public Recorder(Window window) {
        this.window = window;
        maxWaitingAtMillis = window.fromMillis();
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        waiting++;
        waitingNodeMillis = Math.addExact(waitingNodeMillis, area(job, now));
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        leave(job, now);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        leave(job, now);
        busyNodes += now.jobs().nodes(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        busyNodes -= now.jobs().nodes(job);
    }

    @Override
    public void passEnded(Situation now) {
        if (window.contains(now.nowMillis())) {
            if (waiting > maxWaiting) {
                maxWaiting = waiting;
                maxWaitingAtMillis = now.nowMillis();
            }
            maxWaitingNodeMillis = Math.max(maxWaitingNodeMillis, waitingNodeMillis);
            maxBusyNodes = Math.max(maxBusyNodes, busyNodes);
        }
    }

    private void leave(int job, Situation now) {
        waiting--;
        waitingNodeMillis -= area(job, now);
    }

    private static long area(int job, Situation now) {
        return Math.multiplyExact(now.jobs().walltimeMillis(job), now.jobs().nodes(job));
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
        return waitingNodeMillis / (double) Durations.HOUR_MILLIS;
    }

    /** The most jobs that waited after a pass. */
    public int maxWaiting() {
        return maxWaiting;
    }

    /** When the most jobs waited, for the first time. */
    public long maxWaitingAtMillis() {
        return maxWaitingAtMillis;
    }

    /** The most node hours that waited after a pass. */
    public double maxWaitingNodeHours() {
        return maxWaitingNodeMillis / (double) Durations.HOUR_MILLIS;
    }

    /** The most nodes that were busy after a pass. */
    public long maxBusyNodes() {
        return maxBusyNodes;
    }
}
