package dandori.sim;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import dandori.state.Capacity;
import dandori.state.NodePool;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When the head of the queue can start at the latest if changes of capacity are known, computed
 * without the policy's own code, instant by instant.
 *
 * <p>Where shape decides, nothing can be said behind an instant at which some nodes leave and
 * others stay: it depends on those who start until then which ones.
 */
final class PlannedShadow {

    private final PoolRun pool;

    PlannedShadow(PoolRun pool) {
        this.pool = pool;
    }

    /** The earliest instant at which the job fits; {@link Long#MAX_VALUE} if it cannot be said. */
    long shadowMillis(int job) {
        return pool.placement() instanceof ShapedPlacement shaped
                ? byShape(job, shaped)
                : byCount(job);
    }

    private long byCount(int job) {
        SortedSet<Long> instants = instants();
        instants.add(pool.nowMillis());
        for (long at : instants) {
            if (freeAt(at) >= pool.nodesNeeded(job) && fitsSteps(job, at)) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    private long byShape(int job, ShapedPlacement shaped) {
        ShapedPlacement.Scratch scratch = shaped.scratch();
        NodePool nodes = new NodePool(Objects.requireNonNull(pool.freePool()));
        int inService = pool.nodesInService();
        for (long at : instants()) {
            for (int place = 0; place < pool.running.size(); place++) {
                if (endMillis(place) == at) {
                    NodeSet held = Objects.requireNonNull(pool.nodeSet(pool.running.job(place)));
                    scratch.give(held);
                    nodes.give(held);
                }
            }
            int change = Math.min(changeAt(at), nodes.outOfServiceCount()); // the rest is down
            inService += change;
            if (change < 0 && (inService > 0 || nodes.freeCount() < -change)) {
                return Long.MAX_VALUE;
            }
            NodeSet changed = nodes.changeService(change);
            if (change < 0) {
                scratch.take(changed);
            } else {
                scratch.give(changed);
            }
            if (fitsSteps(job, at) && scratch.fits(shaped.form(job, pool.jobs()))) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Those at which anybody ends or capacity changes; nobody counts as ending before the next. */
    private SortedSet<Long> instants() {
        SortedSet<Long> instants = new TreeSet<>();
        for (int place = 0; place < pool.running.size(); place++) {
            instants.add(endMillis(place));
        }
        Capacity capacity = pool.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            instants.add(capacity.stepMillis(step));
        }
        return instants;
    }

    private long endMillis(int place) {
        return Math.max(pool.nowMillis() + 1, pool.running.endMillis(place));
    }

    private int changeAt(long millis) {
        Capacity capacity = pool.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            if (capacity.stepMillis(step) == millis) {
                return capacity.stepNodes(step);
            }
        }
        return 0;
    }

    private int freeAt(long millis) {
        int free = pool.nodesInService();
        for (int place = 0; place < pool.running.size(); place++) {
            int job = pool.running.job(place);
            free -= endMillis(place) > millis ? pool.nodesNeeded(job) : 0;
        }
        Capacity capacity = pool.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            free += capacity.stepMillis(step) <= millis ? capacity.stepNodes(step) : 0;
        }
        return free;
    }

    private boolean fitsSteps(int job, long startMillis) {
        long end = startMillis + Math.max(1, pool.estimateMillis(job));
        Capacity capacity = pool.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            long at = capacity.stepMillis(step);
            if (at > startMillis && at < end && freeAt(at) < pool.nodesNeeded(job)) {
                return false;
            }
        }
        return true;
    }
}
