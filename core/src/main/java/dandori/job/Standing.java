package dandori.job;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs of a workload are there when a run begins: a snapshot of a queue.
 *
 * <p>A job that <i>runs</i> comes to its machine when it has started, however long ago it was
 * submitted, and has its nodes at once, whatever the policy says. One that <i>waits</i> comes when
 * the snapshot was taken; its wait is counted from its submission.
 *
 * <p>Immutable; jobs are rows of the workload. Cost: 12 bytes a job.
 */
public final class Standing {

    private final long[] arrivalMillis; // by row; the submission where nothing else is known
    private final BitSet running; // rows
    private final int[] order; // rows by arrival, then by row

    private Standing(long[] arrivalMillis, BitSet running) {
        this.arrivalMillis = arrivalMillis;
        this.running = running;
        order = WorkloadBuilder.rowsByTime(arrivalMillis);
    }

    /** Whether a job runs already when it comes. */
    public boolean runs(int job) {
        return running.get(job);
    }

    /** When a job comes to its machine. */
    public long arrivalMillis(int job) {
        return arrivalMillis[job];
    }

    int inOrder(int place) {
        return order[place];
    }

    /** Collects who is there, by places in the input. */
    static final class Builder {

        private final IntColumn places = new IntColumn();
        private final LongColumn arrivals = new LongColumn();
        private final BitSet running = new BitSet(); // places

        void add(int place, long arrivalMillis, boolean runs) {
            places.add(place);
            arrivals.add(arrivalMillis);
            running.set(place, runs);
        }

        /**
         * Who is there.
         *
         * @param submits submissions by row
         * @param rowOf the row of each place; null where they are the same
         */
        Standing build(long[] submits, int @Nullable [] rowOf) {
            long[] arrivalMillis = submits.clone();
            BitSet runs = new BitSet();
            int[] who = places.toArray();
            long[] when = arrivals.toArray();
            for (int i = 0; i < who.length; i++) {
                int row = rowOf == null ? who[i] : rowOf[who[i]];
                arrivalMillis[row] = when[i];
                runs.set(row, running.get(who[i]));
            }
            return new Standing(arrivalMillis, runs);
        }
    }
}
