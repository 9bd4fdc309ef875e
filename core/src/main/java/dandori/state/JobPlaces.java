package dandori.state;

import java.util.Arrays;

/** Where each job waits, or has waited: in which line, at which leaf. 8 bytes a row. */
final class JobPlaces {

    private static final int NOWHERE = -1;

    private int[] line;
    private int[] leaf;

    JobPlaces(int rows) {
        line = new int[rows];
        leaf = new int[rows];
        Arrays.fill(line, NOWHERE);
    }

    void makeRoom(int row) {
        int old = line.length;
        if (row >= old) {
            line = Arrays.copyOf(line, Math.max(row + 1, 2 * old));
            leaf = Arrays.copyOf(leaf, line.length);
            Arrays.fill(line, old, line.length, NOWHERE);
        }
    }

    void put(int row, int itsLine, int itsLeaf) {
        line[row] = itsLine;
        leaf[row] = itsLeaf;
    }

    /** The line of a job, or -1 if it has never been in one. */
    int line(int row) {
        return row < line.length ? line[row] : NOWHERE;
    }

    /** The leaf of a job in its line. */
    int leaf(int row) {
        return leaf[row];
    }
}
