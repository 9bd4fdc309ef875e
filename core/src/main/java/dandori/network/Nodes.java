package dandori.network;

import dandori.machine.NodeSet;

/** The nodes of a set one by one. */
final class Nodes {

    private Nodes() {}

    /** All of them, ascending. */
    static int[] of(NodeSet set) {
        int[] nodes = new int[set.size()];
        int count = 0;
        for (int interval = 0; interval < set.intervalCount(); interval++) {
            for (int node = set.first(interval); node <= set.last(interval); node++) {
                nodes[count++] = node;
            }
        }
        return nodes;
    }
}
