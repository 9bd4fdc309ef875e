package dandori.policy.placement;

import dandori.interconnect.Box;
import dandori.interconnect.Grid;
import dandori.machine.NodeSet;

/**
 * What is free of a {@link CellMap}, or would be: node by node, cell by cell, and as rows of bits
 * of the cells that are wholly free.
 *
 * <p>Cost of a change: O(cells it touches).
 */
final class Cells {

    final CellMap map;
    final long[] whole; // the wholly free cells, in rows
    private final char[] freeIn; // by cell
    private final NodeBits freeNodes; // by node, less the first of the pool
    private final PartlyUsed partlyUsed;
    private final Surroundings surroundings;
    private final boolean gathers; // whether whole cells are taken from the last plane on
    private int free;
    private long growth; // grows whenever a cell becomes wholly free
    private long changes; // grows whenever a cell becomes wholly free, or no longer is

    /** All nodes free. */
    Cells(CellMap map) {
        this(map, false);
    }

    /** All nodes free; {@link #scattered} takes whole cells from the last plane on, or does not. */
    Cells(CellMap map, boolean gathers) {
        this.map = map;
        this.gathers = gathers;
        whole = new long[map.grid.rows()];
        java.util.Arrays.fill(whole, map.grid.fullRow());
        freeIn = new char[map.grid.cellLimit()];
        java.util.Arrays.fill(freeIn, (char) map.nodesPerCell);
        freeNodes = new NodeBits(map.nodes);
        freeNodes.set(0, map.nodes - 1);
        partlyUsed = new PartlyUsed(map.nodesPerCell, map.grid.rows());
        surroundings = new Surroundings(map.grid);
        free = map.nodes;
    }

    /** Another of the same map and rules, all nodes free. */
    Cells another() {
        return new Cells(map, gathers);
    }

    /** Becomes as another of the same map. */
    void copyFrom(Cells other) {
        System.arraycopy(other.whole, 0, whole, 0, whole.length);
        System.arraycopy(other.freeIn, 0, freeIn, 0, freeIn.length);
        freeNodes.copyFrom(other.freeNodes);
        partlyUsed.copyFrom(other.partlyUsed);
        free = other.free;
        growth++;
        changes++;
    }

