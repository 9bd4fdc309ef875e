package dandori.policy.placement;

import dandori.interconnect.Axis;
import dandori.interconnect.Box;
import dandori.interconnect.FoldedGrid;
import dandori.interconnect.Grid;
import dandori.interconnect.Torus;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import java.util.Arrays;

/**
 * A pool of a torus as a grid of cells, each of the same number of nodes: which nodes are in which
 * cell. Immutable; O(nodes) to make, 4 bytes a node.
 */
final class CellMap {

    private static final int[] RACK = {2, 2, 8}; // in units: 384 nodes on Fugaku

    final Grid grid;
    final int nodesPerCell;
    final int firstNode;
    final int nodes;
    private final int[] cellOf; // by node, less the first node of the pool
    private final int[] firstOf; // by cell: its first node
    final boolean areRanges; // the nodes of each cell are a range of numbers
    private final int[] ranges; // cells in order of their nodes, where they are ranges
    private final int[][] nodesOf; // by cell, where they are not
    private final int[] slowest; // axes, from the slowest in node numbers to the fastest
    private final int[] nodesAlong = {
        1, 1, 1
    }; // nodes of a cell along each axis of the folded grid
    private final long[] rackOrigins;

    private CellMap(Machine machine, Pool pool, Torus torus, Granule granule) {
        firstNode = pool.firstNode();
        nodes = pool.nodes();
        int outer = torus.axes().size() - torus.unitAxes();
        Ruler[] rulers = new Ruler[3];
        for (int axis = 0; axis < 3; axis++) {
            rulers[axis] = new Ruler(torus, axis < outer ? axis : -1, granule, axis);
            rulers[axis].measure(pool);
            nodesAlong[axis] = rulers[axis].nodesAlongCell;
        }
        grid =
                new Grid(
                        rulers[0].cells(machine, pool),
                        rulers[1].cells(machine, pool),
                        rulers[2].cells(machine, pool),
                        rulers[0].closes(),
                        rulers[1].closes(),
                        rulers[2].closes());
        nodesPerCell = nodes / grid.cells();
        slowest =
                torus.numbering().stream().mapToInt(axis -> axis).filter(a -> a < outer).toArray();
        cellOf = new int[nodes];
        firstOf = new int[grid.cellLimit()];
        areRanges = fill(rulers, machine, pool);
        nodesOf = areRanges ? new int[0][] : lists();
        ranges = new int[areRanges ? grid.cells() : 0];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = cellOf[i * nodesPerCell];
        }
        rackOrigins = rackOrigins(rulers);
    }

    /**
     * The map of a pool.
     *
     * @throws IllegalArgumentException with a sentence for users, where the machine is no torus or
     *     the pool no grid of such cells
     */
    static CellMap of(Machine machine, Pool pool, Granule granule) {
        if (!(machine.interconnect() instanceof Torus torus)) {
            throw new IllegalArgumentException(
                    "Boxes need a torus, but the interconnect of '%s' is %s."
                            .formatted(machine.name(), machine.interconnect().kind()));
        }
        if (torus.axes().size() - torus.unitAxes() > 3) {
            throw new IllegalArgumentException(
                    "Boxes have three axes, but the torus of '%s' has %d and more."
                            .formatted(machine.name(), 4));
        }
        return new CellMap(machine, pool, torus, granule);
    }

    /** Puts every node into its cell; says whether the nodes of each cell are a range. */
    private boolean fill(Ruler[] rulers, Machine machine, Pool pool) {
        int[] count = new int[grid.cellLimit()];
        boolean ranges = true;
        for (int node = firstNode; node < firstNode + nodes; node++) {
            int cell = grid.cell(rulers[0].cell(node), rulers[1].cell(node), rulers[2].cell(node));
            cellOf[node - firstNode] = cell;
            if (count[cell] == 0) {
                firstOf[cell] = node;
            }
            ranges &= node == firstOf[cell] + count[cell];
            count[cell]++;
        }
        for (int node = 0; node < nodes; node++) {
            if (count[cellOf[node]] != nodesPerCell || nodesPerCell * grid.cells() != nodes) {
                throw new IllegalArgumentException(
                        "The nodes %d-%d of pool '%s' on '%s' are no box of its torus."
                                .formatted(
                                        firstNode,
                                        firstNode + nodes - 1,
                                        pool.name(),
                                        machine.name()));
            }
        }
        return ranges;
    }

    private int[][] lists() {
        int[][] lists = new int[grid.cellLimit()][];
        int[] count = new int[grid.cellLimit()];
        for (int node = 0; node < nodes; node++) {
            int cell = cellOf[node];
            if (count[cell] == 0) {
                lists[cell] = new int[nodesPerCell];
            }
            lists[cell][count[cell]++] = node + firstNode;
        }
        return lists;
    }

    /** The cells that stand where racks begin. */
    private long[] rackOrigins(Ruler[] rulers) {
        long[] origins = new long[grid.rows()];
        for (int y = 0; y < grid.y(); y++) {
            for (int z = 0; z < grid.z(); z++) {
                for (int x = 0; x < grid.x(); x++) {
                    boolean begins =
                            rulers[0].isRackOrigin(x)
                                    && rulers[1].isRackOrigin(y)
                                    && rulers[2].isRackOrigin(z);
                    origins[grid.row(y, z)] |= begins ? 1L << x : 0;
                }
            }
        }
        return origins;
    }

    /** The cell of a node of the pool. */
    int cellOf(int node) {
        return cellOf[node - firstNode];
    }

    /** The cell with that many cells before it in order of nodes, where cells are ranges. */
    int range(int place) {
        return ranges[place];
    }

    /** A node of a cell, in order of number. */
    int node(int cell, int index) {
        return areRanges ? firstOf[cell] + index : nodesOf[cell][index];
    }

    /** How many cells a number of nodes along an axis of the folded grid needs. */
    int cellsAlong(int axis, int nodesAsked) {
        return (nodesAsked + nodesAlong[axis] - 1) / nodesAlong[axis];
    }

    /** How many nodes of the folded grid a cell has along an axis. */
    int nodesAlong(int axis) {
        return nodesAlong[axis];
    }

    /** The cells that stand where racks begin, in rows; not to be written. */
    long[] rackOrigins() {
        return rackOrigins;
    }

    /** All nodes of a box. */
    NodeSet nodesOf(Box box, int anchor) {
        int[] from = {anchor & 63, (anchor >>> 6) % grid.y(), (anchor >>> 6) / grid.y()};
        int[][] at = {
            along(from[0], box.x(), grid.x()),
            along(from[1], box.y(), grid.y()),
            along(from[2], box.z(), grid.z())
        };
        int[] order = {0, 1, 2};
        System.arraycopy(slowest, 0, order, 3 - slowest.length, slowest.length);
        for (int i = 0, axis = slowest.length; axis < 3; axis++) {
            order[i++] = axis;
        }
        NodeRanges set = new NodeRanges();
        int[] coordinate = new int[3];
        for (int a : at[order[0]]) {
            coordinate[order[0]] = a;
            for (int b : at[order[1]]) {
                coordinate[order[1]] = b;
                for (int c : at[order[2]]) {
                    coordinate[order[2]] = c;
                    addAll(grid.cell(coordinate[0], coordinate[1], coordinate[2]), set);
                }
            }
        }
        return set.build();
    }

    /** Adds all nodes of a cell to a set. */
    void addAll(int cell, NodeRanges set) {
        if (areRanges) {
            set.add(firstOf[cell], firstOf[cell] + nodesPerCell - 1);
        } else {
            for (int node : nodesOf[cell]) {
                set.add(node, node);
            }
        }
    }

    /** The coordinates of a stretch of an axis, ascending, those behind its end first. */
    private static int[] along(int from, int count, int length) {
        int[] at = new int[count];
        int over = Math.max(0, from + count - length);
        for (int i = 0; i < over; i++) {
            at[i] = i;
        }
        for (int i = over; i < count; i++) {
            at[i] = from + i - over;
        }
        return at;
    }

    /** One axis of the grid: where nodes stand along it, and what of it the pool has. */
    private static final class Ruler {

        final int nodesAlongCell;
        private final Torus torus;
        private final FoldedGrid folded;
        private final int axis; // of the torus; -1 where it has fewer
        private final boolean ofNodes;
        private final int cellLength;
        private final int rackLength;
        private int first;
        private int last;

        Ruler(Torus torus, int axis, Granule granule, int place) {
            this.torus = torus;
            this.axis = axis;
            folded = torus.folded();
            ofNodes = granule.ofNodes();
            cellLength = granule.length(place);
            int inner = axis < 0 ? 1 : folded.length(axis) / torus.axes().get(axis).length();
            nodesAlongCell = ofNodes ? 1 : inner * cellLength;
            rackLength = ofNodes ? RACK[place] * inner : RACK[place];
        }

        private int position(int node) {
            if (axis < 0) {
                return 0;
            }
            return ofNodes ? folded.position(node, axis) : torus.coordinate(node, axis);
        }

        void measure(Pool pool) {
            first = Integer.MAX_VALUE;
            last = 0;
            for (int node = pool.firstNode(); node < pool.firstNode() + pool.nodes(); node++) {
                int position = position(node);
                first = Math.min(first, position);
                last = Math.max(last, position);
            }
        }

        int cells(Machine machine, Pool pool) {
            int length = last - first + 1;
            if (length % cellLength != 0 || first % cellLength != 0) {
                throw new IllegalArgumentException(
                        "Blocks of %d units along axis %s do not divide pool '%s' of '%s', which has %d of them from %d on."
                                .formatted(
                                        cellLength,
                                        axis < 0 ? "3" : torus.axes().get(axis).name(),
                                        pool.name(),
                                        machine.name(),
                                        length,
                                        first));
            }
            return length / cellLength;
        }

        int cell(int node) {
            return (position(node) - first) / cellLength;
        }

        /** Whether the cells of the pool form a ring: not for boxes of nodes, which are meshes. */
        boolean closes() {
            if (axis < 0 || ofNodes) {
                return false;
            }
            Axis along = torus.axes().get(axis);
            return along.isRing() && last - first + 1 == along.length();
        }

        boolean isRackOrigin(int cell) {
            return (first + cell * cellLength) % rackLength == 0;
        }
    }

    @Override
    public String toString() {
        return grid + " of " + nodesPerCell + " nodes " + Arrays.toString(nodesAlong);
    }
}
