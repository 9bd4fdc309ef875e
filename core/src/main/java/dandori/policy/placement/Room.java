package dandori.policy.placement;

import dandori.interconnect.Box;
import dandori.interconnect.FreeBoxes;
import dandori.machine.NodeSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which boxes have room in a part of a pool when all of it is free. Of the whole pool that is told
 * from their lengths; elsewhere each box is looked for once, some µs, and remembered in a byte.
 */
final class Room {

    private static final byte UNKNOWN = 0;
    private static final byte HOLDS = 1;
    private static final byte HOLDS_NOT = 2;

    private final CellMap map;
    private final long[] whole; // the cells of the part, in rows
    private final int cells;
    private final FreeBoxes freeBoxes;
    private final byte @Nullable [] known; // by lengths; null for the whole pool

    private Room(CellMap map, long[] whole) {
        this.map = map;
        this.whole = whole;
        cells = FreeBoxes.count(whole);
        freeBoxes = new FreeBoxes(map.grid);
        known = cells == map.grid.cells() ? null : new byte[map.grid.cells()];
    }

    /** That of a whole pool. */
    static Room all(CellMap map) {
        long[] whole = new long[map.grid.rows()];
        Arrays.fill(whole, map.grid.fullRow());
        return new Room(map, whole);
    }

    /** That of some nodes of a pool; cells that are in it in part do not count. */
    static Room of(CellMap map, NodeSet nodes) {
        Cells free = new Cells(map);
        NodeSet all = NodeSet.range(map.firstNode, map.firstNode + map.nodes - 1);
        free.take(all.minus(nodes));
        return new Room(map, free.whole);
    }

    boolean isAll() {
        return known == null;
    }

    /** How many cells it has. */
    int cells() {
        return cells;
    }

    /** Whether a box has room as it stands. */
    boolean holds(Box box) {
        if (known == null || !map.grid.holds(box)) {
            return map.grid.holds(box);
        }
        int place = ((box.z() - 1) * map.grid.y() + box.y() - 1) * map.grid.x() + box.x() - 1;
        if (known[place] == UNKNOWN) {
            boolean holds = box.volume() <= cells && freeBoxes.any(whole, box);
            known[place] = holds ? HOLDS : HOLDS_NOT;
        }
        return known[place] == HOLDS;
    }

    /** Whether a box has room from the origin of some rack on. */
    boolean holdsOnRacks(Box box) {
        long[] anchors = freeBoxes.anchors(whole, box);
        long[] origins = map.rackOrigins();
        long any = 0;
        for (int row = 0; row < origins.length; row++) {
            any |= anchors[row] & origins[row];
        }
        return any != 0;
    }
}
