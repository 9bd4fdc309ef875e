package dandori.reference;

import dandori.interconnect.Interconnect;
import dandori.interconnect.SwitchTree;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** A wiring of which only the switches are known. */
public record Switched(SwitchTree switches) implements Interconnect {

    /**
     * A machine of one pool.
     *
     * @param nodesOfLeaves how many nodes each leaf has
     * @param leavesOfGroups how many leaves each group has; none for a tree of two levels
     */
    public static Machine machine(int[] nodesOfLeaves, int... leavesOfGroups) {
        SwitchTree tree = tree(nodesOfLeaves, leavesOfGroups);
        return machine(tree, new Pool("all", 0, tree.nodes()));
    }

    /** A machine with pools of its own. */
    public static Machine machine(SwitchTree tree, Pool... pools) {
        return new Machine(
                "switched", AllocationUnit.NODE, new Switched(tree), Arrays.asList(pools));
    }

    /** The tree of such a machine. */
    public static SwitchTree tree(int[] nodesOfLeaves, int... leavesOfGroups) {
        int[] leaves = new int[nodesOfLeaves.length];
        int node = 0;
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] = node;
            node += nodesOfLeaves[leaf];
        }
        List<int[]> levels = new ArrayList<>();
        levels.add(leaves);
        if (leavesOfGroups.length > 0) {
            int[] groups = new int[leavesOfGroups.length];
            int leaf = 0;
            for (int group = 0; group < groups.length; group++) {
                groups[group] = leaves[leaf];
                leaf += leavesOfGroups[group];
            }
            levels.add(groups);
        }
        levels.add(new int[] {0});
        return new SwitchTree(levels, node);
    }

    @Override
    public String kind() {
        return "switched";
    }

    @Override
    public int nodes() {
        return switches.nodes();
    }

    @Override
    public int hops(int from, int to) {
        return 0;
    }

    @Override
    public int diameter() {
        return 0;
    }

    @Override
    public double bisectionBytesPerSecond() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public int linkCount() {
        return 0;
    }

    @Override
    public double bytesPerSecond(int link) {
        throw new IllegalArgumentException("no link " + link);
    }

    @Override
    public void route(int from, int to, IntConsumer links) {}
}
