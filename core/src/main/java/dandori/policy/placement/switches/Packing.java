package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;

/**
 * What packing placements have in common: nodes below one switch, from as few of its leaves as hold
 * them.
 */
final class Packing {

    private final int[] leaves;

    Packing(SwitchTree tree) {
        leaves = new int[tree.switches(0)];
    }

    /**
     * Takes so many nodes below a switch, which has them: those of the leaves with the most free
     * nodes, and what these leave from the one with the fewest that are enough. No choice of nodes
     * below the switch has fewer leaves.
     */
    void below(int level, int number, int nodes, FreeNodes free, LeafShares shares) {
        if (level == 0) {
            shares.add(number, nodes);
            return;
        }
        SwitchesByFree all = free.level(0);
        int from = free.firstLeaf(level, number);
        int count = all.fullestButLast(nodes, from, free.endLeaf(level, number), leaves);
        int missing = nodes;
        for (int i = 0; i < count; i++) {
            int share = Math.min(missing, all.free(leaves[i]));
            shares.add(leaves[i], share);
            missing -= share;
        }
    }
}
