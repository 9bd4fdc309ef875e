package dandori.trace;

import dandori.job.Elasticity;
import dandori.job.Jobs;
import dandori.job.Request;
import java.util.Arrays;

/**
 * The jobs of a streamed trace that are still to be asked for, in as few rows as there are: a row
 * that is free goes to the next job. About 70 bytes a row.
 */
final class JobRows implements Jobs {

    private int count;
    private int[] free = new int[1 << 10]; // rows that nobody has, the first `freeCount`
    private int freeCount;

    private int[] place = new int[1 << 10];
    private int[] sequence = new int[1 << 10];
    private long[] id = new long[1 << 10];
    private long[] submitMillis = new long[1 << 10];
    private int[] nodes = new int[1 << 10];
    private long[] walltimeMillis = new long[1 << 10];
    private long[] runMillis = new long[1 << 10];
    private int[] user = new int[1 << 10];
    private int[] organization = new int[1 << 10];
    private int[] partition = new int[1 << 10];
    private long[] loggedWaitMillis = new long[1 << 10];

    /** Gives a job a row. */
    int put(UsedJob job, int itsSequence, long itsWalltimeMillis) {
        int row = freeCount > 0 ? free[--freeCount] : newRow();
        place[row] = job.place();
        sequence[row] = itsSequence;
        id[row] = job.id();
        submitMillis[row] = job.submitMillis();
        nodes[row] = job.nodes();
        walltimeMillis[row] = itsWalltimeMillis;
        runMillis[row] = job.runMillis();
        user[row] = job.user();
        organization[row] = job.organization();
        partition[row] = job.partition();
        loggedWaitMillis[row] = job.loggedWaitMillis();
        return row;
    }

    private int newRow() {
        if (count == id.length) {
            int rows = Math.addExact(count, count >> 1);
            place = Arrays.copyOf(place, rows);
            sequence = Arrays.copyOf(sequence, rows);
            id = Arrays.copyOf(id, rows);
            submitMillis = Arrays.copyOf(submitMillis, rows);
            nodes = Arrays.copyOf(nodes, rows);
            walltimeMillis = Arrays.copyOf(walltimeMillis, rows);
            runMillis = Arrays.copyOf(runMillis, rows);
            user = Arrays.copyOf(user, rows);
            organization = Arrays.copyOf(organization, rows);
            partition = Arrays.copyOf(partition, rows);
            loggedWaitMillis = Arrays.copyOf(loggedWaitMillis, rows);
        }
        return count++;
    }

    /** Takes a row back. */
    void free(int row) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = row;
    }

    /** The job's place in the file among those that are used. */
    int place(int job) {
        return place[job];
    }

    long runMillis(int job) {
        return runMillis[job];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long sequence(int job) {
        return sequence[job];
    }

    @Override
    public long id(int job) {
        return id[job];
    }

    @Override
    public long submitMillis(int job) {
        return submitMillis[job];
    }

    @Override
    public int nodes(int job) {
        return nodes[job];
    }

    @Override
    public long walltimeMillis(int job) {
        return walltimeMillis[job];
    }

    @Override
    public long loggedWaitMillis(int job) {
        return loggedWaitMillis[job];
    }

    @Override
    public int user(int job) {
        return user[job];
    }

    @Override
    public int organization(int job) {
        return organization[job];
    }

    @Override
    public int partition(int job) {
        return partition[job];
    }

    @Override
    public boolean mayAskForMinimum() {
        return false;
    }

    @Override
    public Elasticity elasticity(int job) {
        return Elasticity.RIGID;
    }

    @Override
    public Request request(int job) {
        return Request.PLAIN;
    }
}
