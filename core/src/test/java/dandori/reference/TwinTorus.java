package dandori.reference;

import dandori.job.Fixture;
import dandori.job.Job;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pool of a torus of units, numbered Y, X, Z, then inside the unit, cell by cell and node by
 * node: what jobs take, and where the rules put them. Nothing is shifted, nothing remembered.
 */
public final class TwinTorus {

    final int[] units; // along x, y, z, of the pool
    final int[] unit; // nodes of a unit along a, b, c
    private final int firstPlane; // of the pool, along y
    private final boolean[] wraps;
    private final int[] granule; // units of a cell along x, y, z; null for nodes
    private final int small;
    private final double slack;
    private final boolean byContact;
    final boolean gathers;
    final int[] cells = new int[3];
    final int[][] nodesOfCell; // by cell, z slowest, then y, x; ascending
    private final Map<Integer, List<int[]>> ofCounts = new HashMap<>();
    private boolean[] part; // by cell: whether jobs may have all of it

    /** A pool of {@code units[1]} planes from {@code firstPlane} on; null granule: nodes. */
    public TwinTorus(
            int[] units,
            int[] unit,
            int firstPlane,
            boolean[] wraps,
            int @org.jspecify.annotations.Nullable [] granule,
            int small,
            double slack,
            boolean byContact,
            boolean gathers) {
        this.units = units;
        this.unit = unit;
        this.firstPlane = firstPlane;
        this.wraps = granule == null ? new boolean[3] : wraps;
        this.granule = granule;
        this.small = small;
        this.slack = slack;
        this.byContact = byContact;
        this.gathers = gathers;
        for (int axis = 0; axis < 3; axis++) {
            cells[axis] = granule == null ? units[axis] * unit[axis] : units[axis] / granule[axis];
        }
        nodesOfCell = nodesOfCells();
        part = new boolean[nodesOfCell.length];
        java.util.Arrays.fill(part, true);
    }

    /** From now on jobs may have those nodes alone. */
    public void confine(boolean[] nodes) {
        ofCounts.clear();
        for (int cell = 0; cell < part.length; cell++) {
            part[cell] = freeIn(cell, nodes) == nodesOfCell[cell].length;
        }
    }

    int nodes() {
        return units[0] * units[1] * units[2] * unit[0] * unit[1] * unit[2];
    }

