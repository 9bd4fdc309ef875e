package dandori.network;

import dandori.interconnect.Interconnect;
import dandori.job.Pattern;

/**
 * Who sends how much of its bytes to whom, pattern by pattern.
 *
 * <p>On average a node of the job sends 1:
 *
 * <ul>
 *   <li>ring all-reduce: everything to the next node in order of numbers, the last to the first;
 *   <li>tree all-reduce: node i of the order and node (i - 1) / 2 above it, up and down alike;
 *   <li>torus all-reduce: along each axis of the job's {@link JobGrid}, both ways round, in equal
 *       parts;
 *   <li>all-to-all: to every other node in equal parts; where that are more than {@link #PAIRS}
 *       pairs, to some of them that are spread evenly (every node sends to the node that is s
 *       further, for several s), at least {@link #FEWEST_SHIFTS} each;
 *   <li>neighbour exchange: to the neighbours in the job's grid, which does not wrap, in equal
 *       parts.
 * </ul>
 */
final class Traffic {

    /** All-to-all of more pairs than this is thinned out. */
    static final int PAIRS = 4_096;

    /** To how many others each node sends at least when an all-to-all is thinned out. */
    static final int FEWEST_SHIFTS = 4;

    private static final double GOLDEN = 0.6180339887498949; // its multiples spread most evenly

    private Traffic() {}

    /** Takes one message. */
    @FunctionalInterface
    interface Pair {
        void sends(int from, int to, double part);
    }

    static void name(Pattern pattern, Interconnect wiring, int[] nodes, Pair pair) {
        switch (pattern) {
            case RING_ALL_REDUCE -> shift(nodes, 1, 1, pair);
            case TREE_ALL_REDUCE -> tree(nodes, pair);
            case TORUS_ALL_REDUCE -> torus(JobGrid.of(wiring, nodes), pair);
            case ALL_TO_ALL -> allToAll(nodes, pair);
            case NEIGHBOUR_EXCHANGE -> neighbours(JobGrid.of(wiring, nodes), pair);
        }
    }

    private static void shift(int[] nodes, int by, double part, Pair pair) {
        for (int i = 0; i < nodes.length; i++) {
            int to = i + by;
            pair.sends(nodes[i], nodes[to < nodes.length ? to : to - nodes.length], part);
        }
    }

    private static void tree(int[] nodes, Pair pair) {
        double part = nodes.length / (2.0 * (nodes.length - 1));
        for (int i = 1; i < nodes.length; i++) {
            int above = (i - 1) / 2;
            pair.sends(nodes[i], nodes[above], part);
            pair.sends(nodes[above], nodes[i], part);
        }
    }

    private static void allToAll(int[] nodes, Pair pair) {
        int others = nodes.length - 1;
        if ((long) nodes.length * others <= PAIRS) {
            for (int by = 1; by <= others; by++) {
                shift(nodes, by, 1.0 / others, pair);
            }
            return;
        }
        int shifts = Math.max(FEWEST_SHIFTS, PAIRS / nodes.length);
        for (int i = 1; i <= shifts; i++) {
            double spot = i * GOLDEN;
            int by = 1 + (int) (others * (spot - (int) spot));
            shift(nodes, by, 1.0 / shifts, pair);
        }
    }

    private static void torus(JobGrid grid, Pair pair) {
        int[] line = new int[grid.longest()];
        double part = 0.5 / grid.spread();
        for (int axis = 0; axis < grid.axes(); axis++) {
            for (int start = 0; start < grid.cells(); start++) {
                int members = grid.isStart(start, axis) ? grid.ring(start, axis, line) : 0;
                for (int i = 0; i < members && members > 1; i++) {
                    int next = line[i + 1 == members ? 0 : i + 1];
                    pair.sends(line[i], next, part);
                    pair.sends(next, line[i], part);
                }
            }
        }
    }

    private static void neighbours(JobGrid grid, Pair pair) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            int node = grid.node(cell);
            int count = 0;
            for (int way = 0; way < 2 * grid.axes() && node >= 0; way++) {
                count += grid.neighbour(cell, way / 2, way % 2 == 0 ? 1 : -1) >= 0 ? 1 : 0;
            }
            for (int way = 0; way < 2 * grid.axes() && count > 0; way++) {
                int other = grid.neighbour(cell, way / 2, way % 2 == 0 ? 1 : -1);
                if (other >= 0) {
                    pair.sends(node, other, 1.0 / count);
                }
            }
        }
    }
}
