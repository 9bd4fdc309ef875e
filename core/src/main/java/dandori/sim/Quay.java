package dandori.sim;

import dandori.policy.RoutingRule;
import dandori.state.Situation;
import java.util.Arrays;

/** A machine as a rule of routing sees it, for one job, and who is on the way there. */
final class Quay implements RoutingRule.Destination {

    private final Situation pool;
    private int job;
    private long arrivalMillis;
    private int[] nodes = new int[8]; // of those on their way, a ring
    private long[] estimateMillis = new long[8];
    private long[] atMillis = new long[8]; // never falls, since all need the same time
    private int first;
    private int count;
    private long comingNodeMillis;

    Quay(Situation pool) {
        this.pool = pool;
    }

    /** The same for another job, now. */
    Quay of(int some, long atItsMillis) {
        job = some;
        arrivalMillis = atItsMillis;
        while (count > 0 && atMillis[first] <= pool.nowMillis()) {
            comingNodeMillis -= nodes[first] * estimateMillis[first];
            first = (first + 1) % nodes.length;
            count--;
        }
        return this;
    }

    /** Notes that the job is on its way. */
    void send() {
        if (count == nodes.length) {
            grow();
        }
        int place = (first + count) % nodes.length;
        nodes[place] = nodes();
        estimateMillis[place] = estimateMillis();
        atMillis[place] = arrivalMillis;
        comingNodeMillis += nodes[place] * estimateMillis[place];
        count++;
    }

    private void grow() {
        int size = nodes.length;
        int[] oldNodes = nodes;
        long[] oldEstimate = estimateMillis;
        long[] oldAt = atMillis;
        nodes = Arrays.copyOf(nodes, 2 * size);
        estimateMillis = Arrays.copyOf(estimateMillis, 2 * size);
        atMillis = Arrays.copyOf(atMillis, 2 * size);
        for (int place = 0; place < size; place++) {
            nodes[place] = oldNodes[(first + place) % size];
            estimateMillis[place] = oldEstimate[(first + place) % size];
            atMillis[place] = oldAt[(first + place) % size];
        }
        first = 0;
    }

    @Override
    public Situation pool() {
        return pool;
    }

    @Override
    public int nodes() {
        return pool.nodesNeeded(job);
    }

    /** Where groups say how long a job is safe, its group is not known yet. */
    @Override
    public long estimateMillis() {
        return pool.places() == null ? pool.estimateMillis(job) : pool.jobs().walltimeMillis(job);
    }

    @Override
    public long arrivalMillis() {
        return arrivalMillis;
    }

    @Override
    public int comingCount() {
        return count;
    }

    @Override
    public int comingNodes(int place) {
        return nodes[(first + place) % nodes.length];
    }

    @Override
    public long comingEstimateMillis(int place) {
        return estimateMillis[(first + place) % nodes.length];
    }

    @Override
    public long comingMillis(int place) {
        return atMillis[(first + place) % nodes.length];
    }

    @Override
    public long comingNodeMillis() {
        return comingNodeMillis;
    }
}
