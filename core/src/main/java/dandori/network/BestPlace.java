package dandori.network;

import dandori.interconnect.FoldedGrid;
import dandori.interconnect.Interconnect;
import dandori.interconnect.Torus;
import dandori.job.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node of a job gets on the best place of the machine, with nobody else about.
 *
 * <p>Tried are the first nodes of the machine, which share as few switches as can be, and on a
 * torus the box of just that many nodes which is nearest to a cube, and the cube into which they
 * fit. The best of them counts. A job that does still better than that runs at full speed, no more.
 *
 * <p>Cost: up to three footprints for each number of nodes and pattern, once.
 */
final class BestPlace {

    private final Footprints footprints;
    private final Map<Long, Double> known = new HashMap<>(); // asked by key only, never iterated

    BestPlace(Footprints footprints) {
        this.footprints = footprints;
    }

    /** The bytes per second that a node gets there; infinite where no link is in the way. */
    double bytesPerSecond(Pattern pattern, int nodes) {
        long key = nodes * (long) Pattern.values().length + pattern.ordinal();
        Double found = known.get(key);
        if (found == null) {
            found = 0.0;
            for (int[] place : places(footprints.wiring(), nodes)) {
                found = Math.max(found, footprints.of(pattern, place).alone());
            }
            known.put(key, found);
        }
        return found;
    }

    /** The places that are tried. */
    static List<int[]> places(Interconnect wiring, int nodes) {
        List<int[]> places = new ArrayList<>();
        int[] first = new int[nodes];
        Arrays.setAll(first, node -> node);
        places.add(first);
        if (wiring instanceof Torus torus && torus.folded().axes() > 1 && nodes < torus.nodes()) {
            FoldedGrid grid = torus.folded();
            int[] exact = new int[grid.axes()];
            if (exact(grid, nodes, 0, exact)) {
                places.add(box(grid, exact, nodes));
            }
            places.add(box(grid, cube(grid, nodes), nodes));
        }
        return places;
    }

    /** Finds lengths whose product is just that many nodes, axis by axis near to a cube. */
    private static boolean exact(FoldedGrid grid, int nodes, int axis, int[] length) {
        int axesLeft = grid.axes() - axis;
        if (axesLeft == 0) {
            return nodes == 1;
        }
        int side = root(nodes, axesLeft);
        for (int away = 0; away < nodes; away++) {
            for (int way = 0; way < (away == 0 ? 1 : 2); way++) {
                int extent = way == 0 ? side - away : side + away;
                if (extent >= 1 && extent <= grid.length(axis) && nodes % extent == 0) {
                    length[axis] = extent;
                    if (exact(grid, nodes / extent, axis + 1, length)) {
                        return true;
                    }
                }
            }
            if (side - away < 1 && side + away > grid.length(axis)) {
                return false;
            }
        }
        return false;
    }

    private static int root(int nodes, int degree) {
        int side = 1;
        while (power(side + 1, degree) <= nodes) {
            side++;
        }
        return side;
    }

    private static long power(int base, int exponent) {
        long product = 1;
        for (int i = 0; i < exponent && product <= Integer.MAX_VALUE; i++) {
            product *= base;
        }
        return product;
    }

    /** Lengths as equal as can be whose product is enough. */
    private static int[] cube(FoldedGrid grid, int nodes) {
        int[] length = new int[grid.axes()];
        Arrays.fill(length, 1);
        long product = 1;
        while (product < nodes) {
            int shortest = -1;
            for (int axis = 0; axis < length.length; axis++) {
                boolean mayGrow = length[axis] < grid.length(axis);
                if (mayGrow && (shortest < 0 || length[axis] < length[shortest])) {
                    shortest = axis;
                }
            }
            product = product / length[shortest] * (length[shortest] + 1);
            length[shortest]++;
        }
        return length;
    }

    /** So many nodes of a box at the origin, in ascending order. */
    private static int[] box(FoldedGrid grid, int[] length, int nodes) {
        int[] position = new int[length.length];
        int[] place = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            place[i] = grid.node(position);
            int axis = 0;
            while (axis < length.length && ++position[axis] == length[axis]) {
                position[axis++] = 0;
            }
        }
        Arrays.sort(place);
        return place;
    }
}
