package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * How many nodes of a pool are free below each switch. Cost of a change: O(intervals + switches
 * touched) on each level.
 */
final class FreeNodes {

    private final SwitchTree tree;
    private final List<SwitchesByFree> levels = new ArrayList<>(); // all but the one over all
    private int count;

    /** All nodes of the pool are free. */
    FreeNodes(SwitchTree tree, Pool pool) {
        this.tree = tree;
        int end = pool.firstNode() + pool.nodes();
        for (int level = 0; level == 0 || level < root(); level++) {
            int[] nodes = new int[tree.switches(level)];
            for (int number = 0; number < nodes.length; number++) {
                int first = Math.max(pool.firstNode(), tree.firstNode(level, number));
                nodes[number] = Math.max(0, Math.min(end, tree.endNode(level, number)) - first);
            }
            levels.add(new SwitchesByFree(nodes));
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

    /** The level below the one over all: groups, pods; the leaves themselves where there is none. */
    int groupLevel() {
        return Math.max(0, root() - 1);
    }

    /** The switches of a level; of the level over all only where it is that of the leaves. */
    SwitchesByFree level(int level) {
        return levels.get(level);
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
        while (level < root() && levels.get(level).tightest(nodes) < 0) {
            level++;
        }
        return level;
    }

    /** The switch of a level with the fewest free nodes that are enough; there must be one. */
    int tightest(int level, int nodes) {
        return level == root() ? 0 : levels.get(level).tightest(nodes);
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
        for (int level = 0; level < levels.size(); level++) {
            SwitchesByFree switches = levels.get(level);
            for (int interval = 0; interval < nodes.intervalCount(); interval++) {
                int node = nodes.first(interval);
                int end = nodes.last(interval) + 1;
                for (int number = tree.switchOf(level, node); node < end; number++) {
                    int behind = Math.min(end, tree.endNode(level, number));
                    switches.change(number, sign * (behind - node));
                    node = behind;
                }
            }
        }
    }
}
