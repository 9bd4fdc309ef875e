package dandori.interconnect;

import java.util.function.IntConsumer;

/**
 * A dragonfly: routers of a group are joined each to each, and groups are joined each to each by
 * one cable.
 *
 * <p>Kim, Dally, Scott and Abts, "Technology-Driven, Highly-Scalable Dragonfly Topology", ISCA
 * 2008. The global cables of a group are numbered by the group that they lead to, itself left out,
 * and stand on its routers in that order, ⌈(groups − 1) / routers⌉ to a router: the consecutive
 * arrangement (Camarero, Vallejo and Beivide, "Topological Characterization of Hamming and
 * Dragonfly Networks and Its Implications on Routing", ACM TACO 11(4), 2014). Where there are fewer
 * groups than routers, a machine has several cables between two groups; they stand here as one that
 * carries as much as they do.
 *
 * <p>Routing is minimal in their sense: at most one global cable, so through no third group, even
 * where that would be a hop shorter.
 *
 * <p>Cost: {@link #hops} and {@link #route} O(1), without allocation.
 *
 * @param groups how many groups, at least 1
 * @param routersPerGroup routers of a group, at least 1
 * @param nodesPerRouter nodes of a router, at least 1
 * @param nodeBytesPerSecond what the link of a node carries each way
 * @param localBytesPerSecond what is between two routers of a group, each way
 * @param globalBytesPerSecond what is between two groups, each way
 */
public record Dragonfly(
        int groups,
        int routersPerGroup,
        int nodesPerRouter,
        double nodeBytesPerSecond,
        double localBytesPerSecond,
        double globalBytesPerSecond)
        implements Interconnect {

    /** Checks the sizes. */
    public Dragonfly {
        Requirements.atLeast(1, "groups", groups);
        Requirements.atLeast(1, "routersPerGroup", routersPerGroup);
        Requirements.atLeast(1, "nodesPerRouter", nodesPerRouter);
        Requirements.positive("nodeBytesPerSecond", nodeBytesPerSecond);
        Requirements.positive("localBytesPerSecond", localBytesPerSecond);
        Requirements.positive("globalBytesPerSecond", globalBytesPerSecond);
        long routers = Requirements.fitsInt("routers", (long) groups * routersPerGroup);
        long nodes = Requirements.fitsInt("nodes", routers * nodesPerRouter);
        long local = Requirements.fitsInt("links", 1 + routers * (routersPerGroup - 1));
        Requirements.fitsInt("links", 2 * nodes + local + groups * (groups - 1L));
    }

    @Override
    public String kind() {
        return "dragonfly";
    }

    @Override
    public int nodes() {
        return groups * routersPerGroup * nodesPerRouter;
    }

    /** The router of a group, from 0 inside it, that holds its cable to another group. */
    public int gateway(int group, int other) {
        int perRouter = (groups - 2) / routersPerGroup + 1;
        return (other < group ? other : other - 1) / perRouter;
    }

    @Override
    public int hops(int from, int to) {
        if (from == to) {
            return 0;
        }
        int router = from / nodesPerRouter;
        int last = to / nodesPerRouter;
        int group = router / routersPerGroup;
        int lastGroup = last / routersPerGroup;
        if (group == lastGroup) {
            return router == last ? 2 : 3;
        }
        int out = router % routersPerGroup == gateway(group, lastGroup) ? 0 : 1;
        int in = last % routersPerGroup == gateway(lastGroup, group) ? 0 : 1;
        return 3 + out + in;
    }

    @Override
    public int diameter() {
        int between = routersPerGroup == 1 ? 3 : 5;
        int inside = routersPerGroup == 1 ? 2 : 3;
        return nodes() == 1 ? 0 : groups == 1 ? inside : between;
    }

    /**
     * Between half of the groups and the others, one more on one side where their number is odd; of
     * a single group, between halves of its routers; of a single router, of its nodes. The least of
     * what that many nodes inject and of what joins the halves.
     */
    @Override
    public double bisectionBytesPerSecond() {
        int nodes = nodes();
        if (nodes == 1) {
            return Double.POSITIVE_INFINITY;
        }
        int parts = groups > 1 ? groups : routersPerGroup > 1 ? routersPerGroup : nodes;
        long half = parts / 2;
        double inject = half * (nodes / parts) * nodeBytesPerSecond;
        double cables = (double) half * (parts - half);
        double join =
                groups > 1
                        ? cables * globalBytesPerSecond
                        : routersPerGroup > 1 ? cables * localBytesPerSecond : inject;
        return Math.min(inject, join);
    }

    int firstLocal() {
        return 2 * nodes();
    }

    int firstGlobal() {
        return firstLocal() + groups * routersPerGroup * (routersPerGroup - 1);
    }

    @Override
    public int linkCount() {
        return firstGlobal() + groups * (groups - 1);
    }

    @Override
    public double bytesPerSecond(int link) {
        Requirements.within(linkCount(), "link", link);
        return link < firstLocal()
                ? nodeBytesPerSecond
                : link < firstGlobal() ? localBytesPerSecond : globalBytesPerSecond;
    }

    @Override
    public void route(int from, int to, IntConsumer links) {
        if (from == to) {
            return;
        }
        int router = from / nodesPerRouter;
        int last = to / nodesPerRouter;
        int group = router / routersPerGroup;
        int lastGroup = last / routersPerGroup;
        links.accept(2 * from);
        if (group == lastGroup) {
            local(group, router % routersPerGroup, last % routersPerGroup, links);
        } else {
            local(group, router % routersPerGroup, gateway(group, lastGroup), links);
            int port = lastGroup < group ? lastGroup : lastGroup - 1;
            links.accept(firstGlobal() + group * (groups - 1) + port);
            local(lastGroup, gateway(lastGroup, group), last % routersPerGroup, links);
        }
        links.accept(2 * to + 1);
    }

    private void local(int group, int from, int to, IntConsumer links) {
        if (from != to) {
            int router = group * routersPerGroup + from;
            int port = to < from ? to : to - 1;
            links.accept(firstLocal() + router * (routersPerGroup - 1) + port);
        }
    }

    @Override
    public LinkGroups linkGroups() {
        return DragonflyLinkGroups.of(this);
    }

    /** Routers, groups, all. */
    @Override
    public SwitchTree switches() {
        int group = routersPerGroup * nodesPerRouter;
        return routersPerGroup == 1
                ? SwitchTree.even(nodes(), nodesPerRouter)
                : SwitchTree.even(nodes(), nodesPerRouter, group);
    }
}
