package dandori.metric;

import dandori.state.Situation;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * What was busy, what waited and what was drawn in one pool over time: the state after the last
 * pass of each step, or the last change of power.
 *
 * <p>At most one row a step; rows are exact at their own instants. A step of 0 keeps every pass.
 */
public final class Series implements Observer {

    private final long stepMillis;
    private final Recorder recorder;

    private final LongArrayList atMillis = new LongArrayList();
    private final IntArrayList nodesUp = new IntArrayList();
    private final LongArrayList nodesBusy = new LongArrayList();
    private final IntArrayList jobsRunning = new IntArrayList();
    private final IntArrayList jobsWaiting = new IntArrayList();
    private final DoubleArrayList nodeHoursWaiting = new DoubleArrayList();
    private final DoubleArrayList kilowatts = new DoubleArrayList();

    private double kilowattsNow = Double.NaN;

    /**
     * A series that reads a recorder of the same pool, which must be told of each event before it.
     */
    public Series(long stepMillis, Recorder recorder) {
        this.stepMillis = stepMillis;
        this.recorder = recorder;
    }

    /** The same with longer steps, where this one has kept every pass. */
    public Series thinned(long longerStepMillis) {
        Series thinned = new Series(longerStepMillis, recorder);
        for (int row = 0; row < size(); row++) {
            thinned.add(
                    atMillis(row),
                    nodesUp(row),
                    nodesBusy(row),
                    jobsRunning(row),
                    jobsWaiting(row),
                    nodeHoursWaiting(row),
                    kilowatts(row));
        }
        return thinned;
    }

    /**
     * Takes note of what the nodes draw from an instant on, with what the site adds: before the
     * pass of that instant is over, if there is one, and else between two passes.
     */
    public void draws(long millis, double atKilowatts) {
        int last = size() - 1;
        if (last >= 0 && atKilowatts != kilowattsNow) {
            add(
                    millis,
                    nodesUp(last),
                    nodesBusy(last),
                    jobsRunning(last),
                    jobsWaiting(last),
                    nodeHoursWaiting(last),
                    atKilowatts);
        }
        kilowattsNow = atKilowatts;
    }

    @Override
    public void passEnded(Situation now) {
        add(
                now.nowMillis(),
                now.cluster().nodesInService(),
                recorder.busyNodes(),
                now.cluster().runningCount(),
                recorder.waiting(),
                recorder.waitingNodeHours(),
                kilowattsNow);
    }

    private void add(
            long at, int up, long busy, int running, int waiting, double hours, double drawn) {
        int last = atMillis.size() - 1;
        if (last >= 0 && isSameStep(atMillis.get(last), at)) {
            atMillis.removeAtIndex(last);
            nodesUp.removeAtIndex(last);
            nodesBusy.removeAtIndex(last);
            jobsRunning.removeAtIndex(last);
            jobsWaiting.removeAtIndex(last);
            nodeHoursWaiting.removeAtIndex(last);
            kilowatts.removeAtIndex(last);
        }
        atMillis.add(at);
        nodesUp.add(up);
        nodesBusy.add(busy);
        jobsRunning.add(running);
        jobsWaiting.add(waiting);
        nodeHoursWaiting.add(hours);
        kilowatts.add(drawn);
    }

    private boolean isSameStep(long one, long other) {
        return one == other
                || (stepMillis > 0
                        && Math.floorDiv(one, stepMillis) == Math.floorDiv(other, stepMillis));
    }

    /** How many rows. */
    public int size() {
        return atMillis.size();
    }

    /** The instant of a row. */
    public long atMillis(int row) {
        return atMillis.get(row);
    }

    /** The nodes in service. */
    public int nodesUp(int row) {
        return nodesUp.get(row);
    }

    /** The nodes that were busy. */
    public long nodesBusy(int row) {
        return nodesBusy.get(row);
    }

    /** The jobs that ran. */
    public int jobsRunning(int row) {
        return jobsRunning.get(row);
    }

    /** The jobs that waited. */
    public int jobsWaiting(int row) {
        return jobsWaiting.get(row);
    }

    /** The node hours that waited. */
    public double nodeHoursWaiting(int row) {
        return nodeHoursWaiting.get(row);
    }

    /**
     * What the nodes drew, with what the site adds, in kilowatts; NaN where that is not known. The
     * sum of it over time is {@link Energy#kilowattHours} if every pass is kept.
     */
    public double kilowatts(int row) {
        return kilowatts.get(row);
    }
}
