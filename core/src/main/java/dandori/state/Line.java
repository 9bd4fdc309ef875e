package dandori.state;

import org.jspecify.annotations.Nullable;

/** The waiting jobs of a user that share a score, by sequence. */
final class Line extends Leaves {

    /** Among all lines. */
    final int number;

    /** Whose jobs they are. */
    int user;

    /** Of all jobs in it, or of those that were. */
    double score;

    /** Whether it is nobody's. */
    boolean isUnused;

    /** The next line of that user. */
    @Nullable Line other;

    Line(int number, JobPlaces places) {
        super(number, places);
        this.number = number;
    }

    boolean isEmpty() {
        return live() == 0;
    }

    /** Whether a job that waits here may start. */
    boolean mayStart(int row) {
        return nodes(row) != Integer.MAX_VALUE;
    }

    /** Nodes · estimate of a job that may start. */
    long nodeMillis(int row) {
        return nodes(row) * estimateMillis(row);
    }

    /** The first job that fits from a leaf on, or -1; see {@link WaitQueue#nextFitting}. */
    int nextFitting(int leaf, int free, long windowMillis, int spare) {
        int found = fitting(leaf, free, windowMillis, spare);
        return found < 0 ? NOBODY : at(found);
    }

    /** Copies the jobs in order behind so many others; returns how many are there then. */
    int copyTo(int[] rows, int there) {
        int count = there;
        for (int leaf = 0; leaf < used(); leaf++) {
            if (at(leaf) != NOBODY) {
                rows[count++] = at(leaf);
            }
        }
        return count;
    }

    /** Sends all jobs to another line. */
    void moveTo(Line target) {
        for (int leaf = 0; leaf < used(); leaf++) {
            int row = at(leaf);
            if (row != NOBODY) {
                long sequence = key(row);
                int nodes = nodes(row);
                long millis = estimateMillis(row);
                target.add(row, sequence, nodes, millis);
            }
        }
        clear();
    }
}
