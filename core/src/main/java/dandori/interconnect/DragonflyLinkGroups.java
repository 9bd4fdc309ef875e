package dandori.interconnect;

/**
 * The links of a dragonfly: those of the nodes of a router, those between the routers of a group,
 * and those between two groups. Where that would be too many, nodes are put together by group, then
 * the links out of a group as well.
 */
final class DragonflyLinkGroups {

    private final Dragonfly wiring;
    private final LinkGroups.Draft draft;
    private final int[] groupOf; // by place, 1 more; 0 where it is not there yet
    private final boolean byRouter;
    private final boolean byPair;

    private DragonflyLinkGroups(Dragonfly wiring) {
        this.wiring = wiring;
        draft = new LinkGroups.Draft(wiring.linkCount());
        long groups = wiring.groups();
        long routers = groups * wiring.routersPerGroup();
        long pairs = groups * (groups - 1) / 2;
        byPair = 2 * groups + pairs <= LinkGroups.MOST;
        byRouter = groups + routers + (byPair ? pairs : groups) <= LinkGroups.MOST;
        groupOf = new int[wiring.groups() * wiring.groups()];
    }

    static LinkGroups of(Dragonfly wiring) {
        if (wiring.groups() > LinkGroups.MOST / 3) {
            return LinkGroups.whole(wiring);
        }
        return new DragonflyLinkGroups(wiring).made();
    }

    private LinkGroups made() {
        addNodes();
        addLocal();
        addGlobal();
        return draft.finished();
    }

    private void addNodes() {
        int perPlace = wiring.nodesPerRouter() * (byRouter ? 1 : wiring.routersPerGroup());
        int group = -1;
        for (int node = 0; node < wiring.nodes(); node++) {
            if (node % perPlace == 0) {
                String place = (byRouter ? "router " : "group ") + node / perPlace;
                group = draft.group("node", "nodes", place);
            }
            put(2 * node, group);
            put(2 * node + 1, group);
        }
    }

    private void addLocal() {
        int perGroup = wiring.routersPerGroup() * (wiring.routersPerGroup() - 1);
        for (int in = 0; in < wiring.groups() && perGroup > 0; in++) {
            int group = draft.group("router", "group " + in, "group " + in);
            for (int i = 0; i < perGroup; i++) {
                put(wiring.firstLocal() + in * perGroup + i, group);
            }
        }
    }

    private void addGlobal() {
        int groups = wiring.groups();
        for (int from = 0; from < groups; from++) {
            for (int port = 0; port < groups - 1; port++) {
                int to = port < from ? port : port + 1;
                int low = byPair ? Math.min(from, to) : from;
                int high = byPair ? Math.max(from, to) : from;
                int at = low * groups + high;
                if (groupOf[at] == 0) {
                    String end = byPair ? "group " + high : LinkGroups.ALL;
                    groupOf[at] = 1 + draft.group("group", "group " + low, end);
                }
                put(wiring.firstGlobal() + from * (groups - 1) + port, groupOf[at] - 1);
            }
        }
    }

    private void put(int link, int group) {
        draft.put(link, group, wiring.bytesPerSecond(link));
    }
}
