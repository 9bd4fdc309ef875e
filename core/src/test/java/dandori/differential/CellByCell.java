package dandori.differential;

import dandori.interconnect.Box;
import dandori.interconnect.Grid;
import java.util.SplittableRandom;

/** Cells that are free or not, one boolean each, and boxes looked at cell by cell. */
final class CellByCell {

    private final Grid grid;
    private final boolean[][][] free;

    CellByCell(Grid grid, SplittableRandom random, double load) {
        this.grid = grid;
        free = new boolean[grid.x()][grid.y()][grid.z()];
        for (boolean[][] plane : free) {
            for (boolean[] line : plane) {
                for (int z = 0; z < line.length; z++) {
                    line[z] = random.nextDouble() >= load;
                }
            }
        }
    }

    Grid grid() {
        return grid;
    }

    long[] rows() {
        long[] rows = new long[grid.rows()];
        for (int x = 0; x < grid.x(); x++) {
            for (int y = 0; y < grid.y(); y++) {
                for (int z = 0; z < grid.z(); z++) {
                    rows[grid.row(y, z)] |= free[x][y][z] ? 1L << x : 0;
                }
            }
        }
        return rows;
    }

    /** The coordinate on the axis, or -1 where there is none. */
    private static int on(int at, int length, boolean wraps) {
        return at >= 0 && at < length ? at : wraps ? Math.floorMod(at, length) : -1;
    }

    boolean isFreeAt(int x, int y, int z) {
        int atX = on(x, grid.x(), grid.wrapsX());
        int atY = on(y, grid.y(), grid.wrapsY());
        int atZ = on(z, grid.z(), grid.wrapsZ());
        return atX >= 0 && atY >= 0 && atZ >= 0 && free[atX][atY][atZ];
    }

    boolean isFree(int anchor, Box box) {
        if (!grid.holds(box)) {
            return false;
        }
        int x = anchor & 63;
        int y = (anchor >>> 6) % grid.y();
        int z = (anchor >>> 6) / grid.y();
        for (int i = 0; i < box.x(); i++) {
            for (int j = 0; j < box.y(); j++) {
                for (int k = 0; k < box.z(); k++) {
                    if (!isFreeAt(x + i, y + j, z + k)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    int contact(int anchor, Box box) {
        int x = anchor & 63;
        int y = (anchor >>> 6) % grid.y();
        int z = (anchor >>> 6) / grid.y();
        int touched = 0;
        for (int i = 0; i < box.x(); i++) {
            for (int j = 0; j < box.y(); j++) {
                for (int k = 0; k < box.z(); k++) {
                    boolean ring = grid.wrapsX() && box.x() == grid.x();
                    touched += !ring && i == 0 && !isFreeAt(x - 1, y + j, z + k) ? 1 : 0;
                    boolean last = !ring && i == box.x() - 1;
                    touched += last && !isFreeAt(x + i + 1, y + j, z + k) ? 1 : 0;
                    ring = grid.wrapsY() && box.y() == grid.y();
                    touched += !ring && j == 0 && !isFreeAt(x + i, y - 1, z + k) ? 1 : 0;
                    last = !ring && j == box.y() - 1;
                    touched += last && !isFreeAt(x + i, y + j + 1, z + k) ? 1 : 0;
                    ring = grid.wrapsZ() && box.z() == grid.z();
                    touched += !ring && k == 0 && !isFreeAt(x + i, y + j, z - 1) ? 1 : 0;
                    last = !ring && k == box.z() - 1;
                    touched += last && !isFreeAt(x + i, y + j, z + k + 1) ? 1 : 0;
                }
            }
        }
        return touched;
    }
}