    /** Whether all cells of a box are wholly free; from an anchor at which it has room. */
    boolean isFree(Box box, int anchor) {
        Grid grid = map.grid;
        int atX = anchor & 63;
        long cells = -1L >>> (64 - box.x());
        long wanted = cells << atX;
        if (atX + box.x() > grid.x()) { // the ring closes within it
            wanted = wanted & grid.fullRow() | cells >>> (grid.x() - atX);
        }
        int atY = (anchor >>> 6) % grid.y();
        int atZ = (anchor >>> 6) / grid.y();
        for (int z = 0; z < box.z(); z++) {
            int plane = (atZ + z) % grid.z();
            for (int y = 0; y < box.y(); y++) {
                if ((whole[grid.row((atY + y) % grid.y(), plane)] & wanted) != wanted) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many nodes are free. */
    int free() {
        return free;
    }

    /** A number that grows whenever a cell becomes wholly free. */
    long growth() {
        return growth;
    }

    /** A number that grows whenever a cell becomes wholly free, or no longer is. */
    long changes() {
        return changes;
    }

    /** Takes nodes, all of them free. */
    void take(NodeSet set) {
        for (int i = 0; i < set.intervalCount(); i++) {
            take(set.first(i), set.last(i));
        }
    }

    /** Gives nodes back, none of them free. */
    void give(NodeSet set) {
        for (int i = 0; i < set.intervalCount(); i++) {
            give(set.first(i), set.last(i));
        }
    }

    /** Takes a range of nodes, all of them free. */
    void take(int first, int last) {
        freeNodes.clear(first - map.firstNode, last - map.firstNode);
        change(first, last, -1);
    }

    /** Gives a range of nodes back, none of them free. */
    void give(int first, int last) {
        freeNodes.set(first - map.firstNode, last - map.firstNode);
        change(first, last, 1);
    }

    /** The first free node from one to another, or -1 if there is none. */
    int nextFree(int node, int last) {
        int next = freeNodes.nextSet(node - map.firstNode, last - map.firstNode);
        return next < 0 ? -1 : next + map.firstNode;
    }

    /** The last node of the free ones in a row from a free one on, up to {@code last}. */
    int lastFree(int node, int last) {
        int next = freeNodes.nextClear(node - map.firstNode, last - map.firstNode);
        return next < 0 ? last : next - 1 + map.firstNode;
    }

    private void change(int first, int last, int sign) {
        if (!map.areRanges) {
            for (int node = first; node <= last; node++) {
                change(map.cellOf(node), sign);
            }
            return;
        }
        int size = map.nodesPerCell;
        int place = (first - map.firstNode) / size;
        int end = map.firstNode + (place + 1) * size; // of the cell
        int node = first;
        while (node <= last) {
            int next = Math.min(end, last + 1);
            change(map.range(place++), sign * (next - node));
            node = next;
            end += size;
        }
    }

    private void change(int cell, int by) {
        int full = map.nodesPerCell;
        int before = freeIn[cell];
        int after = before + by;
        freeIn[cell] = (char) after;
        free += by;
        if (before == full) {
            whole[cell >>> 6] &= ~(1L << cell);
            changes++;
        } else if (before > 0) {
            partlyUsed.remove(before, cell);
        }
        if (after == full) {
            whole[cell >>> 6] |= 1L << cell;
            growth++;
            changes++;
        } else if (after > 0) {
            partlyUsed.add(after, cell);
        }
    }

    /**
     * Any free nodes, close to what is busy: whole cells first, while the job needs that many, each
     * the one with most neighbours that are not wholly free or, where jobs gather, one of the last
     * plane along y that has any; the rest in the fullest partly used cell that holds it, else in
     * one more whole cell chosen likewise; and where there is none, in partly used cells, those
     * with most free nodes first. Among equals the lowest cell, in a cell the lowest nodes.
     *
     * @param nodes at most as many as are free
     */
    NodeSet scattered(int nodes) {
        long grown = growth;
        long changed = changes;
        int full = map.nodesPerCell;
        int[] cells = new int[8];
        int[] counts = new int[8];
        int picks = 0;
        int missing = nodes;
        if (!gathers) {
            surroundings.look(whole);
        }
        while (missing > 0) {
            int cell = nextCell(missing);
            int count = Math.min(missing, freeIn[cell]);
            if (picks == cells.length) {
                cells = java.util.Arrays.copyOf(cells, 2 * picks);
                counts = java.util.Arrays.copyOf(counts, 2 * picks);
            }
            cells[picks] = cell;
            counts[picks++] = count;
            missing -= count;
            change(cell, -count);
            if (!gathers) {
                surroundings.look(whole, cell >>> 6);
            }
        }
        for (int i = 0; i < picks; i++) {
            change(cells[i], counts[i]);
        }
        growth = grown;
        changes = changed;
        NodeRanges set = new NodeRanges();
        for (int i = 0; i < picks; i++) {
            if (counts[i] == full) {
                map.addAll(cells[i], set);
            } else {
                addLowest(cells[i], counts[i], set);
            }
        }
        return set.build();
    }

    private int nextCell(int missing) {
        if (missing < map.nodesPerCell) {
            int cell = partlyUsed.fullestWith(missing);
            if (cell >= 0) {
                return cell;
            }
        }
        int cell = gathers ? lastWhole() : surroundings.tightest();
        return cell >= 0 ? cell : partlyUsed.emptiest();
    }

    /** The lowest of the wholly free cells with the highest y, or -1. */
    private int lastWhole() {
        int planes = map.grid.y();
        for (int y = planes - 1; y >= 0; y--) {
            for (int row = y; row < whole.length; row += planes) {
                if (whole[row] != 0) {
                    return row << 6 | Long.numberOfTrailingZeros(whole[row]);
                }
            }
        }
        return -1;
    }

    private void addLowest(int cell, int count, NodeRanges set) {
        int missing = count;
        for (int i = 0; missing > 0; i++) {
            int node = map.node(cell, i);
            if (freeNodes.get(node - map.firstNode)) {
                set.add(node, node);
                missing--;
            }
        }
    }
}
