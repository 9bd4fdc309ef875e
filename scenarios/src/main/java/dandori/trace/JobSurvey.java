package dandori.trace;

import dandori.job.JobSink;
import dandori.job.NameTable;
import dandori.job.WorkloadBuilder;
import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of all jobs before the first is played. Keeps the jobs themselves, too, as
 * long as they are not too many; then it lets go of them, and they have to be read again.
 */
final class JobSurvey implements JobSink {

    private static final int SMALL = 1 << 18;

    private final int keptAtMost;
    private @Nullable WorkloadBuilder kept; // null: there are too many
    private final NameTable users = new NameTable();
    private final NameTable organizations = new NameTable();
    private final NameTable partitions = new NameTable();

    private int count;
    private int movedCount;
    private int unknownWaits;
    private boolean staysWithinWalltimes = true;
    private long firstSubmitMillis = Long.MAX_VALUE;
    private long lastSubmitMillis = Long.MIN_VALUE;
    private int[] ofSize = new int[1 << 10]; // how many jobs ask for so many nodes
    private final IntIntHashMap ofLargeSize = new IntIntHashMap();
    private int largest;

    /**
     * @param builder takes the jobs
     * @param keptAtMost as long as there are not more than this
     */
    JobSurvey(WorkloadBuilder builder, int keptAtMost) {
        kept = builder;
        this.keptAtMost = keptAtMost;
    }

    @Override
    public int user(String name) {
        if (kept != null) {
            kept.user(name);
        }
        return users.index(name);
    }

    @Override
    public int organization(String name) {
        if (kept != null) {
            kept.organization(name);
        }
        return organizations.index(name);
    }

    @Override
    public int partition(String name) {
        if (kept != null) {
            kept.partition(name);
        }
        return partitions.index(name);
    }

    @Override
    public void add(
            long id,
            long submitMillis,
            int nodes,
            long walltimeMillis,
            long runMillis,
            int user,
            int organization,
            int partition,
            long loggedWaitMillis) {
        count = Math.addExact(count, 1);
        if (submitMillis < lastSubmitMillis) {
            movedCount++;
        }
        firstSubmitMillis = Math.min(firstSubmitMillis, submitMillis);
        lastSubmitMillis = Math.max(lastSubmitMillis, submitMillis);
        largest = Math.max(largest, nodes);
        unknownWaits += loggedWaitMillis < 0 ? 1 : 0;
        staysWithinWalltimes &= runMillis <= walltimeMillis;
        countSize(nodes);
        if (count > keptAtMost) {
            kept = null;
        }
        if (kept != null) {
            kept.add(
                    id,
                    submitMillis,
                    nodes,
                    walltimeMillis,
                    runMillis,
                    user,
                    organization,
                    partition,
                    loggedWaitMillis);
        }
    }

    private void countSize(int nodes) {
        if (nodes < ofSize.length) {
            ofSize[nodes]++;
        } else if (nodes < SMALL) {
            ofSize = Arrays.copyOf(ofSize, Math.min(SMALL, 2 * nodes));
            ofSize[nodes]++;
        } else {
            ofLargeSize.addToValue(nodes, 1);
        }
    }

    /** The jobs; null if they are too many. */
    @Nullable WorkloadBuilder kept() {
        return kept;
    }

    @Override
    public int count() {
        return count;
    }

    /** How many jobs were submitted before one that stands above them. */
    int movedCount() {
        return movedCount;
    }

    /** Of how many jobs the log does not say how long they waited. */
    int unknownWaits() {
        return unknownWaits;
    }

    /** Whether no job runs beyond its walltime. */
    boolean staysWithinWalltimes() {
        return staysWithinWalltimes;
    }

    /** When the first job is submitted. */
    long firstSubmitMillis() {
        return firstSubmitMillis;
    }

    /** When the last job is submitted. */
    long lastSubmitMillis() {
        return lastSubmitMillis;
    }

    /** The size of the largest job. */
    int largest() {
        return largest;
    }

    /** How many jobs ask for more than so many nodes. */
    long countAbove(long nodes) {
        long above = 0;
        for (long size = nodes + 1; size < ofSize.length; size++) {
            above += ofSize[(int) size];
        }
        long[] large = {above};
        ofLargeSize.forEachKeyValue((size, jobs) -> large[0] += size > nodes ? jobs : 0);
        return large[0];
    }

    /** The names that were seen. */
    TraceNames names() {
        return new TraceNames(users.names(), organizations.names(), partitions.names());
    }
}
