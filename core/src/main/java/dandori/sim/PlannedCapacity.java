package dandori.sim;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.Outage;
import dandori.metric.Window;
import dandori.state.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongToIntFunction;

/**
 * The changes of a pool's nodes in service that its planned outages make.
 *
 * <p>How they add up, {@link AwayNodes} says. Policies see the changes of outages that drain, and
 * of any that has begun.
 */
final class PlannedCapacity implements Capacity {

    private final List<Outage> outages;
    private final int poolNodes;
    private final CapacitySteps all;
    private final long[] instants; // ascending; at which the loop is to apply something
    private int applied; // of those
    private boolean wasForeseen = true;
    private boolean hasSurprised;
    private CapacitySteps known; // ahead of the last of those
    private int passed; // of the known
    private final AwayNodes away;
    private final boolean hasCaps;

    /** The outages of one pool of so many nodes; refuses those that would take more. */
    PlannedCapacity(List<Outage> outages, int poolNodes) {
        this.outages = List.copyOf(outages);
        this.poolNodes = poolNodes;
        away = AwayNodes.of(this.outages, poolNodes);
        all = CapacitySteps.of(away, Long.MIN_VALUE);
        hasCaps = this.outages.stream().anyMatch(Outage::isOfPower);
        TreeSet<Long> at = new TreeSet<>();
        for (long millis : all.atMillis()) {
            at.add(millis);
        }
        for (Outage outage : this.outages) {
            if (outage.onBegin() != OnBegin.DRAIN) {
                at.add(outage.fromMillis()); // from then on it is known
            }
        }
        instants = at.stream().mapToLong(Long::longValue).toArray();
        known = knownAfter(Long.MIN_VALUE);
    }

    private CapacitySteps knownAfter(long millis) {
        List<Outage> seen = new ArrayList<>(outages);
        seen.removeIf(one -> one.onBegin() != OnBegin.DRAIN && one.fromMillis() > millis);
        return CapacitySteps.of(AwayNodes.of(seen, poolNodes), millis);
    }

    /** The instants at which {@link #apply} is to be called, in order of time. */
    long[] instants() {
        return instants.clone();
    }

    @Override
    public int stepCount() {
        return known.atMillis().length - passed;
    }

    @Override
    public long stepMillis(int step) {
        return known.atMillis()[passed + step];
    }

    @Override
    public int stepNodes(int step) {
        return known.nodes()[passed + step];
    }

    @Override
    public boolean wasForeseen() {
        return wasForeseen;
    }

    /** Whether it is a cap on power that keeps nodes away after a step. */
    boolean isOfPower(int step) {
        return known.isOfPower()[passed + step];
    }

    /**
     * The first step before an instant after which fewer than so many nodes are left; -1 if there
     * is none.
     *
     * @param freeAt how many would be free at an instant but for the steps
     */
    int firstBelow(int needed, long endMillis, LongToIntFunction freeAt) {
        int change = 0;
        for (int step = 0; step < stepCount() && stepMillis(step) < endMillis; step++) {
            change += stepNodes(step);
            if (freeAt.applyAsInt(stepMillis(step)) + change < needed) {
                return step;
            }
        }
        return -1;
    }

    /** How many nodes caps on power keep away at an instant that would be there without. */
    int withheld(long millis) {
        return hasCaps ? away.off(millis) + away.idle(millis) : 0;
    }

    /**
     * What people call that which keeps nodes away at an instant, as far as policies know of it
     * now: a cap on power, or something else. Of several it is the one that takes the most nodes,
     * of equals the first; empty if that has no name.
     */
    String nameAt(long millis, boolean isOfPower, long nowMillis) {
        Outage most = null;
        for (Outage one : outages) {
            boolean isKnown = one.onBegin() == OnBegin.DRAIN || one.fromMillis() <= nowMillis;
            if (isKnown
                    && one.isOn(millis)
                    && one.isOfPower() == isOfPower
                    && (most == null || one.nodes() > most.nodes())) {
                most = one;
            }
        }
        return most == null ? "" : most.name();
    }

    /** Which nodes are away and why, over time. */
    AwayNodes away() {
        return away;
    }

    /** Applies what happens at the next instant: by how many nodes those in service change. */
    int apply() {
        long now = instants[applied++];
        int expected = 0;
        if (stepCount() > 0 && stepMillis(0) == now) {
            expected = stepNodes(0);
            passed++;
        }
        int change = all.nodesAt(now);
        wasForeseen = true;
        for (Outage outage : outages) {
            wasForeseen &= outage.onBegin() == OnBegin.DRAIN || outage.fromMillis() != now;
        }
        hasSurprised |= !wasForeseen;
        if (!wasForeseen || expected != change) {
            known = knownAfter(now);
            passed = 0;
        }
        return change;
    }

    /** Whether anything was ever applied that policies could not know of. */
    boolean hasSurprised() {
        return hasSurprised;
    }

    /**
     * What becomes of jobs in the way at an instant: killed if an outage that is on then kills,
     * else sent back to the queue.
     */
    OnBegin onBegin(long millis) {
        boolean kills =
                outages.stream().anyMatch(one -> one.isOn(millis) && one.onBegin() == OnBegin.KILL);
        return kills ? OnBegin.KILL : OnBegin.REQUEUE;
    }

    /** How many node milliseconds the outages take from a window. */
    long lostNodeMillis(Window window) {
        long lost = 0;
        int gone = 0;
        for (int step = 0; step + 1 < all.atMillis().length; step++) {
            gone -= all.nodes()[step];
            long millis = window.overlapMillis(all.atMillis()[step], all.atMillis()[step + 1]);
            lost = Math.addExact(lost, Math.multiplyExact(millis, (long) gone));
        }
        return lost;
    }
}