    private int[][] nodesOfCells() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int cell = 0; cell < cells[0] * cells[1] * cells[2]; cell++) {
            lists.add(new ArrayList<>());
        }
        int node = 0;
        for (int y = 0; y < units[1]; y++) {
            for (int x = 0; x < units[0]; x++) {
                for (int z = 0; z < units[2]; z++) {
                    for (int a = 0; a < unit[0]; a++) {
                        for (int b = 0; b < unit[1]; b++) {
                            for (int c = 0; c < unit[2]; c++) {
                                int atX = along(x, a, 0, 0);
                                int atY = along(y, b, 1, firstPlane);
                                int atZ = along(z, c, 2, 0);
                                lists.get(cell(atX, atY, atZ)).add(node++);
                            }
                        }
                    }
                }
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    /** Where a node stands along an axis, in cells. */
    private int along(int at, int inside, int axis, int first) {
        if (granule != null) {
            return at / granule[axis];
        }
        boolean isUp = (at + first) % 2 == 0;
        return at * unit[axis] + (isUp ? inside : unit[axis] - 1 - inside);
    }

    int cell(int x, int y, int z) {
        return (z * cells[1] + y) * cells[0] + x;
    }

    /** What a job takes: how many nodes, and the boxes that do; no boxes where any nodes do. */
    record Need(int nodes, List<int[]> boxes, boolean onRacks) {}

    Need need(Job job) {
        Shape shape = job.request().shape();
        int perCell = nodesOfCell[0].length;
        boolean isCount = shape == null || shape.axes() == 1;
        boolean isNoncont = shape == null || shape.mode() == ShapeMode.NONCONT;
        if ((isNoncont && job.nodes() <= small) || (!isNoncont && isCount && job.nodes() == 1)) {
            return new Need(job.nodes(), List.of(), false);
        }
        int needed = (job.nodes() + perCell - 1) / perCell;
        List<int[]> boxes =
                isCount ? ofCounts.computeIfAbsent(needed, this::ofCount) : ofShape(shape);
        if (boxes.isEmpty()) {
            return new Need(nodes() + 1, List.of(), false);
        }
        boolean onRacks = !isCount && shape.fixture() == Fixture.STRICT_IO;
        return new Need(volume(boxes.get(0)) * perCell, boxes, onRacks);
    }

    private List<int[]> ofCount(int needed) {
        List<int[]> all = new ArrayList<>();
        int longest = Math.max(cells[0], Math.max(cells[1], cells[2]));
        for (int a = 1; a <= longest; a++) {
            for (int b = a; b <= longest; b++) {
                for (int c = b; c <= longest; c++) {
                    int[] box = {a, b, c};
                    if (volume(box) >= needed && !fitting(turned(box)).isEmpty()) {
                        all.add(box);
                    }
                }
            }
        }
        int least = all.stream().mapToInt(TwinTorus::volume).min().orElse(0);
        int most = Math.max(least, (int) (needed + Math.floor(needed * slack)));
        return all.stream()
                .filter(box -> volume(box) <= most)
                .min(
                        Comparator.<int[]>comparingInt(this::leastFaces)
                                .thenComparingInt(TwinTorus::volume)
                                .thenComparingInt(b -> b[2]))
                .map(box -> fitting(turned(box)))
                .orElse(List.of());
    }

    /** The faces that do not close upon themselves, turned so that they are fewest. */
    private int leastFaces(int[] sides) {
        int least = Integer.MAX_VALUE;
        for (int[] box : fitting(turned(sides))) {
            int faces = 0;
            for (int axis = 0; axis < 3; axis++) {
                boolean isRing = wraps[axis] && box[axis] == cells[axis];
                faces += isRing ? 0 : 2 * volume(box) / box[axis];
            }
            least = Math.min(least, faces);
        }
        return least;
    }

    private List<int[]> ofShape(Shape shape) {
        List<int[]> boxes = new ArrayList<>();
        int[] asked = {shape.x(), shape.y(), shape.z()};
        boolean turns = shape.fixture() == Fixture.ROTATABLE;
        if (shape.axes() == 2) {
            boxes.add(flat(shape.x(), shape.y()));
            boxes.add(turns ? flat(shape.y(), shape.x()) : boxes.get(0));
        } else {
            int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
            for (int[] order : turns ? orders : new int[][] {{0, 1, 2}}) {
                int[] covering = new int[3];
                boolean keepsRings = true;
                for (int axis = 0; axis < 3; axis++) {
                    int written = order[axis];
                    covering[axis] = covering(asked[written], axis);
                    boolean wasRing = isRing(covering(asked[written], written), written);
                    keepsRings &= !wasRing || isRing(covering[axis], axis);
                }
                if (keepsRings || shape.mode() != ShapeMode.TORUS) {
                    boxes.add(covering);
                }
            }
        }
        boxes = fitting(boxes);
        boxes.removeIf(box -> !fitsEmpty(box, shape.fixture() == Fixture.STRICT_IO));
        int least = boxes.stream().mapToInt(TwinTorus::volume).min().orElse(0);
        boxes.removeIf(box -> volume(box) > least);
        return boxes;
    }

    /** How many cells cover so many nodes along an axis. */
    private int covering(int asked, int axis) {
        int length = granule == null ? 1 : granule[axis] * unit[axis];
        return (asked + length - 1) / length;
    }

    /** Whether so many cells are all of an axis that closes upon itself. */
    private boolean isRing(int cellsAlong, int axis) {
        return wraps[axis] && cellsAlong == cells[axis];
    }

    private boolean fitsEmpty(int[] box, boolean onRacks) {
        for (int anchor = 0; anchor < part.length; anchor++) {
            if (cellsFrom(anchor, box, onRacks, part) != null) {
                return true;
            }
        }
        return false;
    }

    private int[] flat(int along, int folded) {
        int[] length = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            length[axis] = granule == null ? 1 : granule[axis] * unit[axis];
        }
        int x = (along + length[0] * length[1] - 1) / (length[0] * length[1]);
        int area = (folded + length[2] - 1) / length[2];
        int[] best = null;
        for (int y = 1; y <= cells[1]; y++) {
            for (int z = 1; z <= cells[2]; z++) {
                boolean isBetter =
                        y * z >= area
                                && !fitting(List.of(new int[] {x, y, z})).isEmpty()
                                && (best == null
                                        || y * z < best[1] * best[2]
                                        || (y * z == best[1] * best[2]
                                                && y + z < best[1] + best[2]));
                best = isBetter ? new int[] {x, y, z} : best;
            }
        }
        return best == null ? new int[] {x, cells[1] + 1, 1} : best;
    }

    private static int volume(int[] box) {
        return box[0] * box[1] * box[2];
    }

    private static List<int[]> turned(int[] b) {
        int[][] all = {
            {b[0], b[1], b[2]},
            {b[0], b[2], b[1]},
            {b[1], b[0], b[2]},
            {b[1], b[2], b[0]},
            {b[2], b[0], b[1]},
            {b[2], b[1], b[0]}
        };
        return List.of(all);
    }

    /** Those that fit, each once. */
    private List<int[]> fitting(List<int[]> boxes) {
        List<int[]> fitting = new ArrayList<>();
        for (int[] box : boxes) {
            boolean fits = box[0] <= cells[0] && box[1] <= cells[1] && box[2] <= cells[2];
            if (fits
                    && fitsEmpty(box, false)
                    && fitting.stream().noneMatch(other -> java.util.Arrays.equals(other, box))) {
                fitting.add(box);
            }
        }
        return fitting;
    }

    /** The nodes for a job where those are free, ascending; null if it does not fit. */
    int @org.jspecify.annotations.Nullable [] place(Need need, boolean[] free) {
        boolean[] whole = new boolean[nodesOfCell.length];
        for (int cell = 0; cell < whole.length; cell++) {
            whole[cell] = freeIn(cell, free) == nodesOfCell[cell].length;
        }
        if (need.boxes().isEmpty()) {
            return new TwinScatter(this, free, whole).place(need.nodes());
        }
        int most = -1;
        List<Integer> best = null;
        for (int[] box : need.boxes()) {
            int[] stops = new int[whole.length];
            for (int anchor = 0; anchor < whole.length; anchor++) {
                boolean counts = byContact && !need.onRacks();
                stops[anchor] = counts ? stops(anchor, box, whole) : 0;
            }
            int mostStops = java.util.Arrays.stream(stops).max().orElse(0);
            for (int anchor = 0; anchor < whole.length; anchor++) {
                boolean isCorner = stops[anchor] == mostStops;
                List<Integer> at = isCorner ? cellsFrom(anchor, box, need.onRacks(), whole) : null;
                int contact = at == null ? -1 : byContact ? contact(anchor, box, whole) : 0;
                if (contact > most) {
                    most = contact;
                    best = at;
                }
            }
        }
        return best == null
                ? null
                : best.stream()
                        .flatMapToInt(cell -> java.util.Arrays.stream(nodesOfCell[cell]))
                        .sorted()
                        .toArray();
    }

    /** Along how many axes the box cannot move on, to one side at least; -1 if it does not fit. */
    private int stops(int anchor, int[] box, boolean[] whole) {
        if (cellsFrom(anchor, box, false, whole) == null) {
            return -1;
        }
        int[] at = {anchor % cells[0], anchor / cells[0] % cells[1], anchor / cells[0] / cells[1]};
        int stops = 0;
        for (int axis = 0; axis < 3; axis++) {
            boolean isRing = wraps[axis] && box[axis] == cells[axis];
            if (isRing && at[axis] > 0) {
                return -1;
            }
            boolean moves = !isRing;
            for (int by = -1; by <= 1; by += 2) {
                int[] next = at.clone();
                next[axis] += by;
                int cell = on(next[0], next[1], next[2]);
                moves &= cell >= 0 && cellsFrom(cell, box, false, whole) != null;
            }
            stops += moves ? 0 : 1;
        }
        return stops;
    }

    int freeIn(int cell, boolean[] free) {
        int count = 0;
        for (int node : nodesOfCell[cell]) {
            count += free[node] ? 1 : 0;
        }
        return count;
    }

    /** The cells of a box, if it may begin there and all are wholly free. */
    private @org.jspecify.annotations.Nullable List<Integer> cellsFrom(
            int anchor, int[] box, boolean onRacks, boolean[] whole) {
        if (!whole[anchor]) {
            return null;
        }
        int x = anchor % cells[0];
        int y = anchor / cells[0] % cells[1];
        int z = anchor / cells[0] / cells[1];
        if (onRacks && !(isRack(x, 0, 0, 2) && isRack(y, 1, firstPlane, 2) && isRack(z, 2, 0, 8))) {
            return null;
        }
        List<Integer> at = new ArrayList<>();
        for (int k = 0; k < box[2]; k++) {
            for (int j = 0; j < box[1]; j++) {
                for (int i = 0; i < box[0]; i++) {
                    int cell = on(x + i, y + j, z + k);
                    if (cell < 0 || !whole[cell]) {
                        return null;
                    }
                    at.add(cell);
                }
            }
        }
        return at;
    }

    private boolean isRack(int at, int axis, int first, int rack) {
        return granule == null
                ? (at + first * unit[axis]) % (rack * unit[axis]) == 0
                : (at * granule[axis] + first) % rack == 0;
    }

    /** The cell at the given place, or -1 behind a wall. */
    int on(int x, int y, int z) {
        int[] at = {x, y, z};
        for (int axis = 0; axis < 3; axis++) {
            if (at[axis] < 0 || at[axis] >= cells[axis]) {
                if (!wraps[axis]) {
                    return -1;
                }
                at[axis] = Math.floorMod(at[axis], cells[axis]);
            }
        }
        return cell(at[0], at[1], at[2]);
    }

    private int contact(int anchor, int[] box, boolean[] whole) {
        int[] from = {
            anchor % cells[0], anchor / cells[0] % cells[1], anchor / cells[0] / cells[1]
        };
        int contact = 0;
        for (int axis = 0; axis < 3; axis++) {
            if (wraps[axis] && box[axis] == cells[axis]) {
                continue;
            }
            int one = (axis + 1) % 3;
            int two = (axis + 2) % 3;
            for (int i = 0; i < box[one]; i++) {
                for (int j = 0; j < box[two]; j++) {
                    for (int side : new int[] {-1, box[axis]}) {
                        int[] at = new int[3];
                        at[axis] = from[axis] + side;
                        at[one] = from[one] + i;
                        at[two] = from[two] + j;
                        int cell = on(at[0], at[1], at[2]);
                        contact += cell < 0 || !whole[cell] ? 1 : 0;
                    }
                }
            }
        }
        return contact;
    }
}
