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
    private String name = ""; // of what the last answer was about

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

    /**
     * What people call the reservation, outage or cap that the last answer was about; empty if it
     * has no name, or it was about none.
     */
    String name() {
        return name;
    }

    /** What the jobs of a need wait for now. */
    WaitReason reason(WaitNeed need) {
        name = "";
        if (need.nodes > pool.free) {
            return tooFewOfAll(need);
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
            return ahead(need);
        }
        return fits(need, groups, allowed) ? behindOthers : misshapen(need, groups, allowed);
    }

    private WaitReason tooFewOfAll(WaitNeed need) {
        long now = pool.nowMillis();
        WaitReason reason = WaitReason.of(pool.tooFew(need.nodes));
        name = reason == WaitReason.POWER ? pool.capacity.nameAt(now, true, now) : "";
        return reason;
    }

    /** What the jobs of a need would run into. */
    private WaitReason ahead(WaitNeed need) {
        int job = need.example();
        int step = pool.obstacleStep(job);
        WaitReason reason = WaitReason.of(pool.obstacle(job));
        if (step >= 0) {
            long at = pool.capacity.stepMillis(step);
            name = pool.capacity.nameAt(at, reason == WaitReason.POWER, pool.nowMillis());
        }
        return reason;
    }

    /** Why those do not fit who have enough free nodes. */
    private WaitReason misshapen(
            WaitNeed need, @Nullable Groups groups, @Nullable NodeSet allowed) {
        if (groups == null || allowed == null) {
            return WaitReason.SHAPE;
        }
        NodeSet unreserved = groups.ofGroup(need.example(), pool.nowMillis());
        if (unreserved.size() == allowed.size() || !groups.fits(need.example(), unreserved)) {
            return WaitReason.SHAPE;
        }
        name = groups.inTheWay(need.example(), some -> groups.fits(need.example(), some), allowed);
        return WaitReason.RESERVED;
    }

    /** Why too few of a group's nodes are there, or free. */
    private WaitReason tooFew(WaitNeed need, Groups groups, NodeSet allowed) {
        NodeSet unreserved = groups.ofGroup(need.example(), pool.nowMillis());
        if (unreserved.size() < need.nodes) {
            return WaitReason.WINDOW;
        }
        boolean isReserved =
                unreserved.size() > allowed.size() && groups.freeNodes(unreserved) >= need.nodes;
        if (!isReserved) {
            return WaitReason.NODES;
        }
        name =
                groups.inTheWay(
                        need.example(), some -> groups.freeNodes(some) >= need.nodes, allowed);
        return WaitReason.RESERVED;
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
