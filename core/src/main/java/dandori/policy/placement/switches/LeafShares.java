package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.state.NodePool;
import java.util.Arrays;

/** How many nodes are to be taken below which leaf, and then which. */
final class LeafShares {

    private final SwitchTree tree;
    private final NodeSetBuilder set = new NodeSetBuilder();
    private long[] shares = new long[8]; // leaf, then nodes
    private int count;
    private boolean ascends = true;

    LeafShares(SwitchTree tree) {
        this.tree = tree;
    }

    /** Forgets what it has. */
    void clear() {
        count = 0;
        ascends = true;
    }

    /** So many nodes below a leaf that has not been named before; nothing if that is 0. */
    void add(int leaf, int nodes) {
        if (nodes == 0) {
            return;
        }
        if (count == shares.length) {
            shares = Arrays.copyOf(shares, 2 * count);
        }
        shares[count] = (long) leaf << 32 | nodes;
        ascends &= count == 0 || shares[count] > shares[count - 1];
        count++;
    }

    /**
     * The free nodes with the lowest numbers below each leaf. O(leaves · log leaves + intervals).
     */
    NodeSet nodes(NodePool pool) {
        if (!ascends) {
            Arrays.sort(shares, 0, count);
        }
        set.clear();
        for (int i = 0; i < count; i++) {
            int from = Math.max(pool.firstNode(), tree.firstNode(0, (int) (shares[i] >>> 32)));
            pool.collectFree(from, (int) shares[i], set);
        }
        return set.build();
    }
}
