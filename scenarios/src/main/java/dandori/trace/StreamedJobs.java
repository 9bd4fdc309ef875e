package dandori.trace;

import dandori.job.JobSource;
import dandori.job.Jobs;
import dandori.job.ValueStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a {@link StreamedTrace} for one run, read as it goes. In memory are those that are
 * there, 70 bytes each.
 */
public final class StreamedJobs implements JobSource, AutoCloseable {

    private final StreamedTrace trace;
    private final JobReadings readings;
    private final MovedJobs moved;
    private final boolean raisesWalltimes;
    private final JobRows rows = new JobRows();
    private final List<ValuesFile> stores = new ArrayList<>();
    private @Nullable UsedJob inOrder; // the next of those that are in order
    private @Nullable UsedJob next;
    private int sequence;

    StreamedJobs(
            StreamedTrace trace, JobReadings readings, MovedJobs moved, boolean raisesWalltimes) {
        this.trace = trace;
        this.readings = readings;
        this.moved = moved;
        this.raisesWalltimes = raisesWalltimes;
        readInOrder();
        next = first();
    }

    private void readInOrder() {
        try {
            boolean isOne = readings.next();
            while (isOne && readings.isMoved()) {
                isOne = readings.next();
            }
            inOrder = isOne ? readings.job() : null;
        } catch (IOException failure) {
            throw trace.explained(failure);
        }
    }

    private @Nullable UsedJob first() {
        UsedJob other = moved.head();
        boolean isOther = other != null && (inOrder == null || other.isBefore(inOrder));
        return isOther ? other : inOrder;
    }

    @Override
    public long nextSubmitMillis() {
        return next == null ? Long.MAX_VALUE : next.submitMillis();
    }

    @Override
    public int next() {
        UsedJob job = next;
        if (job == null || sequence == trace.count()) {
            throw trace.changed();
        }
        long walltime = job.walltimeMillis();
        int row =
                rows.put(
                        job,
                        sequence++,
                        raisesWalltimes ? Math.max(walltime, job.runMillis()) : walltime);
        if (job == inOrder) {
            readInOrder();
        } else {
            advanceMoved();
        }
        next = first();
        if (next == null && sequence < trace.count()) {
            throw trace.changed();
        }
        return row;
    }

    private void advanceMoved() {
        try {
            moved.advance();
        } catch (IOException failure) {
            throw trace.explained(failure);
        }
    }

    @Override
    public Jobs jobs() {
        return rows;
    }

    /** The job's place in the file among those that are used, from 0. */
    public int place(int job) {
        return rows.place(job);
    }

    @Override
    public long runMillis(int job) {
        return rows.runMillis(job);
    }

    @Override
    public boolean recyclesRows() {
        return true;
    }

    @Override
    public ValueStore valueStore() {
        ValuesFile store = new ValuesFile();
        stores.add(store);
        return store;
    }

    @Override
    public void rowFreed(int job) {
        rows.free(job);
    }

    @Override
    public boolean staysWithinWalltimes() {
        return raisesWalltimes || trace.staysWithinWalltimes();
    }

    @Override
    public List<String> users() {
        return trace.names().users();
    }

    @Override
    public List<String> organizations() {
        return trace.names().organizations();
    }

    @Override
    public List<String> partitions() {
        return trace.names().partitions();
    }

    @Override
    public void close() throws IOException {
        for (ValuesFile store : stores) {
            store.close();
        }
        try (moved) {
            readings.close();
        }
    }
}
