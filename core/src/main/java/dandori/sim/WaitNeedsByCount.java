package dandori.sim;

import dandori.wait.WaitBook;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Needs where the count of free nodes alone decides between two reasons: only those between the
 * count of the last look and that of this one can have another.
 */
final class WaitNeedsByCount implements WaitNeeds {

    private final PoolRun pool;
    private final WaitBook book;
    private @Nullable WaitNeed[] ofNodes = new WaitNeed[64]; // by how many
    private WaitNeed[] sorted = new WaitNeed[16]; // by nodes
    private int count;
    private int fitting; // how many of them asked for no more than was free at the last look

    WaitNeedsByCount(PoolRun pool, WaitBook book) {
        this.pool = pool;
        this.book = book;
    }

    @Override
    public WaitNeed entering(int job) {
        int nodes = pool.nodesNeeded(job);
        if (nodes >= ofNodes.length) {
            ofNodes = Arrays.copyOf(ofNodes, Math.max(nodes + 1, 2 * ofNodes.length));
        }
        WaitNeed known = ofNodes[nodes];
        if (known != null) {
            return known;
        }
        WaitNeed need = new WaitNeed(new WaitNeed.Kind(nodes, -1, -1, 0), book);
        ofNodes[nodes] = need;
        insert(need);
        return need;
    }

    private void insert(WaitNeed need) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        int at = count;
        while (at > 0 && sorted[at - 1].nodes > need.nodes) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = need;
        count++;
        if (at < fitting) {
            fitting++;
        }
    }

    @Override
    public void lookAgain(WaitWatch watch) {
        while (fitting < count && sorted[fitting].nodes <= pool.free) {
            lookIfWaiting(sorted[fitting++], watch);
        }
        while (fitting > 0 && sorted[fitting - 1].nodes > pool.free) {
            lookIfWaiting(sorted[--fitting], watch);
        }
    }

    private static void lookIfWaiting(WaitNeed need, WaitWatch watch) {
        if (need.waiting() > 0) {
            watch.look(need);
        }
    }
}
