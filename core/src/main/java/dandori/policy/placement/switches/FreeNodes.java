package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.NodeSet;
import dandori.machine.Pool;

/**
 * How many nodes of a pool are free below each switch. Cost of a change: O(intervals + switches
 * touched) on each level.
 */
final class FreeNodes {

    private final SwitchTree tree;
    private final SwitchesByFree[] levels; // all but the one over all
    private final int[] leafEnds; // the node behind the last one of each leaf
    private final int[] touched; // by level: the switch whose change is not yet entered,
    private final int[] pending; // and that change; 0 between calls
    private int count;

    /** All nodes of the pool are free. */
    FreeNodes(SwitchTree tree, Pool pool) {
        this.tree = tree;
        int end = pool.firstNode() + pool.nodes();
        levels = new SwitchesByFree[Math.max(1, root())];
        leafEnds = new int[tree.switches(0)];
        touched = new int[levels.length];
        pending = new int[levels.length];
        for (int level = 0; level < levels.length; level++) {
            int[] nodes = new int[tree.switches(level)];
            for (int number = 0; number < nodes.length; number++) {
                int first = Math.max(pool.firstNode(), tree.firstNode(level, number));
                nodes[number] = Math.max(0, Math.min(end, tree.endNode(level, number)) - first);
            }
            levels[level] = new SwitchesByFree(nodes);
        }
        for (int leaf = 0; leaf < leafEnds.length; leaf++) {
            leafEnds[leaf] = tree.endNode(0, leaf);
        }
        count = pool.nodes();
    }

    /** How many nodes are free in all. */
    int count() {
        return count;
    }

    /** The level of the switch over all. */
    int root() {
        return tree.levels() - 1;
    }

    /**
     * The level below the one over all: groups, pods; the leaves themselves where there is none.
     */
    int groupLevel() {
        return Math.max(0, root() - 1);
    }

    /** The switches of a level; of the level over all only where it is that of the leaves. */
    SwitchesByFree level(int level) {
        return levels[level];
    }

    /** The first leaf below a switch. */
    int firstLeaf(int level, int number) {
        return level == 0 ? number : tree.leafOf(tree.firstNode(level, number));
    }

    /** The leaf behind the last one below a switch. */
    int endLeaf(int level, int number) {
        return level == 0 ? number + 1 : tree.leafOf(tree.endNode(level, number) - 1) + 1;
    }

    /** The lowest level at which one switch has so many free nodes below it. */
    int lowestLevel(int nodes) {
        int level = 0;
        while (level < root() && levels[level].tightest(nodes) < 0) {
            level++;
        }
        return level;
    }

    /** The switch of a level with the fewest free nodes that are enough; there must be one. */
    int tightest(int level, int nodes) {
        return level == root() ? 0 : levels[level].tightest(nodes);
    }

    /** Nodes are no longer free. */
    void taken(NodeSet nodes) {
        change(nodes, -1);
    }

    /** Nodes are free again. */
    void given(NodeSet nodes) {
        change(nodes, 1);
    }

    private void change(NodeSet nodes, int sign) {
        count += sign * nodes.size();
        int leaf = 0;
        int change = 0; // below that leaf, so far
        for (int interval = 0; interval < nodes.intervalCount(); interval++) {
            int node = nodes.first(interval);
            int end = nodes.last(interval) + 1;
            while (node < end) {
                if (node >= leafEnds[leaf]) {
                    pass(0, leaf, change);
                    leaf = node < leafEnds[leaf + 1] ? leaf + 1 : tree.leafOf(node);
                    change = 0;
                }
                int behind = Math.min(end, leafEnds[leaf]);
                change += sign * (behind - node);
                node = behind;
            }
        }
        pass(0, leaf, change);
        for (int level = 1; level < levels.length; level++) {
            pass(level, touched[level], pending[level]);
            pending[level] = 0;
        }
    }

    /** Changes a switch, and keeps the change for the one above until another is touched. */
    private void pass(int level, int number, int change) {
        if (change == 0) {
            return;
        }
        levels[level].change(number, change);
        int above = level + 1;
        if (above < levels.length) {
            int parent = tree.parent(level, number);
            if (parent != touched[above]) {
                pass(above, touched[above], pending[above]);
                touched[above] = parent;
                pending[above] = 0;
            }
            pending[above] += change;
        }
    }
}
