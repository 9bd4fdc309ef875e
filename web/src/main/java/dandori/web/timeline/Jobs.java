package dandori.web.timeline;

import java.util.Arrays;
import java.util.List;

/**
 * The jobs of a run, as far as it has been read: a row for each, and one more for each further stay
 * of a job that ran several times.
 *
 * <p>A row takes 45 bytes, and each set of nodes that differs from all others 4, with 8 for each of
 * its ranges. Times are whole numbers of a unit, which is a millisecond where all of them fit into
 * 32 bits (24 days), else ten times as much until they do: 100 ms for a year.
 *
 * <p>It does not change, so any thread may look.
 */
public final class Jobs {

    /** The start of what did not start. */
    static final int NEVER = Integer.MIN_VALUE;

    /** The end of a stay that had not ended when the run did. */
    static final int OPEN = Integer.MAX_VALUE;

    static final int BLOCK = 1 << 10; // rows

    final Columns columns;
    final int rows;
    final int[] sets; // by row: where its nodes are in packed
    final int[] packed;
    final int packedEnd; // behind the last set
    final int[] blockStart; // least start of the stays of a block
    final int[] blockEnd; // greatest end; below the start if it has none
    final int lastTime; // when the run ended; the end of what is open
    private final JobNames names;
    private final JobSpan span;

    Jobs(Columns columns, int rows, NodeSets packed, JobNames names, JobSpan span) {
        this(columns, rows, columns.sets, packed.packed(), packed.end(), names, span);
    }

    private Jobs(
            Columns columns,
            int rows,
            int[] sets,
            int[] packed,
            int packedEnd,
            JobNames names,
            JobSpan span) {
        this.columns = columns;
        this.rows = rows;
        this.sets = sets;
        this.packed = packed;
        this.packedEnd = packedEnd;
        this.names = names;
        this.span = span;
        long last = -Math.floorDiv(-span.toMillis(), span.unitMillis());
        lastTime = (int) Math.min(OPEN - 1, last);
        int blocks = (rows + BLOCK - 1) / BLOCK;
        blockStart = new int[blocks];
        blockEnd = new int[blocks];
        Arrays.fill(blockStart, OPEN);
        Arrays.fill(blockEnd, NEVER);
        for (int row = 0; row < rows; row++) {
            if (columns.starts[row] != NEVER) {
                int block = row / BLOCK;
                blockStart[block] = Math.min(blockStart[block], columns.starts[row]);
                blockEnd[block] = Math.max(blockEnd[block], columns.ends[row]);
            }
        }
    }

    /** The same jobs on other nodes. */
    Jobs on(int[] otherSets, int[] otherPacked) {
        return new Jobs(columns, rows, otherSets, otherPacked, otherPacked.length, names, span);
    }

    /** How many jobs there are, those that never ran among them. */
    public int count() {
        return span.jobs();
    }

    /** When the first job was submitted, in seconds; 0 without jobs. */
    public double fromSeconds() {
        return span.fromMillis() / 1e3;
    }

    /** When the last thing happened, in seconds. */
    public double toSeconds() {
        return span.toMillis() / 1e3;
    }

    /** Whose jobs there are: the names that were known beforehand, then those that came. */
    public List<String> organizations() {
        return names.organizations();
    }

    /** The machines, the names that were known beforehand first. */
    public List<String> machines() {
        return names.machines();
    }

    List<String> users() {
        return names.users();
    }

    /** Whether the jobs of a machine say on which nodes they were; else rows are no nodes. */
    public boolean hasPlaces(String machine) {
        int number = machines().indexOf(machine);
        return number >= 0 && span.hasPlaces().get(number);
    }

    /** The least number of nodes that a machine must have for its jobs. */
    public int leastNodes(String machine) {
        int number = machines().indexOf(machine);
        return number < 0 ? 0 : span.leastNodes().get(number);
    }

    boolean hasPlaces(int machine) {
        return span.hasPlaces().get(machine);
    }

    /** The unit of times, in milliseconds. */
    long unitMillis() {
        return span.unitMillis();
    }

    /** When a stay ended, or the run if that was before. */
    int end(int row) {
        return Math.min(columns.ends[row], lastTime);
    }

    /** How many rows lie in blocks of which a stay may run from a time on, before another. */
    long rowsAround(double from, double to) {
        long around = 0;
        for (int block = 0; block < blockStart.length; block++) {
            around += blockStart[block] < to && blockEnd[block] > from ? BLOCK : 0;
        }
        return around;
    }

    /** A time in seconds. */
    double seconds(int time) {
        return time * span.unitMillis() / 1e3;
    }

    /** A time in seconds as a number of units, not rounded. */
    double units(double seconds) {
        return seconds * 1e3 / span.unitMillis();
    }
}
