package dandori.web.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Nodes lie together on a torus that fill a box of whole units, which may go on from the last of an
 * axis to the first where that axis wraps.
 *
 * <p>All stretches of all axes but the last are tried, an axis at a time, with what is free in the
 * whole of each; those that cannot hold more than the best so far are left. Of equal boxes the
 * first found counts.
 *
 * <p>The twin of {@link FreeBox}, a unit at a time. Cost: at worst O(the product of the squares of
 * all lengths but the last, times the last); on 24 × 23 × 24 units 20 ms at worst, mostly below 2.
 */
final class PlainFreeBox implements FreeMeasure {

    private final Grid grid;

    PlainFreeBox(Grid grid) {
        this.grid = grid;
    }

    @Override
    public FreeSpace of(BitSet free) {
        int[] freeOfUnit = new int[grid.units()];
        for (int node = free.nextSetBit(0); node >= 0; node = free.nextSetBit(node + 1)) {
            if (node < grid.nodes()) {
                freeOfUnit[grid.unit(node)]++;
            }
        }
        boolean[] isFree = new boolean[grid.units()];
        for (int unit = 0; unit < isFree.length; unit++) {
            isFree[unit] = freeOfUnit[unit] == grid.nodesPerUnit();
        }
        Search search = new Search(grid);
        search.look(0, isFree, 1);
        int largest = search.best * grid.nodesPerUnit();
        return FreeSpace.ofLargest(
                "box", largest, free.cardinality(), search.bestFirst, search.bestShape);
    }

    private static final class Search {

        private final Grid grid;
        private final int[] first;
        private final int[] length;
        private int best; // units
        private List<Integer> bestFirst = List.of();
        private List<Integer> bestShape = List.of();

        Search(Grid grid) {
            this.grid = grid;
            this.first = new int[grid.axes()];
            this.length = new int[grid.axes()];
        }

        /**
         * Looks along an axis and those after it, at what is free in all of the stretches so far.
         */
        void look(int axis, boolean[] isFree, int thick) {
            int most = grid.length(axis);
            int slice = isFree.length / most;
            for (int from = 0; from < most; from++) {
                boolean[] all = new boolean[slice];
                System.arraycopy(isFree, from * slice, all, 0, slice);
                int end = grid.wraps(axis) ? most : most - from;
                for (int its = 1; its <= end; its++) {
                    int left = its == 1 ? count(all) : narrow(all, isFree, (from + its - 1) % most);
                    if ((long) thick * end * left <= best) {
                        break;
                    }
                    first[axis] = from;
                    length[axis] = its;
                    if (thick * its * left > best) {
                        if (axis + 1 == grid.axes()) {
                            keep(thick * its);
                        } else {
                            look(axis + 1, all, thick * its);
                        }
                    }
                }
            }
        }

        private static int count(boolean[] all) {
            int count = 0;
            for (boolean one : all) {
                count += one ? 1 : 0;
            }
            return count;
        }

        /** Leaves what is free in one slice more; how much that is. */
        private static int narrow(boolean[] all, boolean[] isFree, int place) {
            int count = 0;
            for (int i = 0; i < all.length; i++) {
                all[i] &= isFree[place * all.length + i];
                count += all[i] ? 1 : 0;
            }
            return count;
        }

        private void keep(int units) {
            best = units;
            List<Integer> begins = new ArrayList<>();
            List<Integer> lengths = new ArrayList<>();
            for (int axis = 0; axis < first.length; axis++) {
                begins.add(first[axis]);
                lengths.add(length[axis]);
            }
            bestFirst = begins;
            bestShape = lengths;
        }
    }
}
