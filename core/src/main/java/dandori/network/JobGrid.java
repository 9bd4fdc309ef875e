package dandori.network;

import dandori.interconnect.FoldedGrid;
import dandori.interconnect.Interconnect;
import dandori.interconnect.Torus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The grid in which the nodes of a job see each other.
 *
 * <p>On a torus, nodes that form a box of its {@link FoldedGrid} are that box. All other sets are
 * folded, in order of node numbers, into three axes of about equal length, the last lines of which
 * may be short.
 */
final class JobGrid {

    private final int[] length; // by axis
    private final int[] stride; // by axis
    private final int[] nodeAt; // by cell, the first axis moving fastest; -1 where there is none
    private final int[][] ringOrder; // by axis: positions in the order of a ring

    private JobGrid(int[] length, int[] nodeAt, int[][] ringOrder) {
        this.length = length;
        this.nodeAt = nodeAt;
        this.ringOrder = ringOrder;
        stride = strides(length);
    }

    static JobGrid of(Interconnect wiring, int[] nodes) {
        JobGrid box = wiring instanceof Torus torus ? box(torus, nodes) : null;
        return box != null ? box : fold(nodes);
    }

    private static int[] strides(int[] length) {
        int[] stride = new int[length.length];
        int product = 1;
        for (int axis = 0; axis < length.length; axis++) {
            stride[axis] = product;
            product *= length[axis];
        }
        return stride;
    }

    private static JobGrid fold(int[] nodes) {
        int side = 1;
        while ((long) side * side * side < nodes.length) {
            side++;
        }
        int layer = (nodes.length - 1) / side + 1;
        int second = 1;
        while (second * second < layer) {
            second++;
        }
        int[] length = {side, second, (layer - 1) / second + 1};
        int[] cells = Arrays.copyOf(nodes, length[0] * length[1] * length[2]);
        Arrays.fill(cells, nodes.length, cells.length, -1);
        int[][] order = new int[3][];
        for (int axis = 0; axis < 3; axis++) {
            order[axis] = new int[length[axis]];
            Arrays.setAll(order[axis], position -> position);
        }
        return new JobGrid(length, cells, order);
    }

    private static @Nullable JobGrid box(Torus torus, int[] nodes) {
        FoldedGrid grid = torus.folded();
        int axes = grid.axes();
        int[] length = new int[axes];
        int[][] place = new int[axes][]; // by axis and position of the machine: place in the box
        int[][] order = new int[axes][];
        long cells = 1;
        for (int axis = 0; axis < axes; axis++) {
            boolean[] taken = new boolean[grid.length(axis)];
            boolean[] turns = new boolean[taken.length]; // not the first of its line in a unit
            for (int node : nodes) {
                int position = grid.position(node, axis);
                taken[position] = true;
                int inner = axes + axis;
                turns[position] = inner < torus.axes().size() && torus.coordinate(node, inner) > 0;
            }
            int start = start(taken);
            place[axis] = places(taken, start);
            length[axis] = count(taken);
            order[axis] = ring(taken, turns, start, place[axis], length[axis]);
            cells *= length[axis];
        }
        if (cells != nodes.length) {
            return null;
        }
        int[] stride = strides(length);
        int[] nodeAt = new int[nodes.length];
        for (int node : nodes) {
            int cell = 0;
            for (int axis = 0; axis < axes; axis++) {
                cell += place[axis][grid.position(node, axis)] * stride[axis];
            }
            nodeAt[cell] = node;
        }
        return new JobGrid(length, nodeAt, order);
    }

    /** The position behind the longest run of positions that are not taken, round the end. */
    private static int start(boolean[] taken) {
        int best = 0;
        int longest = 0;
        int run = 0;
        for (int i = 0; i < 2 * taken.length; i++) {
            if (!taken[i % taken.length]) {
                run++;
            } else {
                if (run > longest) {
                    longest = run;
                    best = i % taken.length;
                }
                run = 0;
            }
        }
        return best;
    }

    private static int[] places(boolean[] taken, int start) {
        int[] place = new int[taken.length];
        int next = 0;
        for (int i = 0; i < taken.length; i++) {
            int position = (start + i) % taken.length;
            place[position] = taken[position] ? next++ : -1;
        }
        return place;
    }

    private static int count(boolean[] taken) {
        int count = 0;
        for (boolean one : taken) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Out along the first line of each unit, back along the others: every step is one cable. */
    private static int[] ring(
            boolean[] taken, boolean[] turns, int start, int[] place, int length) {
        int[] order = new int[length];
        int out = 0;
        int back = length;
        for (int i = 0; i < taken.length; i++) {
            int position = (start + i) % taken.length;
            if (taken[position]) {
                order[turns[position] ? --back : out++] = place[position];
            }
        }
        return order;
    }

    int axes() {
        return length.length;
    }

    /** How many axes are longer than 1; at least 1. */
    int spread() {
        int count = 0;
        for (int extent : length) {
            count += extent > 1 ? 1 : 0;
        }
        return Math.max(1, count);
    }

    int longest() {
        return Arrays.stream(length).max().orElse(1);
    }

    int cells() {
        return nodeAt.length;
    }

    int node(int cell) {
        return nodeAt[cell];
    }

    private int position(int cell, int axis) {
        return cell / stride[axis] % length[axis];
    }

    /** Whether the cell is the first of its line along an axis. */
    boolean isStart(int cell, int axis) {
        return position(cell, axis) == 0;
    }

    /** The nodes of a line, in the order of a ring; how many there are. */
    int ring(int start, int axis, int[] into) {
        int members = 0;
        for (int position : ringOrder[axis]) {
            int node = nodeAt[start + position * stride[axis]];
            if (node >= 0) {
                into[members++] = node;
            }
        }
        return members;
    }

    /** The node one step further along an axis, or -1. */
    int neighbour(int cell, int axis, int step) {
        int position = position(cell, axis) + step;
        return position < 0 || position >= length[axis] ? -1 : nodeAt[cell + step * stride[axis]];
    }
}
