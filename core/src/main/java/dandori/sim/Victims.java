package dandori.sim;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds running jobs in whose place a waiting one can start at once. */
final class Victims {

    private final PoolRun pool;

    Victims(PoolRun pool) {
        this.pool = pool;
    }

    /**
     * Room for a waiting job.
     *
     * @param set the nodes that it is to have, {@link NodeSet#EMPTY} where any will do
     * @param victims who has to make way, in the order in which they do
     */
    record Room(NodeSet set, List<Integer> victims) {}

    /**
     * Room for a job among the free nodes and those of the first so many who may make way; null if
     * all of them are no use. Of these, only those make way on whose nodes the job would lie.
     *
     * @param candidates who may make way, those first who are to go first
     * @param sparesMore whether, where any nodes will do, those do not make way without whom there
     *     is room as well; the later in the list the sooner
     */
    @Nullable Room find(int job, List<Integer> candidates, boolean sparesMore) {
        Groups groups = pool.groups;
        Room room = null;
        if (groups != null) {
            room = byPlace(job, candidates, groups);
        } else if (pool.placement instanceof ShapedPlacement shaped) {
            room = byShape(job, candidates, shaped);
        } else if (!pool.placement.shapeDecides(job, pool.run.jobs)) {
            return byCount(job, candidates, sparesMore);
        }
        return room != null && fitsKnownCapacity(job, room.victims()) ? room : null;
    }

    private @Nullable Room byCount(int job, List<Integer> candidates, boolean sparesMore) {
        int missing = pool.nodesNeeded(job) - pool.freeNodes();
        List<Integer> chosen = new ArrayList<>();
        for (int victim : candidates) {
            chosen.add(victim);
            missing -= given(victim);
            if (missing <= 0 && fitsKnownCapacity(job, chosen)) {
                if (sparesMore) {
                    spare(job, chosen, -missing);
                }
                return new Room(NodeSet.EMPTY, chosen);
            }
        }
        return null;
    }

    /** Takes those from the chosen without whom there is room as well. */
    private void spare(int job, List<Integer> chosen, int nodesTooMany) {
        int left = nodesTooMany;
        for (int i = chosen.size() - 1; i >= 0; i--) {
            int victim = chosen.get(i);
            if (given(victim) > left) {
                continue;
            }
            List<Integer> fewer = chosen.stream().filter(one -> one != victim).toList();
            if (fitsKnownCapacity(job, fewer)) {
                left -= given(victim);
                chosen.removeIf(one -> one == victim);
            }
        }
    }

    /** How many nodes a job would give back. */
    private int given(int job) {
        return pool.damage == null ? pool.nodesHeld(job) : pool.nodesUp(job).size();
    }

    private @Nullable Room byShape(int job, List<Integer> candidates, ShapedPlacement shaped) {
        ShapedPlacement.Scratch scratch = shaped.scratch();
        int form = shaped.form(job, pool.run.jobs);
        for (int victim : candidates) {
            scratch.give(pool.nodesUp(victim));
            if (scratch.fits(form)) {
                return onSet(scratch.place(form), candidates);
            }
        }
        return null;
    }

    private @Nullable Room byPlace(int job, List<Integer> candidates, Groups groups) {
        NodeSet allowed = groups.allowed(job, pool.run.nowMillis);
        NodeSet set = null;
        for (int i = 0; i < candidates.size() && set == null; i++) {
            groups.suppose(pool.nodesUp(candidates.get(i)), true);
            set = groups.place(job, allowed);
        }
        groups.forget();
        return onSet(set, candidates);
    }

    private @Nullable Room onSet(@Nullable NodeSet set, List<Integer> candidates) {
        if (set == null) {
            return null;
        }
        List<Integer> there = new ArrayList<>();
        for (int victim : candidates) {
            NodeSet held = pool.run.ledger.nodeSet(victim);
            if (held != null && held.and(set).size() > 0) {
                there.add(victim);
            }
        }
        return new Room(set, there);
    }

    /**
     * Whether, at each known change before the estimated end of a job that starts now, enough nodes
     * stay that nobody but those who make way is estimated to hold.
     */
    private boolean fitsKnownCapacity(int job, List<Integer> gone) {
        long now = pool.run.nowMillis;
        long end = now + pool.estimateMillis(job);
        int change = 0;
        for (int step = 0; step < pool.capacity.stepCount(); step++) {
            long at = Math.max(now, pool.capacity.stepMillis(step));
            if (at >= end) {
                return true;
            }
            change += pool.capacity.stepNodes(step);
            int free = pool.freeNodesAt(at) + change;
            for (int victim : gone) {
                long until = pool.startMillis(victim) + pool.estimateMillis(victim);
                free += until > at ? pool.nodesHeld(victim) : 0;
            }
            if (free < pool.nodesNeeded(job)) {
                return false;
            }
        }
        return true;
    }
}
