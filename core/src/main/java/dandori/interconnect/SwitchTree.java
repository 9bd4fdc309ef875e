package dandori.interconnect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which nodes stand below which switch, level by level: leaves at level 0, one switch over all at
 * the last.
 *
 * <p>The nodes of a switch are a range of numbers, and so are the switches below a switch.
 * Immutable.
 */
public final class SwitchTree {

    private final List<int[]>
            firstNode; // by level: of each switch, and the number of nodes at the end
    private final List<int[]> parent; // by level below the last: the switch above each switch
    private final int[] leafOf;

    /**
     * A tree of the given levels.
     *
     * @param firstNodes by level, leaves first: the first node of each switch, ascending from 0;
     *     each switch of a level begins where one of the level below begins; copied
     * @param nodes how many nodes there are
     */
    public SwitchTree(List<int[]> firstNodes, int nodes) {
        firstNode =
                firstNodes.stream()
                        .map(first -> {
                            int[] bounds = Arrays.copyOf(first, first.length + 1);
                            bounds[first.length] = nodes;
                            return bounds;
                        })
                        .toList();
        check(nodes);
        parent = IntStream.range(0, levels() - 1).mapToObj(this::parents).toList();
        leafOf = new int[nodes];
        for (int leaf = 0; leaf < switches(0); leaf++) {
            Arrays.fill(leafOf, firstNode(0, leaf), endNode(0, leaf), leaf);
        }
    }

    /** All nodes below one switch. */
    public static SwitchTree flat(int nodes) {
        return new SwitchTree(List.of(new int[] {0}), nodes);
    }

    /**
     * Switches that are all alike but the last of a level.
     *
     * @param nodes how many nodes
     * @param spans by level below the top, leaves first: how many nodes a switch holds; each a
     *     multiple of the one before; levels that would have one switch are left out
     */
    public static SwitchTree even(int nodes, int... spans) {
        var levels = new ArrayList<int[]>();
        for (int span : spans) {
            if (span < nodes) {
                levels.add(
                        IntStream.rangeClosed(0, (nodes - 1) / span)
                                .map(number -> number * span)
                                .toArray());
            }
        }
        levels.add(new int[] {0});
        return new SwitchTree(levels, nodes);
    }

    private void check(int nodes) {
        for (int level = 0; level < levels(); level++) {
            int[] bounds = firstNode.get(level);
            boolean ascends = bounds.length > 1 && bounds[0] == 0;
            for (int i = 1; i < bounds.length && ascends; i++) {
                boolean stands =
                        level == 0
                                || i == bounds.length - 1
                                || Arrays.binarySearch(firstNode.get(level - 1), bounds[i]) >= 0;
                ascends = bounds[i] > bounds[i - 1] && stands;
            }
            if (!ascends) {
                throw new IllegalArgumentException(
                        "Level %d of a tree over %d nodes: the switches must hold ranges that ascend and follow the level below."
                                .formatted(level, nodes));
            }
        }
        if (switches(levels() - 1) != 1) {
            throw new IllegalArgumentException(
                    "The last level of a tree must be one switch, but has %d."
                            .formatted(switches(levels() - 1)));
        }
    }

    private int[] parents(int level) {
        int[] parents = new int[switches(level)];
        int above = 0;
        for (int below = 0; below < parents.length; below++) {
            while (endNode(level + 1, above) <= firstNode(level, below)) {
                above++;
            }
            parents[below] = above;
        }
        return parents;
    }

    /** How many levels there are; at least 1. */
    public int levels() {
        return firstNode.size();
    }

    /** How many nodes there are. */
    public int nodes() {
        return firstNode.get(0)[switches(0)];
    }

    /** How many switches a level has. */
    public int switches(int level) {
        return firstNode.get(level).length - 1;
    }

    /** The first node below a switch. */
    public int firstNode(int level, int number) {
        return firstNode.get(level)[number];
    }

    /** The node behind the last one below a switch. */
    public int endNode(int level, int number) {
        return firstNode.get(level)[number + 1];
    }

    /** The switch of the next level above a switch; not for the last level. */
    public int parent(int level, int number) {
        return parent.get(level)[number];
    }

    /** The leaf below which a node stands. */
    public int leafOf(int node) {
        return leafOf[node];
    }

    /** The switch of a level below which a node stands. O(level). */
    public int switchOf(int level, int node) {
        int number = leafOf[node];
        for (int below = 0; below < level; below++) {
            number = parent(below, number);
        }
        return number;
    }
}
