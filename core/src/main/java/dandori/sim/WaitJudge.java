package dandori.sim;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import dandori.wait.WaitReason;
import org.jspecify.annotations.Nullable;

/** Says what jobs wait for that nobody holds; see {@link WaitReason} for what comes first. */
final class WaitJudge {

    private final PoolRun pool;
    private final WaitReason behindOthers;
    private final boolean hasPlans; // for nodes in service, or windows of others
    private final boolean isByCount;

    /**
     * A judge of a pool.
     *
     * @param behindOthers what jobs wait for that would fit
     */
    WaitJudge(PoolRun pool, WaitReason behindOthers) {
        this.pool = pool;
        this.behindOthers = behindOthers;
        Groups groups = pool.groups;
        hasPlans = pool.capacity.instants().length > 0 || groups != null && groups.keepsNodes();
        isByCount = groups == null && !hasPlans && !(pool.placement instanceof ShapedPlacement);
    }

    /** Whether the count of free nodes alone decides between two reasons. */
    boolean isByCount() {
        return isByCount;
    }

    /** Whether it matters how long jobs are estimated to run. */
    boolean looksAhead() {
        return hasPlans;
    }

    /** Whether reasons may change although no nodes are taken or given back. */
    boolean goesByTime() {
        return pool.groups != null || hasPlans;
    }

    /** What the jobs of a need wait for now. */
    WaitReason reason(WaitNeed need) {
        if (need.nodes > pool.free) {
            return WaitReason.of(pool.tooFew(need.nodes));
        }
        if (isByCount) {
            return behindOthers;
        }
        Groups groups = pool.groups;
        NodeSet allowed = groups == null ? null : groups.allowed(need.example(), pool.nowMillis());
        if (groups != null && allowed != null) {
            if (allowed.size() < need.nodes || groups.freeNodes(allowed) < need.nodes) {
                return tooFew(need, groups, allowed);
            }
        }
        if (hasPlans && !fitsPlans(need)) {
            return WaitReason.of(pool.obstacle(need.example()));
        }
        return fits(need, groups, allowed) ? behindOthers : WaitReason.SHAPE;
    }

    /** Why too few of a group's nodes are there, or free. */
    private WaitReason tooFew(WaitNeed need, Groups groups, NodeSet allowed) {
        NodeSet unreserved = groups.ofGroup(need.example(), pool.nowMillis());
        if (unreserved.size() < need.nodes) {
            return WaitReason.WINDOW;
        }
        boolean isReserved =
                unreserved.size() > allowed.size() && groups.freeNodes(unreserved) >= need.nodes;
        return isReserved ? WaitReason.RESERVED : WaitReason.NODES;
    }

    private boolean fitsPlans(WaitNeed need) {
        return pool.unlimited
                || pool.capacity.stepCount() == 0
                || pool.fitsKnownCapacity(need.example());
    }

    private boolean fits(WaitNeed need, @Nullable Groups groups, @Nullable NodeSet allowed) {
        if (groups != null && allowed != null) {
            return groups.fits(need.example(), allowed);
        }
        return !(pool.placement instanceof ShapedPlacement shaped) || shaped.fits(need.form);
    }
}
