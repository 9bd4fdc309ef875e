package dandori.policy.placement;

import dandori.interconnect.Box;
import dandori.interconnect.Contact;
import dandori.interconnect.Grid;
import dandori.job.Fixture;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What jobs take that may have one part of a pool. */
final class FormsOfPart {

    private static final int[][] AS_WRITTEN = {{0, 1, 2}};
    private static final int[][] TURNS = { // along each axis of the grid, which of those written
        {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
    };

    private final ToIntFunction<Form> number;
    private final CellMap map;
    private final Room room;
    private final int small; // jobs without a shape up to so many nodes lie anywhere
    private final double slack; // how much larger than needed a box may be, to be more compact
    private final Contact contact;
    private final int[] sides; // of the grid, ascending
    private final Map<Shape, Integer> ofShapes = new HashMap<>();
    private int[] ofNodes = new int[64]; // by nodes asked for, where that is all; + 1, 0 if unknown

    /** None yet; {@code number} gives each form its number. */
    FormsOfPart(ToIntFunction<Form> number, CellMap map, Room room, int small, double slack) {
        this.number = number;
        this.map = map;
        this.room = room;
        this.small = small;
        this.slack = slack;
        contact = new Contact(map.grid);
        sides = new int[] {map.grid.x(), map.grid.y(), map.grid.z()};
        Arrays.sort(sides);
    }

    /** The number of the form of a job that asks for so many nodes, and more. */
    int found(int nodes, Request request) {
        Shape shape = request.shape();
        if (shape == null || (shape.axes() == 1 && shape.mode() == ShapeMode.NONCONT)) {
            return ofNodes(nodes);
        }
        return ofShapes.computeIfAbsent(shape, asked -> number.applyAsInt(ofShape(asked)));
    }

    private int ofNodes(int nodes) {
        if (nodes > map.nodes) { // however many they are: no table is that long
            return number.applyAsInt(impossible());
        }
        if (nodes >= ofNodes.length) {
            ofNodes = Arrays.copyOf(ofNodes, Math.max(nodes + 1, 2 * ofNodes.length));
        }
        if (ofNodes[nodes] == 0) {
            ofNodes[nodes] =
                    1 + number.applyAsInt(nodes <= small ? Form.scattered(nodes) : counted(nodes));
        }
        return ofNodes[nodes] - 1;
    }

    private Form ofShape(Shape shape) {
        int nodes = shape.nodes();
        if (shape.axes() == 1) { // one node of a unit; any box for more
            return nodes == 1 ? Form.scattered(1) : counted(nodes);
        }
        if (shape.mode() == ShapeMode.NONCONT && nodes <= small) {
            return Form.scattered(nodes);
        }
        Set<Box> boxes = shape.axes() == 2 ? flat(shape) : turned(shape);
        boolean onRacks = shape.fixture() == Fixture.STRICT_IO;
        boxes.removeIf(box -> !(onRacks ? room.holdsOnRacks(box) : room.holds(box)));
        int least = boxes.stream().mapToInt(Box::volume).min().orElse(0);
        boxes.removeIf(box -> box.volume() > least);
        return boxes.isEmpty()
                ? impossible()
                : Form.of(least * map.nodesPerCell, List.copyOf(boxes), onRacks);
    }

    private Form impossible() {
        return Form.scattered(map.nodes + 1);
    }

    /**
     * Three axes, each along one of the grid's. In torus mode an axis that closes to a ring as
     * written may only be exchanged with one along which it closes too.
     */
    private Set<Box> turned(Shape shape) {
        int[] asked = {shape.x(), shape.y(), shape.z()};
        Set<Box> boxes = new LinkedHashSet<>();
        for (int[] turn : shape.fixture() == Fixture.ROTATABLE ? TURNS : AS_WRITTEN) {
            if (shape.mode() != ShapeMode.TORUS || keepsRings(asked, turn)) {
                boxes.add(
                        new Box(
                                map.cellsAlong(0, asked[turn[0]]),
                                map.cellsAlong(1, asked[turn[1]]),
                                map.cellsAlong(2, asked[turn[2]])));
            }
        }
        return boxes;
    }

    private boolean keepsRings(int[] asked, int[] turn) {
        boolean keeps = true;
        for (int axis = 0; axis < 3; axis++) {
            int written = turn[axis];
            keeps &= !closes(written, asked[written]) || closes(axis, asked[written]);
        }
        return keeps;
    }

    /** Whether so many nodes along an axis of the grid take a whole ring. */
    private boolean closes(int axis, int nodes) {
        return map.grid.wraps(axis) && map.cellsAlong(axis, nodes) == map.grid.length(axis);
    }

    /**
     * Two axes: the first along x and all nodes that a cell has along x and y, the second folded
     * into a rectangle of y and z, of least area, then least girth, then least y.
     */
    private Set<Box> flat(Shape shape) {
        Set<Box> boxes = new LinkedHashSet<>();
        boxes.add(flat(shape.x(), shape.y()));
        if (shape.fixture() == Fixture.ROTATABLE) {
            boxes.add(flat(shape.y(), shape.x()));
        }
        return boxes;
    }

    private Box flat(int along, int folded) {
        int x = ceiling(along, map.nodesAlong(0) * map.nodesAlong(1));
        int area = ceiling(folded, map.nodesAlong(2));
        Grid grid = map.grid;
        for (int cells = area; cells <= grid.y() * grid.z(); cells++) {
            int bestY = 0;
            for (int y = 1; y <= Math.min(grid.y(), cells); y++) {
                boolean isBetter = bestY == 0 || y + cells / y < bestY + cells / bestY;
                if (cells % y == 0 && isBetter && room.holds(new Box(x, y, cells / y))) {
                    bestY = y;
                }
            }
            if (bestY > 0) {
                return new Box(x, bestY, cells / bestY);
            }
        }
        return new Box(x, area, 1);
    }

    private static int ceiling(int nodes, int size) {
        return (nodes - 1) / size + 1;
    }

    /**
     * The box for a number of nodes: of those that hold the cells needed, and few more, the one
     * with least surface (none along rings that it fills), then least volume, then the shortest
     * longest side; where there is none, the least volume above; all ways to turn it that fit.
     */
    private Form counted(int nodes) {
        int needed = ceiling(nodes, map.nodesPerCell);
        long most = needed + (long) (needed * slack);
        Box best = null;
        for (int volume = needed; volume <= room.cells(); volume++) {
            if (volume > most && best != null) {
                break;
            }
            for (int a = 1; a * a * a <= volume; a++) {
                for (int b = a; volume % a == 0 && a * b * b <= volume; b++) {
                    if (volume / a % b == 0) {
                        Box box = new Box(a, b, volume / a / b);
                        best = fits(box) && isBetter(box, best) ? box : best;
                    }
                }
            }
        }
        if (best == null) {
            return impossible();
        }
        List<Box> boxes = best.turned().stream().filter(room::holds).toList();
        return Form.of(best.volume() * map.nodesPerCell, boxes, false);
    }

    /**
     * Whether a box whose sides ascend fits in some way; only then may it along sides that ascend.
     */
    private boolean fits(Box box) {
        boolean may = box.x() <= sides[0] && box.y() <= sides[1] && box.z() <= sides[2];
        return may && (room.isAll() || box.turned().stream().anyMatch(room::holds));
    }

    /** Whether a box is better than one that has been found before; sides ascend. */
    private boolean isBetter(Box box, @Nullable Box other) {
        if (other == null) {
            return true;
        }
        int surface = surface(box);
        int otherSurface = surface(other);
        return surface < otherSurface
                || (surface == otherSurface
                        && box.volume() == other.volume()
                        && box.z() < other.z());
    }

    /**
     * The faces of a box, turned so that they are fewest: it has none along a ring that it fills.
     */
    private int surface(Box box) {
        int least = Integer.MAX_VALUE;
        for (Box turned : box.turned()) {
            if (room.holds(turned)) {
                least = Math.min(least, contact.most(turned));
            }
        }
        return least;
    }
}
